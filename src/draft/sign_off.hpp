// How a message ends: good-bye and name, contact lines, legal footers.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "draft/lines.hpp"

namespace replylint {

// Marks the closing (the good-bye and the name under it, or a name alone), the
// signature (what follows "-- ", contact lines, "Sent from my ...") and the
// disclaimer at the end of lines [first, last), which are the author's.
// Linear.
void mark_sign_off(std::string_view text, std::vector<Line>& lines, std::size_t first,
                   std::size_t last);

// The good-bye or the initials at the end of the last line of prose, where the
// line goes on: "... by Friday. Best regards, Anna", "... in a DM. ^AB".
struct InlineSignOff {
  std::size_t start = 0;  // bytes in the line; behind the end where there is none
  std::size_t end = 0;
  ZoneKind kind = ZoneKind::signature;
};
[[nodiscard]] InlineSignOff inline_sign_off(std::string_view line);

}  // namespace replylint
