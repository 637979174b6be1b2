// Where a draft repeats a message of somebody else.
#pragma once

#include <string_view>
#include <vector>

#include "draft/lines.hpp"

namespace replylint {

// Marks the lines of quotations and forwarded messages: ">" lines with the
// attribution before them ("On ... wrote:" in a dozen languages, wrapped or
// not), and everything below a header-style boundary ("-----Original
// Message-----", a From/Sent/To block, a Lotus header, "Begin forwarded
// message"). Lines that are known already are left alone. Linear.
void mark_quotations(std::string_view text, std::vector<Line>& lines);

}  // namespace replylint
