// How the words of a draft sound; what is missing and the situation play no
// part, so that a request of two lines and a long mail can be compared.
#pragma once

#include <vector>

#include "replylint/analysis.hpp"
#include "replylint/score.hpp"
#include "score/bill.hpp"
#include "score/figures.hpp"

namespace replylint::score {

// Sets tone and its items.
void add_tone(const ScoreModel::Figures& figures, const Analysis& analysis,
              const std::vector<Tally>& tallies, Score& score);

}  // namespace replylint::score
