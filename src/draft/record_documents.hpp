// The documents of a file: one for JSON and YAML, one a line or a row for JSON
// Lines and CSV.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <variant>

#include "draft/records.hpp"

namespace replylint {

class RecordReader::Documents {
 public:
  virtual ~Documents() = default;
  // Nothing at the end, and after an error that reaches to the end of the file.
  [[nodiscard]] virtual std::optional<std::variant<Document, RecordError>> next() = 0;

  [[nodiscard]] static std::unique_ptr<Documents> open(std::istream& in, RecordSyntax syntax);
};

}  // namespace replylint
