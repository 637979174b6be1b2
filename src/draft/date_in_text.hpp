// Dates as mail programs write them above a message that they quote.
#pragma once

#include <optional>
#include <string_view>

#include "replylint/exchange.hpp"
#include "replylint/span.hpp"

namespace replylint {

struct DateInText {
  // Nothing where the text leaves open which day it is ("05/08/2026").
  std::optional<Moment> moment;
  Span date;                 // of the day, in the text
  std::optional<Span> time;  // of the time of day
};

// The first date in a line: "Mon, 3 Nov 2026 at 10:12", "November 3, 2026 10:12
// AM", "03.11.2026 um 10:12", "2026-11-03 10:12 +0100", "2026年11月3日 10:12", with
// names of months in any language that text::month_named knows. Without a time
// of day it is midnight, without a zone that of `zone` (minutes east of UTC).
//
// "05/08/2026" is the 5th of August where its parts leave no choice, where
// points stand between them or a time of 24 hours follows; the 8th of May
// before AM or PM.
[[nodiscard]] std::optional<DateInText> date_in_text(std::string_view line, int zone);

}  // namespace replylint
