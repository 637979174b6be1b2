// Promises in one text: from the matches of signals to who, what and when.
//
// The words are the rule pack's: signals/promise (somebody of our side does
// something; the match begins with who), signals/under-way (is doing it, which is
// a promise where a time stands with it), signals/promised (something happens, by
// nobody in particular), signals/condition (opens a condition and ends with its
// subject), signals/some-time (words for a time, named or not). Here is the
// structure: which words belong to which promise.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/compiled.hpp"
#include "engine/phrases.hpp"
#include "engine/time_expression.hpp"
#include "replylint/promises.hpp"

namespace replylint::engine {

struct FoundPromise {
  Promise promise;  // without `message`
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;  // tokens [first, last) of `what`
  std::uint32_t last = 0;
  std::vector<TimeExpression> times;  // those of `when`
};

// By position. `base` is what relative times count from.
[[nodiscard]] std::vector<FoundPromise> find_promises(const RuleSet::Compiled& compiled,
                                                      const Subject& subject,
                                                      const PhraseMatches& matches,
                                                      std::optional<Moment> base, DateOrder order);

// The phrase of a signal in the draft; `no_phrase` in a pack without it.
[[nodiscard]] PhraseId phrase_of_signal(const RuleSet::Compiled& compiled, std::string_view name);

}  // namespace replylint::engine
