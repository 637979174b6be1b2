// Rules that a draft itself asks to be silent.
#pragma once

#include <vector>

#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"

namespace replylint::engine {

// Takes out the findings that a suppression names, by rule or family, and counts
// them in Analysis::silenced. Rules of privacy are never silenced so.
void silence(const std::vector<Suppression>& suppressions, Analysis& analysis);

}  // namespace replylint::engine
