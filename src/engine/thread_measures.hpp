// What `compare` rules can ask about a thread: one function for each of its
// rules::CompareMeasure, called by `compare` (compare.hpp). Without a thread
// none of them finds anything. Each is linear in the draft and the thread.
#pragma once

#include "engine/compare.hpp"

namespace replylint::engine {

// More than `over` turns of the customer's: messages in a row are one turn.
[[nodiscard]] Discrepancies rounds(const Context&, const ComparisonRecord&);

// More than `over` hours since the first message of the customer's that is not
// answered, Saturdays and Sundays not counted; measured at Options::now, else
// at the draft's own date, and silent where neither is known. {value} is the
// whole time: "3 days".
[[nodiscard]] Discrepancies hours_waited(const Context&, const ComparisonRecord&);

// Where the customer wrote again before we answered, and the draft does not
// take up the newest message: no content word of it comes back, or the draft
// names a number that the newest message replaces. What customer.courtesy finds
// there (thanks, "any news?") says nothing.
[[nodiscard]] Discrepancies newest_unanswered(const Context&, const ComparisonRecord&);

// Paragraphs of the body, of twelve words or more, that stood nearly so in an
// earlier message of ours: four fifths of all runs of three words are shared.
// {value} is the day it was sent, or "earlier".
[[nodiscard]] Discrepancies copied_paragraphs(const Context&, const ComparisonRecord&);

}  // namespace replylint::engine
