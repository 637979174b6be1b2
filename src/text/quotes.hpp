// Where a text quotes: spans between paired quotation marks.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace replylint::text {

// Spans between double marks ("…", “…”, „…“, «…», 「…」) of one paragraph, and
// between single ones (‘…’, '…') that lie at most 80 bytes apart on a line.
// Marks are not part of the span, and only those in prose count. A mark
// without a partner quotes nothing, an inch mark behind a digit is none.
// Sorted, without overlap.
[[nodiscard]] std::vector<Span> find_quotes(std::string_view text,
                                            std::span<const Stretch> stretches);

}  // namespace replylint::text
