// Rules and score of one set of rule folders, ready to lint.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "replylint/analysis.hpp"
#include "replylint/rule_set.hpp"
#include "replylint/score.hpp"

namespace replylint::cli {

struct Linter {
  RuleSet rules;
  Analyser analyser;
  ScoreModel model;
};

// Loads each set of folders once: files of one run may have configurations
// that differ.
class Linters {
 public:
  explicit Linters(std::string cache_folder) : cache_folder_(std::move(cache_folder)) {}

  // Nothing when there are problems.
  [[nodiscard]] Linter* get(const std::vector<std::string>& folders, Problems& problems);

 private:
  std::string cache_folder_;
  std::map<std::vector<std::string>, std::unique_ptr<Linter>> linters_;
};

}  // namespace replylint::cli
