// Structured header fields of a mail: a value and its parameters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace replylint {

// A Content-Type or Content-Disposition: the value, in lower case, and
// parameters.
struct MimeValue {
  std::string value;  // "text/plain"
  struct Parameter {
    std::string name;  // in lower case
    std::string value;
  };
  std::vector<Parameter> parameters;

  [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

// Parameters in pieces ("name*0", "name*1") are joined, and those of RFC 2231
// ("charset*=utf-8'en'…") decoded.
[[nodiscard]] MimeValue parse_mime_value(std::string_view field);

}  // namespace replylint
