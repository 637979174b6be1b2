// Which part of a draft is what.
#pragma once

#include <string_view>
#include <vector>

#include "draft/reading.hpp"
#include "draft/thread_quotes.hpp"
#include "replylint/draft.hpp"

namespace replylint {

struct Zoning {
  std::vector<Zone> zones;  // as Draft::zones
  Quotes quotes;
};

// Zones of the visible text; `known` is what its format told. Only in plain
// text do ``` fences and backticks mean code. Linear.
[[nodiscard]] Zoning find_zones(std::string_view text, const std::vector<KnownZone>& known,
                                bool plain);

}  // namespace replylint
