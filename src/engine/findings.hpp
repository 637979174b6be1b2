// From matches and facts to findings: one function for each kind of rule.
#pragma once

#include "engine/compiled.hpp"
#include "engine/facts.hpp"
#include "engine/phrases.hpp"
#include "engine/placeholder_faults.hpp"
#include "replylint/analysis.hpp"

namespace replylint::engine {

// Everything that a rule may look at.
struct Context {
  const RuleSet::Compiled& compiled;
  const Draft& draft;
  const Options& options;
  const Subject& author;
  const PhraseMatches& matches;
  const Facts& facts;
  const std::vector<FaultyPlaceholder>& placeholders;
};

// Runs all rules that are selected and whose condition holds. Adds findings,
// sorted by position and rule, and the required elements.
void add_findings(const Context& context, Analysis& analysis);

}  // namespace replylint::engine
