// English words of the calendar and the clock: days, months, numbers in words,
// time zones. ICU knows the last two; months of other languages are in
// month_names.hpp.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "text/moment.hpp"

namespace replylint::text {

// Of an English name, whole or cut after three letters or more: "monday",
// "mon", "thurs". `word` is folded.
[[nodiscard]] std::optional<std::chrono::weekday> weekday_named(std::string_view word);

// 1 for "january" and "jan", 9 for "sept", as above.
[[nodiscard]] std::optional<unsigned> english_month(std::string_view word);

// "one" to "sixty", "twenty-four" too; `word` is folded.
[[nodiscard]] std::optional<int> number_named(std::string_view word);

// How far the clocks of a time zone are from UTC, in minutes to the east, when
// they show `local`. `name` is what people write behind a time: "PST" (winter
// time, whatever the season), "PT" and "Pacific Time" (what holds on that day),
// "BST", "CEST", "UTC". A time that the clocks skip or show twice is read as
// before they are changed. Nothing for any other name. Threads may call it.
[[nodiscard]] std::optional<int> zone_offset(std::string_view name, LocalTime local);

// Whether "5/6" is the fifth of June where `tag` is spoken ("en-GB": true,
// "en-US": false). Nothing for a tag that is ill-formed or names no country.
[[nodiscard]] std::optional<bool> puts_day_first(std::string_view tag);

}  // namespace replylint::text
