// From bytes of a source to lines and columns.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace replylint::report {

struct Position {
  std::size_t line = 1;    // 1-based
  std::size_t column = 1;  // 1-based, in code points; an ill-formed byte counts as one
};

// Built once for a source. Positions asked for in rising order cost what lies
// between them, so that a million findings on one line stay linear.
class LineIndex {
 public:
  explicit LineIndex(std::string_view source);

  [[nodiscard]] Position position(std::size_t byte) const;

  // The line's text without its line break; 1-based.
  [[nodiscard]] std::string_view line(std::size_t number) const;

 private:
  std::string_view source_;
  std::vector<std::size_t> starts_;  // of each line
  // The last answer, from which the next one may go on.
  mutable std::size_t last_byte_ = 0;
  mutable Position last_;
};

}  // namespace replylint::report
