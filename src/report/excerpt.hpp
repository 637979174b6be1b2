// The line of a draft around some of its words, with marks under them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "replylint/span.hpp"

namespace replylint::report {

struct Excerpt {
  std::string line;   // printable; "…" where it was cut
  std::string marks;  // blanks and carets
};

// The line on which `span` begins, cut around it to `columns` of a terminal.
// Words on further lines are left out. Looks at no more of the text than it
// can show. `text` is valid UTF-8.
[[nodiscard]] Excerpt excerpt(std::string_view text, Span span, std::size_t columns);

// Printable words on one line, cut at the end to `columns`.
[[nodiscard]] std::string shortened(std::string_view words, std::size_t columns);

}  // namespace replylint::report
