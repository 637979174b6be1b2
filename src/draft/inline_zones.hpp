// Parts of a line that are not prose: links, code in backticks, placeholders.
#pragma once

#include <string_view>
#include <vector>

#include "replylint/draft.hpp"

namespace replylint {

// Finds them in text[span]: sorted, without overlap. A placeholder wins over a
// link that holds it, a link over code. `backticks`: whether they mean code.
[[nodiscard]] std::vector<Zone> find_inline_zones(std::string_view text, Span span, bool backticks);

}  // namespace replylint
