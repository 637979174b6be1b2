// Text as it stands in XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace replylint::report {

// For content and for attributes in double quotes. Control characters, which
// XML cannot hold, become visible; line breaks become spaces.
[[nodiscard]] std::string xml(std::string_view utf8);

}  // namespace replylint::report
