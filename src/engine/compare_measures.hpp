// What `compare` rules can ask that patterns cannot: one function for each
// rules::CompareMeasure, called by `compare` (compare.hpp). Without a customer's
// message none of them finds anything. Each is linear in both texts.
#pragma once

#include "engine/compare.hpp"

namespace replylint::engine {

// Questions that nothing in the draft takes up: no content word of theirs comes
// back, and the draft has nothing of the kind that they ask for (a time, a sum,
// a reason, steps). A sentence may answer in words of its own: where one stands
// that tells something and takes up no other question, nothing is found. It tells
// something unless it holds words of `says` (thanks, regret, what we did) and two
// content words at most beside them. Rhetorical questions and those without
// content words are left out.
[[nodiscard]] Discrepancies unanswered_questions(const Context&, const CompiledComparison&);

// Numbers (order, ticket, invoice …) of which the draft and its subject name none.
[[nodiscard]] Discrepancies unmentioned_references(const Context&, const CompiledComparison&);

// The words of `customer`, where the draft has no content word of them.
[[nodiscard]] Discrepancies unmentioned_words(const Context&, const CompiledComparison&);

// All that a message of two content words or more is about, where no content
// word of it comes back; {value} names the first of them. With `says`, only where
// no sentence of the body tells something, as above.
[[nodiscard]] Discrepancies unmentioned_problem(const Context&, const CompiledComparison&);

// Sums in the draft of which none is the customer's, nor twice one, nor all of
// them together; {value} is the customer's.
[[nodiscard]] Discrepancies different_amount(const Context&, const CompiledComparison&);

// Dates in what the draft `says`, where `customer` names another and the draft
// does not name that.
[[nodiscard]] Discrepancies different_date(const Context&, const CompiledComparison&);

// The name in the greeting, where it shares no word with the customer's; {value}
// is theirs.
[[nodiscard]] Discrepancies wrong_name(const Context&, const CompiledComparison&);

// Words that the draft `says` and that the customer wrote too.
[[nodiscard]] Discrepancies echoed_words(const Context&, const CompiledComparison&);

}  // namespace replylint::engine
