#include "engine/suppressions.hpp"

#include <algorithm>

#include "rules/rule.hpp"

namespace replylint::engine {

void silence(const std::vector<Suppression>& suppressions, Analysis& analysis) {
  analysis.silenced.assign(suppressions.size(), 0);
  if (suppressions.empty()) return;
  const auto is_silenced = [&](const rules::Rule& rule, std::size_t times) {
    if (rule.family == "privacy") return false;
    bool silent = false;
    for (std::size_t i = 0; i < suppressions.size(); ++i) {
      const std::string& name = suppressions[i].rule;
      if (name != rule.id && name != rule.family) continue;
      analysis.silenced[i] += times;
      silent = true;
    }
    return silent;
  };
  std::erase_if(analysis.findings,
                [&](const Finding& finding) { return is_silenced(*finding.rule, 1); });
  // What may be missing is not required.
  std::erase_if(analysis.required, [&](const RequiredElement& element) {
    return !element.present && is_silenced(*element.rule, 0);
  });
}

}  // namespace replylint::engine
