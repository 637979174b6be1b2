#include <iostream>

#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"
#include "replylint/rule_set.hpp"
#include "replylint/score.hpp"

int main() {
  replylint::Problems problems;
  const auto rules = replylint::RuleSet::load({}, problems);
  const auto model = replylint::ScoreModel::of(rules, problems);
  if (!problems.empty()) return 2;
  const auto draft =
      replylint::read_draft("You should have read the terms.", replylint::Format::plain);
  const auto analysis = replylint::Analyser(rules).analyse(draft, {});
  for (const auto& finding : analysis.findings) std::cout << finding.message << '\n';
  std::cout << model.score(analysis).total << '\n';
  return analysis.findings.empty() ? 1 : 0;
}
