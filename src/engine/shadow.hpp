// A pattern that another rule of the same family always covers can never be
// the one that is wanted: an error of the rule files.
#pragma once

#include "engine/compiled.hpp"
#include "replylint/problem.hpp"

namespace replylint::engine {

// Looks at the patterns that spell out a few fixed word sequences, and reports
// those whose every sequence another rule of the family matches as a whole,
// without conditions of its own.
void find_shadowed(const RuleSet::Compiled& compiled, Problems& problems);

}  // namespace replylint::engine
