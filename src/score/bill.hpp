// The score of one set of findings, every point of it itemised.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "replylint/analysis.hpp"
#include "replylint/score.hpp"
#include "score/figures.hpp"

namespace replylint::score {

// All findings of one rule.
struct Tally {
  const rules::Rule* rule = nullptr;
  Severity severity = Severity::warning;
  Dimension dimension = Dimension::respect;
  bool missing = false;
  std::string element;                // that it asks for; may be empty
  double factor = 1;                  // of the situation
  std::string situation;              // that the factor comes from; empty without one
  bool blocker = false;               // must not be sent
  bool silent = false;                // says nothing of the tone
  std::vector<std::size_t> findings;  // indices into Analysis::findings
};

// Gravest first, then by rule id: what a family takes within its limit must
// not hang on the order of the text.
[[nodiscard]] std::vector<Tally> tally(const ScoreModel::Figures& figures,
                                       const Analysis& analysis);

struct Bill {
  std::array<double, dimension_names.size()> start{};
  std::array<double, dimension_names.size()> values{};
  std::vector<ScoreItem> items;  // by dimension
  double before_caps = 100;
  std::vector<ScoreCap> caps;  // smallest first
  double total = 100;          // not rounded
};

// `mended` is left out, as if its findings were mended or its element present;
// null for the draft as it is.
[[nodiscard]] Bill make_bill(const ScoreModel::Figures& figures, const Analysis& analysis,
                             const std::vector<Tally>& tallies, const Tally* mended);

}  // namespace replylint::score
