// The words that patterns name, as small numbers, and the number of any token.
//
// A Symbol is all that a pattern can ask of one token: which known word it is,
// the longest known prefix and suffix of it ("frustrat*", "*ly"), and its
// classes. Two tokens with equal symbols are the same to every pattern.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/document.hpp"

namespace replylint::engine {

using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

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
  std::uint16_t prefix = 0;  // 0: none
  std::uint16_t suffix = 0;
  std::uint16_t classes = 0;

  [[nodiscard]] bool is_word() const {
    return (classes & (class_start | class_end | class_break)) == 0;
  }
  friend bool operator==(const Symbol&, const Symbol&) = default;
};

// Heterogeneous look-up by string_view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

class Vocabulary {
 public:
  Vocabulary();

  // While patterns are compiled: the number of a word or affix, new or old.
  WordId add_word(std::string_view form);
  std::uint16_t add_prefix(std::string_view prefix);
  std::uint16_t add_suffix(std::string_view suffix);
  // To be called once all patterns are compiled.
  void freeze();

  [[nodiscard]] std::size_t word_count() const { return words_.size() + 1; }

  // The symbol of a token. `first` where it is the first word of its sentence,
  // whose capital says nothing.
  [[nodiscard]] Symbol symbol(const text::Token& token, bool first) const;

  // Does a symbol's longest known prefix begin with the prefix `id`?
  [[nodiscard]] bool has_prefix(const Symbol& symbol, std::uint16_t id) const;
  [[nodiscard]] bool has_suffix(const Symbol& symbol, std::uint16_t id) const;

 private:
  struct Affixes {
    StringMap<std::uint16_t> ids;
    std::vector<std::string> texts{""};  // by id
    std::size_t shortest = 0;
    std::size_t longest = 0;
    std::uint16_t add(std::string_view text);
  };
  [[nodiscard]] std::uint16_t longest_prefix(std::string_view form) const;
  [[nodiscard]] std::uint16_t longest_suffix(std::string_view form) const;

  StringMap<WordId> words_;
  std::vector<Symbol> known_;  // by word id: affixes and the negation class
  Affixes prefixes_;
  Affixes suffixes_;
};

// Words that turn a statement round: not, never, nobody, without …
[[nodiscard]] bool is_negation(std::string_view form);

}  // namespace replylint::engine
