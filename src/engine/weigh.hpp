// Sentences whose words together weigh too much.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/phrases.hpp"

namespace replylint::engine {

struct WeighedSentence {
  std::uint32_t sentence = 0;
  double sum = 0;
  Span span;                // from the first to the last of the words that weighed most
  std::vector<Span> words;  // these words, by position; neighbours and overlaps joined
};

// Adds up the weights of the patterns found in each sentence and returns the
// sentences above `over`, in their order. `weights` are by place of the pattern; `matches` come as
// from PhraseMatches::weighed: by position, a pattern once a sentence. The words that weighed most:
// the heaviest that make up 60 % of what speaks for the fault, at most four patterns.
[[nodiscard]] std::vector<WeighedSentence> weigh(std::span<const double> weights, double over,
                                                 const std::vector<PatternMatch>& matches);

}  // namespace replylint::engine
