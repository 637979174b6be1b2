// The words that patterns name, as small numbers, and the number of any token.
//
// A Symbol is all that a pattern can ask of one token: which known word it is,
// the longest known prefix and suffix of it ("frustrat*", "*ly"), and its
// classes. Two tokens with equal symbols are the same to every pattern.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/tables.hpp"
#include "text/document.hpp"

namespace replylint::engine {

// Bits of Symbol::classes. The last five mark symbols that are no words: the
// ends of a sentence and the clause breaks inside it.
enum SymbolClass : std::uint16_t {
  class_number = 1 << 0,
  class_name = 1 << 1,
  class_placeholder = 1 << 2,
  class_caps = 1 << 3,
  class_negation = 1 << 4,
  class_start = 1 << 5,
  class_end = 1 << 6,
  class_end_question = 1 << 7,
  class_end_exclamation = 1 << 8,
  class_break = 1 << 9,
};

struct Symbol {
  WordId word = unknown_word;
  AffixId prefix = 0;  // 0: none
  AffixId suffix = 0;
  std::uint16_t classes = 0;

  [[nodiscard]] bool is_word() const {
    return (classes & (class_start | class_end | class_break)) == 0;
  }
};

// The symbol of a token. `first` where it is the first word of its sentence,
// whose capital says nothing.
[[nodiscard]] Symbol symbol_of(const PackTables& tables, const text::Token& token, bool first);

// The longest known prefix or suffix of a form.
[[nodiscard]] AffixId longest_prefix(const PackTables& tables, std::string_view form);
[[nodiscard]] AffixId longest_suffix(const PackTables& tables, std::string_view form);

// Does a test take this symbol?
[[nodiscard]] bool passes(const PackTables& tables, const Test& test, const Symbol& symbol);

// Words that turn a statement round: not, never, nobody, without …
[[nodiscard]] bool is_negation(std::string_view form);

}  // namespace replylint::engine
