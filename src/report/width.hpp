// How many columns a text takes on a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace replylint::report {

// Wide East Asian characters and emoji take two columns, combining marks and
// joiners none. An emoji that is joined to another, or to a skin tone, takes
// no columns of its own. `utf8` is valid UTF-8 without control characters.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

// The end of the longest start of `utf8` that takes at most `columns`. Marks
// stay with the character that they stand on.
[[nodiscard]] std::size_t prefix_within(std::string_view utf8, std::size_t columns);

// The start of the longest end that takes at most `columns`.
[[nodiscard]] std::size_t suffix_within(std::string_view utf8, std::size_t columns);

}  // namespace replylint::report
