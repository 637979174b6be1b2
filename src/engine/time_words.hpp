// The closed set of words that times are made of, each with what it means.
// Names of days, months and numbers are ICU's (text/calendar.hpp).
#pragma once

#include <optional>
#include <string_view>

#include "engine/time_expression.hpp"

namespace replylint::engine {

// "hours", "hrs", "h"; folded, like every word here.
[[nodiscard]] std::optional<TimeUnit> unit_named(std::string_view word);

// What stands before a time: "by", "until", "around". `within` is said of
// lengths of time: "within", "in".
[[nodiscard]] std::optional<Relation> relation_named(std::string_view word);

// "morning", "noon", "lunchtime".
[[nodiscard]] std::optional<ClockTime> part_of_day_named(std::string_view word);

// Words before or behind a time that is past, comes again, or only lasts: "last",
// "every", "since", "for"; "ago", "late".
[[nodiscard]] bool makes_no_appointment(std::string_view before);
[[nodiscard]] bool unmakes_appointment(std::string_view behind);

// May stand behind a bare number that is a time: "at 4 on", "at 4 to".
[[nodiscard]] bool follows_hour(std::string_view word);

}  // namespace replylint::engine
