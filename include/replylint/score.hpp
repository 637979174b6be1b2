// From findings and elements to a number that a writer can recompute by hand:
// docs/score.md says how, rules/en/score.yml holds every figure.
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
[[nodiscard]] constexpr std::string_view to_string(Band band) {
  return band_names.at(static_cast<std::size_t>(band));
}

// One line of the bill.
struct ScoreItem {
  Dimension dimension = Dimension::respect;
  std::string reason;          // rule id, "strength: joint"
  double points = 0;           // negative for a loss
  std::size_t finding = npos;  // index into Analysis::findings
  std::string how;             // how the points came about: "error 30 × 1.25 angry"; may be empty
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

struct ScoreCap {
  double limit = 100;
  std::string reason;
};

// What one pattern of the tone adds, for all times it stands there.
struct ToneShare {
  std::string_view pattern;  // lives as long as the rule set
  std::size_t count = 0;
  double points = 0;  // negative for what sounds cold
};

// What the score would gain if every finding of one rule were mended.
struct Mend {
  std::size_t finding = 0;  // the first of them, an index into Analysis::findings
  std::size_t hits = 1;     // how many they are
  double gain = 0;          // after caps
  double gain_before_caps = 0;
};

struct Score {
  int total = 100;  // rounded half up
  Band band = Band::ready;
  int tone = 100;

  // In the order of Dimension.
  std::array<int, 6> dimensions{};  // `values`, rounded half up
  std::array<double, 6> start{};    // from the required elements, before subtractions
  std::array<double, 6> values{};   // after them, within 0 … 100
  std::array<double, 6> weights{};

  std::vector<ScoreItem> items;  // by dimension; missing elements, findings, strengths
  double before_caps = 100;      // weighted mean of `values`
  std::vector<ScoreCap> caps;    // all that hold, smallest first; those below `before_caps` bite
  std::vector<Mend> mends;       // best first, only gains above nothing

  // Shares of tone: the start, strengths and faults; then words, the heaviest
  // first. Tone is 100 / (1 + exp((50 - sum of both) / tone_width)).
  std::vector<ScoreItem> tone_items;
  std::vector<ToneShare> tone_words;
  double tone_width = 1;
};

// Figures of score.yml, checked. Immutable; shared by threads.
class ScoreModel {
 public:
  // From the score.yml of the rule set's pack. With problems, the model must
  // not be used.
  [[nodiscard]] static ScoreModel of(const RuleSet& rules, Problems& problems);

  // A draft without words and findings has 100 in everything.
  [[nodiscard]] Score score(const Analysis& analysis) const;

  struct Figures;

 private:
  std::shared_ptr<const Figures> figures_;
};

}  // namespace replylint
