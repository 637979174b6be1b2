// What `count` rules count.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/phrases.hpp"
#include "rules/rule.hpp"

namespace replylint::engine {

// Sentences [first, last) of a document: one sentence, one paragraph or all.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

[[nodiscard]] std::vector<Range> ranges(const Subject& subject, rules::Per per);

struct Measurement {
  double value = 0;
  std::uint32_t words = 0;
  Span span;  // where the limit is crossed: a match or a sentence
  std::uint32_t sentence = 0;
};

// Measures one range. `matches` are those of the rule's own patterns, used by
// Measure::matches only. The span is where the running count first passes
// `limit`; of a measure that is no count, the first sentence.
[[nodiscard]] Measurement measure(const Subject& subject, Range range, rules::Measure what,
                                  const std::vector<Match>& matches, double limit);

}  // namespace replylint::engine
