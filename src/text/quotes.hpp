// Where a text quotes: spans between paired quotation marks.
#pragma once

#include <string_view>
#include <vector>

#include "replylint/span.hpp"

namespace replylint::text {

// Spans between double marks ("…", “…”, „…“, «…») of one paragraph, and between
// single ones (‘…’, '…') that lie at most 80 bytes apart on a line. Marks are
// not part of the span. A mark without a partner quotes nothing, an inch mark
// behind a digit is none. Sorted, without overlap.
[[nodiscard]] std::vector<Span> find_quotes(std::string_view text);

}  // namespace replylint::text
