// From findings and elements to a number that a writer can recompute by hand:
// section "Score" of docs/score.md says the model, rules/en/score.yml holds
// every figure of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/analysis.hpp"

namespace replylint {

enum class Band : std::uint8_t { do_not_send, rewrite, revise, good, ready };
inline constexpr std::array<std::string_view, 5> band_names{"do-not-send", "rewrite", "revise",
                                                            "good", "ready"};

// One line of the bill.
struct ScoreItem {
  Dimension dimension = Dimension::respect;
  std::string reason;          // rule id, "element apology missing", "strength thanks-specific"
  double points = 0;           // negative for a loss
  std::size_t finding = npos;  // index into Analysis::findings
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

struct ScoreCap {
  double limit = 100;
  std::string reason;
};

// What the score would gain if one finding were mended.
struct Mend {
  std::size_t finding = 0;  // index into Analysis::findings
  double gain = 0;          // after caps
  double gain_before_caps = 0;
};

struct Score {
  int total = 100;  // rounded half up
  Band band = Band::ready;
  int tone = 100;
  std::array<int, 6> dimensions{};  // rounded half up, in the order of Dimension
  std::array<double, 6> start{};    // before subtractions
  std::vector<ScoreItem> items;
  std::vector<ScoreItem> tone_items;  // `points` are shares of tone; dimension is that of the rule
  double before_caps = 100;
  std::vector<ScoreCap> caps;  // those that hold, smallest first
  std::vector<Mend> mends;     // best first, only gains above nothing
};

// Figures of score.yml, checked. Shared by threads.
class ScoreModel {
 public:
  // From the score.yml of the rule set's pack.
  [[nodiscard]] static ScoreModel of(const RuleSet& rules, Problems& problems);
  [[nodiscard]] Score score(const Analysis& analysis) const;

  struct Figures;

 private:
  std::shared_ptr<const Figures> figures_;
};

}  // namespace replylint
