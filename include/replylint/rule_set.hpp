// A compiled set of rules: immutable, shared by threads. Built once from rule
// files, then handed to `analyse` with each draft.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/problem.hpp"

namespace replylint {

namespace rules {
struct Pack;
struct Rule;
}  // namespace rules

class RuleSet {
 public:
  // The pack inside the binary; then each folder of `folders` over it, so that
  // a rule of the same id is replaced. Problems are all reported at once; with
  // any, the set must not be used. Where a cache folder is given, what was made of
  // the folders is kept there and found again as long as nothing in them changes;
  // it is made when missing, and being of no use is no problem.
  [[nodiscard]] static RuleSet load(const std::vector<std::string>& folders, Problems& problems,
                                    const std::string& cache_folder = {});

  // Compiles a pack that was loaded without problems (tests, `rules test`). A
  // pattern that another rule of its family always covers is a problem.
  [[nodiscard]] static RuleSet compile(rules::Pack pack, Problems& problems);

  // Rules and detectors, sorted by id. They are as a finding needs them: their
  // patterns and examples stand in `pack` only.
  [[nodiscard]] std::vector<const rules::Rule*> rules() const;
  [[nodiscard]] const rules::Rule* find(std::string_view id) const;

  // The rule files of the set, read when they are first asked for.
  [[nodiscard]] const rules::Pack& pack() const;

  // The text of score.yml, which the score reads.
  [[nodiscard]] std::string_view score_figures() const;

  class Compiled;  // the matcher; engine only
  [[nodiscard]] const Compiled& compiled() const { return *compiled_; }

 private:
  using Image = std::shared_ptr<const std::vector<std::uint64_t>>;
  static RuleSet view(const Image& image, std::uint64_t key, rules::Pack pack);
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace replylint
