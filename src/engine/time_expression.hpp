// Words that say when: "by Friday 17:00", "within 3–5 business days", "10 am PST
// on 3 May".
//
// They are found in the words alone and resolved against a moment later, by the
// proleptic Gregorian calendar. Weeks begin on Monday, business days are Monday
// to Friday; holidays are nobody's knowledge here.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "replylint/promises.hpp"
#include "text/document.hpp"

namespace replylint::engine {

enum class TimeUnit : std::uint8_t { second, minute, hour, day, week, weekend, month, year };

struct InDays {  // today: 0
  int days = 0;
};
struct OnWeekday {
  std::chrono::weekday day;
  bool next_week = false;  // "next Friday": of the week after this one
};
struct OnDate {
  std::optional<int> year;
  unsigned month = 0;
  unsigned day = 0;  // 0: the whole month
};
struct DayOfMonth {  // "the 15th"
  unsigned day = 0;
};
struct NumericDate {  // "5/6", "05/06/2026"
  unsigned first = 0;
  unsigned second = 0;
  std::optional<int> year;
};
struct Period {  // "next week", "the end of the month"
  TimeUnit unit = TimeUnit::week;
  int ahead = 0;
  bool end = false;
};
struct Duration {  // "3–5 business days"
  int least = 0;
  int most = 0;
  TimeUnit unit = TimeUnit::day;
  bool business = false;
  friend bool operator==(const Duration&, const Duration&) = default;
};
using DayExpression = std::variant<std::monostate, InDays, OnWeekday, OnDate, DayOfMonth,
                                   NumericDate, Period, Duration>;

// Minutes since midnight; 24 h for midnight at the end of a day.
struct ClockTime {
  int from = 0;
  int to = 0;                 // of "3–5 pm", "afternoon"; else the same
  bool half_unknown = false;  // "at 9": of the morning or the evening
};

enum class Relation : std::uint8_t { at, by, before, within, after };

struct TimeExpression {
  std::uint32_t first = 0;  // tokens of the document, [first, last)
  std::uint32_t last = 0;
  Relation relation = Relation::at;
  DayExpression day;
  std::optional<ClockTime> clock;
  std::string zone;  // as written; empty: that of the message
};

// Those in tokens [first, last) of one sentence, without overlap. Times that are
// past or come again and again ("two days ago", "every Monday", "for two
// hours") are none. Linear.
[[nodiscard]] std::vector<TimeExpression> find_times(std::string_view text,
                                                     const text::Document& document,
                                                     std::uint32_t first, std::uint32_t last);

// Nothing for what is open at its end ("after Monday"), does not exist (31 June)
// or lies beyond the year 9999, and for an ambiguous date without an order.
[[nodiscard]] std::optional<TimeRange> resolve(const TimeExpression& time, Moment base,
                                               DateOrder order);

[[nodiscard]] bool is_ambiguous(const TimeExpression& time, DateOrder order);

}  // namespace replylint::engine
