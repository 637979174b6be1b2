#include "engine/facts.hpp"

#include <algorithm>

namespace replylint::engine {

bool Facts::any_of(Slice facts) const {
  const auto ids = slice(compiled_.tables.fact_lists, facts);
  return std::any_of(ids.begin(), ids.end(), [&](FactId id) { return holds(id); });
}

bool Facts::allow(const RuleRecord& rule) const {
  const auto all = slice(compiled_.tables.fact_lists, rule.all);
  return std::all_of(all.begin(), all.end(), [&](FactId id) { return holds(id); }) &&
         (rule.any.count == 0 || any_of(rule.any)) && !any_of(rule.none);
}

}  // namespace replylint::engine
