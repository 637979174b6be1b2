// Something wrong in a rule file, a rule folder or a configuration. Problems
// are data: they are collected, and all of them are shown at once.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace replylint {

struct Problem {
  std::string file;
  std::size_t line = 0;     // 1-based; 0 when it concerns the file or folder as a whole
  std::size_t column = 0;   // 1-based, in code points
  std::size_t length = 1;   // code points to underline
  std::string message;      // what is wrong and what to do
  std::string source_line;  // the line's text, for the caret; may be empty
};

using Problems = std::vector<Problem>;

// "file:line:column: error: message", the source line and a caret under it.
// Control characters of the file are escaped.
[[nodiscard]] std::string format_problem(const Problem& problem);

}  // namespace replylint
