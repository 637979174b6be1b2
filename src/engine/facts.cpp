#include "engine/facts.hpp"

#include <algorithm>

namespace replylint::engine {

bool Facts::holds(const CompiledCondition& condition) const {
  const auto is_set = [&](FactId fact) { return holds_[fact]; };
  return std::all_of(condition.all.begin(), condition.all.end(), is_set) &&
         (condition.any.empty() ||
          std::any_of(condition.any.begin(), condition.any.end(), is_set)) &&
         std::none_of(condition.none.begin(), condition.none.end(), is_set);
}

}  // namespace replylint::engine
