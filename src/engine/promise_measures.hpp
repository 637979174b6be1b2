// What compare rules say of promises: src/engine/compare.hpp calls these.
#pragma once

#include "engine/compare.hpp"

namespace replylint::engine {

// Promises without a condition, in the last of our earlier messages, whose time
// is over when the draft is sent (Options::now, else the draft's date; nothing
// without either) and of which the draft does not say that they were kept. Missing from the draft;
// {value} is when it was due, the evidence the words that promised.
[[nodiscard]] Discrepancies overdue_promises(const Context& context,
                                             const ComparisonRecord& comparison);

// Two promises of the draft with the same act and times that exclude each other.
// Flagged is the second; {value} is when the first says.
[[nodiscard]] Discrepancies conflicting_promises(const Context& context,
                                                 const ComparisonRecord& comparison);

// Promises of our earlier messages that are neither kept nor overdue, and of
// which the draft repeats no content word.
[[nodiscard]] Discrepancies unmentioned_promises(const Context& context,
                                                 const ComparisonRecord& comparison);

}  // namespace replylint::engine
