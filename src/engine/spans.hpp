// Questions to lists of spans.
#pragma once

#include <algorithm>
#include <vector>

#include "replylint/span.hpp"

namespace replylint::engine {

// Does one of `all`, by position and without overlap, overlap `span`?
[[nodiscard]] inline bool overlaps_any(const std::vector<Span>& all, Span span) {
  const auto next = std::partition_point(all.begin(), all.end(),
                                         [&](Span other) { return other.end <= span.start; });
  return next != all.end() && next->overlaps(span);
}

}  // namespace replylint::engine
