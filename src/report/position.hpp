// From bytes of a source to lines and columns.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace replylint::report {

struct Position {
  std::size_t line = 1;    // 1-based; a line ends with a line feed
  std::size_t column = 1;  // 1-based, in code points; an ill-formed sequence counts as one
};

// Built once for a source, which it looks into: the source outlives it. UTF-8,
// or UTF-16 with a byte-order mark; a mark counts as a code point. A position
// costs the same wherever it is, however long its line.
class LineIndex {
 public:
  explicit LineIndex(std::string_view source);

  // Of the character that begins at `byte`; behind the last one for the source's size.
  [[nodiscard]] Position position(std::size_t byte) const;

  // Where the line of that character begins.
  [[nodiscard]] std::size_t line_start(std::size_t byte) const;

 private:
  enum class Encoding { utf8, utf16_little, utf16_big };

  [[nodiscard]] std::size_t count(std::size_t from, std::size_t to) const;
  [[nodiscard]] std::size_t count_before(std::size_t byte) const;

  std::string_view source_;
  Encoding encoding_ = Encoding::utf8;
  std::vector<std::size_t> lines_;   // where each begins
  std::vector<std::size_t> blocks_;  // code points before each block of bytes
  // Continuation bytes that stand alone: each is a character of its own.
  std::vector<std::size_t> strays_;
};

}  // namespace replylint::report
