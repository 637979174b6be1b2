#include "cli/linter.hpp"

namespace replylint::cli {

Linter* Linters::get(const std::vector<std::string>& folders, Problems& problems) {
  auto& linter = linters_[folders];
  if (linter == nullptr) {
    RuleSet rules = RuleSet::load(folders, problems, cache_folder_);
    if (!problems.empty()) return nullptr;
    ScoreModel model = ScoreModel::of(rules, problems);
    if (!problems.empty()) return nullptr;
    linter = std::make_unique<Linter>(Linter{rules, Analyser(rules), std::move(model)});
  }
  return linter.get();
}

}  // namespace replylint::cli
