// How a message ends within its last line.
#pragma once

#include <cstddef>
#include <string_view>

#include "replylint/draft.hpp"

namespace replylint {

// The good-bye or the initials at the end of the last line of prose, where the
// line goes on: "... by Friday. Best regards, Anna", "... in a DM. ^AB".
struct InlineSignOff {
  std::size_t start = 0;  // bytes in the line; behind the end where there is none
  std::size_t end = 0;
  ZoneKind kind = ZoneKind::signature;
};
[[nodiscard]] InlineSignOff inline_sign_off(std::string_view line);

}  // namespace replylint
