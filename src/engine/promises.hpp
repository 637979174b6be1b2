// Promises in one text: from the matches of two signals to who, what and when.
//
// The words are the rule pack's: signals/promise (somebody of our side does
// something; the match begins with who), signals/promised (something happens, by
// nobody in particular), signals/condition (what opens a condition),
// signals/some-time (words for a time that names none). Here is the structure:
// which words belong to which promise.
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
