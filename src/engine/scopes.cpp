#include "engine/scopes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/vocabulary.hpp"

namespace replylint::engine {

namespace {

constexpr std::uint32_t negation_reach = 4;  // words; the playbook's section 0.1, item 7

// No clause that a reader follows is longer; it also keeps a text without any
// punctuation linear.
constexpr std::uint32_t condition_reach = 40;  // words

// A negation does not reach over these into the clause that they open.
constexpr std::array<std::string_view, 9> clause_openers{
    "but", "because", "since", "although", "though", "unless", "if", "while", "until"};

constexpr std::array<std::string_view, 7> condition_openers{"if",   "unless", "whether", "when",
                                                            "once", "lest",   "whenever"};

template <typename Words>
bool is_one_of(std::string_view form, const Words& words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

// "not only", "not just", "not merely" deny nothing.
bool is_hollow(const text::Document& document, const text::Sentence& sentence, std::uint32_t at) {
  if (document.tokens[at].form != "not" || at + 1 >= sentence.last) return false;
  const std::string_view next = document.tokens[at + 1].form;
  return next == "only" || next == "just" || next == "merely";
}

}  // namespace

bool in_negation(const text::Document& document, const text::Sentence& sentence,
                 std::uint32_t first) {
  for (std::uint32_t back = 1; back <= negation_reach && first >= sentence.first + back; ++back) {
    const std::uint32_t at = first - back;
    if (document.tokens[at + 1].has(text::flag_clause_break)) return false;
    const std::string_view form = document.tokens[at].form;
    if (is_negation(form)) return !is_hollow(document, sentence, at);
    // "not because you …" denies what follows; "… not, because you …" does not.
    if (is_one_of(form, clause_openers)) {
      return at > sentence.first && is_negation(document.tokens[at - 1].form) &&
             !document.tokens[at].has(text::flag_clause_break);
    }
  }
  return false;
}

bool in_condition(const text::Document& document, const text::Sentence& sentence,
                  std::uint32_t first) {
  const std::uint32_t from =
      first > sentence.first + condition_reach ? first - condition_reach : sentence.first;
  for (std::uint32_t at = first; at-- > from;) {
    if (document.tokens[at + 1].has(text::flag_clause_break)) return false;
    const std::string_view form = document.tokens[at].form;
    if (form == "then") return false;
    if (is_one_of(form, condition_openers)) return true;
    if (form == "in" && at + 1 < first && document.tokens[at + 1].form == "case") return true;
    if (form == "should" && at == sentence.first) return true;
  }
  return false;
}

bool in_quotation(const text::Document& document, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t at = first; at < last; ++at) {
    if (!document.tokens[at].has(text::flag_quoted)) return false;
  }
  return first < last;
}

}  // namespace replylint::engine
