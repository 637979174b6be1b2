#include "engine/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace replylint::engine {

namespace {

constexpr std::array<std::string_view, 12> negations{"not",    "never",   "no",      "nothing",
                                                     "nobody", "none",    "neither", "nor",
                                                     "hardly", "without", "nowhere", "barely"};

}  // namespace

bool is_negation(std::string_view form) {
  return std::find(negations.begin(), negations.end(), form) != negations.end();
}

Vocabulary::Vocabulary() = default;

WordId Vocabulary::add_word(std::string_view form) {
  const auto next = static_cast<WordId>(words_.size() + 1);
  return words_.try_emplace(std::string(form), next).first->second;
}

std::uint16_t Vocabulary::Affixes::add(std::string_view text) {
  const auto next = static_cast<std::uint16_t>(texts.size());
  const auto [place, added] = ids.try_emplace(std::string(text), next);
  if (added) {
    texts.emplace_back(text);
    shortest = shortest == 0 ? text.size() : std::min(shortest, text.size());
    longest = std::max(longest, text.size());
  }
  return place->second;
}

std::uint16_t Vocabulary::add_prefix(std::string_view prefix) { return prefixes_.add(prefix); }
std::uint16_t Vocabulary::add_suffix(std::string_view suffix) { return suffixes_.add(suffix); }

void Vocabulary::freeze() {
  known_.assign(words_.size() + 1, Symbol{});
  for (const auto& [form, id] : words_) {
    known_[id] = {id, longest_prefix(form), longest_suffix(form),
                  is_negation(form) ? std::uint16_t{class_negation} : std::uint16_t{0}};
  }
}

std::uint16_t Vocabulary::longest_prefix(std::string_view form) const {
  for (std::size_t n = std::min(form.size(), prefixes_.longest); n >= prefixes_.shortest && n > 0;
       --n) {
    if (const auto found = prefixes_.ids.find(form.substr(0, n)); found != prefixes_.ids.end()) {
      return found->second;
    }
  }
  return 0;
}

std::uint16_t Vocabulary::longest_suffix(std::string_view form) const {
  for (std::size_t n = std::min(form.size(), suffixes_.longest); n >= suffixes_.shortest && n > 0;
       --n) {
    if (const auto found = suffixes_.ids.find(form.substr(form.size() - n));
        found != suffixes_.ids.end()) {
      return found->second;
    }
  }
  return 0;
}

Symbol Vocabulary::symbol(const text::Token& token, bool first) const {
  Symbol symbol;
  if (token.kind == text::TokenKind::word || token.kind == text::TokenKind::emoji) {
    if (const auto found = words_.find(token.form); found != words_.end()) {
      symbol = known_[found->second];
    } else {
      symbol.prefix = longest_prefix(token.form);
      symbol.suffix = longest_suffix(token.form);
      if (is_negation(token.form)) symbol.classes |= class_negation;
    }
  } else if (token.kind == text::TokenKind::number) {
    if (const auto found = words_.find(token.form); found != words_.end()) {
      symbol = known_[found->second];
    }
    symbol.classes |= class_number;
  } else if (token.kind == text::TokenKind::placeholder) {
    symbol.classes |= class_placeholder | class_name;
  }
  if (token.has(text::flag_all_caps)) symbol.classes |= class_caps;
  const bool pronoun = token.form == "i";
  if (token.has(text::flag_capitalised) && !token.has(text::flag_all_caps) && !first && !pronoun) {
    symbol.classes |= class_name;
  }
  return symbol;
}

bool Vocabulary::has_prefix(const Symbol& symbol, std::uint16_t id) const {
  return symbol.prefix != 0 && prefixes_.texts[symbol.prefix].starts_with(prefixes_.texts[id]);
}

bool Vocabulary::has_suffix(const Symbol& symbol, std::uint16_t id) const {
  return symbol.suffix != 0 && suffixes_.texts[symbol.suffix].ends_with(suffixes_.texts[id]);
}

}  // namespace replylint::engine
