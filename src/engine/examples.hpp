// Executes the examples of rule files.
#pragma once

#include <string>
#include <vector>

#include "replylint/problem.hpp"
#include "replylint/rule_set.hpp"

namespace replylint::engine {

// An error or warning of one rule on the good example of another: not wrong in
// itself, but each of these wants a look.
struct CrossFire {
  std::string example_rule;
  std::size_t line = 0;  // of the example in its file
  std::string finding_rule;
  std::string words;
};

struct ExampleResults {
  std::size_t executed = 0;
  Problems failures;
  std::vector<CrossFire>
      cross_fire;  // rules about what is missing left out: examples are fragments
};

// A bad example must be flagged by its rule exactly at the marks, a good one
// not at all; of a detector: present and absent. All rules of the set run.
[[nodiscard]] ExampleResults run_examples(const RuleSet& rules);

}  // namespace replylint::engine
