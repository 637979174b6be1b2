// The pack inside the binary, ready to lint.
#pragma once

#include <algorithm>
#include <string_view>

#include "catch.hpp"
#include "replylint/analysis.hpp"
#include "replylint/rule_set.hpp"
#include "replylint/score.hpp"

namespace replylint::test {

struct Shipped {
  Problems problems;
  RuleSet rules = RuleSet::load({}, problems);
  ScoreModel model = ScoreModel::of(rules, problems);
  Analyser analyser{rules};

  Shipped() { REQUIRE(problems.empty()); }
};

inline Channel channel_named(std::string_view name) {
  const auto* const found = std::find(channel_names.begin(), channel_names.end(), name);
  REQUIRE(found != channel_names.end());
  return static_cast<Channel>(found - channel_names.begin());
}

}  // namespace replylint::test
