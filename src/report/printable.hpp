// A draft's text made safe for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace replylint::report {

// Control characters (C0, C1, DEL), bidirectional overrides and invisible
// format characters become "\x1b", "\u202e"; line breaks and tabs become one
// space. `utf8` is valid UTF-8.
[[nodiscard]] std::string printable(std::string_view utf8);

// Columns that printable text takes on a terminal: wide characters and emoji
// two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

}  // namespace replylint::report
