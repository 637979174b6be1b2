#include "engine/restate.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace replylint::engine {

namespace {

constexpr std::size_t shortest_content_word = 4;  // bytes
// A reply that takes up the problem does so at its start; further down the same
// words stand in instructions.
constexpr std::size_t first_sentences = 3;
// A short message says little beside what it is about: one word of it coming
// back is enough. Of a longer one two words are needed.
constexpr std::size_t short_message = 15;  // content words

}  // namespace

std::string_view stem(std::string_view form) {
  for (const std::string_view ending : {"ing", "ed", "es", "s", "e"}) {
    if (form.size() >= shortest_content_word - 1 + ending.size() && form.ends_with(ending)) {
      form.remove_suffix(ending.size());
      break;
    }
  }
  return form;
}

bool is_content(const text::Token& token, bool function_word) {
  if (token.kind == text::TokenKind::number) return token.form.size() >= 2;
  return token.kind == text::TokenKind::word && !function_word &&
         token.form.size() >= shortest_content_word;
}

std::vector<Match> find_restatements(const Subject& draft,
                                     const std::vector<bool>& draft_function_words,
                                     const Subject& customer,
                                     const std::vector<bool>& customer_function_words) {
  std::unordered_set<std::string_view> theirs;
  const auto& customer_tokens = customer.document.tokens;
  for (std::size_t i = 0; i < customer_tokens.size(); ++i) {
    if (is_content(customer_tokens[i], customer_function_words[i])) {
      theirs.insert(stem(customer_tokens[i].form));
    }
  }
  const std::size_t needed = theirs.size() <= short_message ? 1 : 2;
  std::unordered_set<std::string_view> all_shared;
  std::size_t body_sentences = 0;
  std::vector<Match> found;
  const auto& sentences = draft.document.sentences;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    // A greeting may go on in the same sentence: it is read, but not counted.
    if (draft.zones[s] != ZoneKind::greeting && ++body_sentences > first_sentences) break;
    std::unordered_set<std::string_view> shared;
    Match match{s, 0, 0, {}};
    for (std::uint32_t i = sentences[s].first; i < sentences[s].last; ++i) {
      const text::Token& token = draft.document.tokens[i];
      if (!is_content(token, draft_function_words[i])) continue;
      const std::string_view word = stem(token.form);
      if (!theirs.contains(word)) continue;
      if (shared.empty()) match.first = i;
      shared.insert(word);
      match.last = i + 1;
    }
    if (shared.empty()) continue;
    all_shared.insert(shared.begin(), shared.end());
    match.span = {draft.document.tokens[match.first].start,
                  draft.document.tokens[match.last - 1].end};
    found.push_back(match);
  }
  if (all_shared.size() < needed) found.clear();
  return found;
}

}  // namespace replylint::engine
