// Rows of a CSV file (RFC 4180), read as a stream: memory is bounded by the
// longest row.
//
// Fields are parted by a comma, a semicolon or a tab, whichever stands most
// often in the first row. A field that begins with a quotation mark goes to the
// next single one, over delimiters and line breaks; within it, two are one.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "draft/file_slice.hpp"
#include "draft/value.hpp"

namespace replylint {

struct CsvRow {
  FileSlice slice;                      // with its line end
  std::vector<Value> fields;            // texts; their maps lead to the slice
  bool too_long = false;                // only its beginning was kept
  std::optional<std::size_t> unclosed;  // the quotation mark, in the slice, that nothing closes
  std::size_t replaced = 0;             // sequences of bytes that are not UTF-8
  std::size_t first_replaced = 0;       // in the slice
};

class CsvReader {
 public:
  static constexpr std::size_t longest_row = std::size_t{64} << 20;  // bytes

  explicit CsvReader(std::istream& in) : in_(in) {}

  // The next row that is not empty; false at the end.
  bool next(CsvRow& row);

 private:
  bool read_slice(CsvRow& row);

  std::istream& in_;
  std::size_t offset_ = 0;
  std::size_t line_ = 1;
  char delimiter_ = '\0';  // not known before the first row
};

}  // namespace replylint
