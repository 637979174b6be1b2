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

}  // namespace replylint
