#include "replylint/score.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "rules/rule.hpp"
#include "score/bill.hpp"
#include "score/figures.hpp"
#include "score/round.hpp"
#include "score/tone.hpp"

namespace replylint {

namespace {

// Every rule's findings taken away in turn, those first that help most.
std::vector<Mend> find_mends(const ScoreModel::Figures& figures, const Analysis& analysis,
                             const std::vector<score::Tally>& tallies, const score::Bill& bill) {
  // Binary fractions must not decide between gains that are equal.
  const auto steps = [](double gain) { return std::lround(gain * 1000); };
  std::vector<Mend> mends;
  for (const score::Tally& tally : tallies) {
    const score::Bill mended = score::make_bill(figures, analysis, tallies, &tally);
    const Mend mend{tally.findings.front(), tally.findings.size(), mended.total - bill.total,
                    mended.before_caps - bill.before_caps};
    if (steps(mend.gain) > 0 || steps(mend.gain_before_caps) > 0) mends.push_back(mend);
  }
  std::stable_sort(mends.begin(), mends.end(), [&](const Mend& a, const Mend& b) {
    return std::tuple(steps(a.gain), steps(a.gain_before_caps)) >
           std::tuple(steps(b.gain), steps(b.gain_before_caps));
  });
  return mends;
}

Band band_of(const ScoreModel::Figures& figures, int total) {
  const auto reached = std::count_if(figures.bands.begin(), figures.bands.end(),
                                     [&](double limit) { return total >= limit; });
  return static_cast<Band>(reached);
}

}  // namespace

Score ScoreModel::score(const Analysis& analysis) const {
  const Figures& figures = *figures_;
  Score score;
  for (std::size_t d = 0; d < dimension_names.size(); ++d) {
    score.weights.at(d) = figures.dimensions.at(d).weight;
  }
  if (analysis.words == 0 && analysis.findings.empty()) {
    score.dimensions.fill(100);
    score.start.fill(100);
    score.values.fill(100);
    return score;
  }
  const auto tallies = score::tally(figures, analysis);
  score::Bill bill = score::make_bill(figures, analysis, tallies, nullptr);
  for (std::size_t d = 0; d < dimension_names.size(); ++d) {
    score.dimensions.at(d) = score::rounded(bill.values.at(d));
  }
  score.start = bill.start;
  score.values = bill.values;
  score.total = score::rounded(bill.total);
  score.band = band_of(figures, score.total);
  score.before_caps = bill.before_caps;
  score.mends = find_mends(figures, analysis, tallies, bill);
  score.items = std::move(bill.items);
  score.caps = std::move(bill.caps);
  score::add_tone(figures, analysis, tallies, score);
  return score;
}

}  // namespace replylint
