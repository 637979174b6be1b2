#include "score/tone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "rules/rule.hpp"
#include "score/round.hpp"

namespace replylint::score {

namespace {

constexpr double middle = 50;

}  // namespace

void add_tone(const ScoreModel::Figures& figures, const Analysis& analysis,
              const std::vector<Tally>& tallies, Score& score) {
  const double spread =
      std::sqrt(static_cast<double>(std::max<std::size_t>(1, analysis.sentences)));
  double sum = figures.tone_start;
  const auto add = [&](Dimension dimension, std::string reason, double points,
                       std::size_t finding) {
    const double share = points / spread;
    if (share == 0) return;
    sum += share;
    score.tone_items.push_back(
        {dimension, std::move(reason), share, finding,
         fmt::format("{:.4g} / √{}", points, std::max<std::size_t>(1, analysis.sentences))});
  };
  score.tone_width = figures.tone_width;
  score.tone_items.push_back({Dimension::respect, "start", sum, ScoreItem::npos, {}});
  for (const ElementFound& strength : analysis.strengths) {
    add(strength.dimension, "strength: " + strength.name, figures.tone_strength, ScoreItem::npos);
  }
  for (const Tally& tally : tallies) {
    if (tally.silent) continue;
    const std::size_t hits = std::min(tally.findings.size(), figures.repeats.size());
    for (std::size_t k = 0; k < hits; ++k) {
      const double points =
          figures.tone_faults.at(static_cast<std::size_t>(tally.severity)) * figures.repeats[k];
      add(tally.dimension, tally.rule->id, points, tally.findings[k]);
    }
  }
  for (const ToneWord& word : analysis.tone_words) {
    const double share = word.weight * static_cast<double>(word.count) / spread;
    sum += share;
    score.tone_words.push_back({word.pattern, word.count, share});
  }
  score.tone = rounded(100 / (1 + std::exp((middle - sum) / figures.tone_width)));
}

}  // namespace replylint::score
