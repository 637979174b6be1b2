#pragma once

#include <cstddef>
#include <string>

namespace replylint {

// A part of a file that is read at once: all of a JSON or YAML file, a row of a
// CSV file, a line of JSON Lines.
struct FileSlice {
  std::string bytes;
  std::size_t offset = 0;      // of its first byte in the file
  std::size_t first_line = 1;  // 1-based; a slice begins with its line
};

}  // namespace replylint
