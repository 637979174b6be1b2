// Rule files of a test as a rule set, so that it does not move with the shipped
// pack.
#pragma once

#include <utility>
#include <vector>

#include "catch.hpp"
#include "replylint/rule_set.hpp"
#include "rules/load.hpp"

namespace replylint::test {

inline RuleSet compile_files(const std::vector<rules::RuleFile>& files) {
  Problems problems;
  auto pack = rules::load(files, rules::Strictness::lenient, {}, problems);
  auto set = RuleSet::compile(std::move(pack), problems);
  for (const Problem& problem : problems) FAIL(format_problem(problem));
  return set;
}

}  // namespace replylint::test
