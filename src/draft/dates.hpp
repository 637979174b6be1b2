// Dates and times by their shape.
#pragma once

#include <string_view>

namespace replylint {

[[nodiscard]] bool contains_digit(std::string_view text);

// "08:53", "8:53:01".
[[nodiscard]] bool contains_time(std::string_view text);

// "05/08/2001", "8.5.01", "2001-05-08".
[[nodiscard]] bool contains_numeric_date(std::string_view text);

}  // namespace replylint
