// A draft's text made safe for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace replylint::report {

// Control characters (C0, C1, DEL), directions and other invisible characters
// that change how the rest is shown.
[[nodiscard]] bool is_unsafe(char32_t c);

// Unsafe characters become visible: "\x1b", "\u202e". Line breaks and tabs
// become one space. `utf8` is valid UTF-8.
[[nodiscard]] std::string printable(std::string_view utf8);

// `printable` for names that may hold any bytes: ill-formed ones become U+FFFD.
[[nodiscard]] std::string printable_name(std::string_view bytes);

}  // namespace replylint::report
