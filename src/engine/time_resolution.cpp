#include <algorithm>

#include "engine/time_expression.hpp"
#include "text/calendar.hpp"
#include "text/moment.hpp"

namespace replylint::engine {

namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::months;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr int longest_wait = 1000;  // of any unit: what is said of a promise
constexpr days week_length{7};
constexpr int minutes_a_day = 24 * 60;

struct Days {
  sys_days first;
  sys_days last;
};

bool is_business_day(sys_days day) {
  const unsigned number = weekday(day).iso_encoding();
  return number <= 5;
}

sys_days add_business_days(sys_days day, int count) {
  while (count > 0) {
    day += days(1);
    if (is_business_day(day)) --count;
  }
  return day;
}

sys_days monday_of(sys_days day) { return day - days(weekday(day).iso_encoding() - 1); }

year_month month_of(sys_days day) {
  const year_month_day date(day);
  return date.year() / date.month();
}

sys_days last_day(year_month month) { return month / std::chrono::last; }

Days whole(year_month month) { return {month / 1, last_day(month)}; }

// The 31st of a shorter month is its last day.
sys_days add_months(sys_days day, int count) {
  const year_month_day date(day);
  const year_month target = month_of(day) + months(count);
  return std::min(sys_days(target / 1) + days(static_cast<unsigned>(date.day()) - 1),
                  last_day(target));
}

std::optional<seconds> length_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return seconds(1);
    case TimeUnit::minute:
      return minutes(1);
    case TimeUnit::hour:
      return std::chrono::hours(1);
    default:
      return std::nullopt;
  }
}

sys_days add(sys_days day, int count, const Duration& duration) {
  switch (duration.unit) {
    case TimeUnit::month:
      return add_months(day, count);
    case TimeUnit::year:
      return add_months(day, 12 * count);
    case TimeUnit::week:
    case TimeUnit::weekend:
      return day + count * week_length;
    default:
      return duration.business ? add_business_days(day, count) : day + days(count);
  }
}

// Days of an expression, seen from a day.
class DayFinder {
 public:
  DayFinder(sys_days today, DateOrder order) : today_(today), order_(order) {}

  std::optional<Days> operator()(std::monostate) const { return std::nullopt; }
  std::optional<Days> operator()(InDays in) const { return one(today_ + days(in.days)); }

  std::optional<Days> operator()(OnWeekday on) const {
    if (on.next_week) return one(monday_of(today_) + week_length + days(on.day.iso_encoding() - 1));
    days ahead = on.day - weekday(today_);
    if (ahead == days(0)) ahead = week_length;  // said on a Friday, "on Friday" is not today
    return one(today_ + ahead);
  }

  std::optional<Days> operator()(const OnDate& on) const {
    const std::chrono::month month(on.month);
    const auto year_of = [&](auto day_in) {
      year y = year_month_day(today_).year();
      return on.year ? year(*on.year) : day_in(y) < today_ ? y + years(1) : y;
    };
    if (on.day == 0) return whole(year_of([&](year y) { return last_day(y / month); }) / month);
    const std::chrono::day day(on.day);
    const year_month_day date =
        year_of([&](year y) { return sys_days(y / month / day); }) / month / day;
    if (!date.ok()) return std::nullopt;
    return one(date);
  }

  std::optional<Days> operator()(DayOfMonth on) const {
    constexpr int longest_search = 3;  // months: one of two that follow has 31 days
    for (int ahead = 0; ahead < longest_search; ++ahead) {
      const year_month month = month_of(today_) + months(ahead);
      const year_month_day date = month / std::chrono::day(on.day);
      if (date.ok() && sys_days(date) >= today_) return one(date);
    }
    return std::nullopt;
  }

  std::optional<Days> operator()(const NumericDate& date) const {
    unsigned day = date.first;
    unsigned month = date.second;
    if (month > 12 || (day <= 12 && order_ == DateOrder::month_first)) std::swap(day, month);
    return (*this)(OnDate{date.year, month, day});
  }

  std::optional<Days> operator()(Period period) const {
    Days found = days_of(period);
    // A week of work ends on Friday, for who says so before the weekend.
    const bool work_week = period.end && period.unit == TimeUnit::week;
    const sys_days friday = found.first + days(4);
    if (work_week && today_ <= friday) found.last = friday;
    if (period.end) found.first = found.last;
    return found;
  }

  std::optional<Days> operator()(const Duration& duration) const {
    return Days{add(today_, duration.least, duration), add(today_, duration.most, duration)};
  }

 private:
  static Days one(sys_days day) { return {day, day}; }

  [[nodiscard]] Days days_of(Period period) const {
    const sys_days monday = monday_of(today_) + period.ahead * week_length;
    switch (period.unit) {
      case TimeUnit::week:
        return {monday, monday + days(6)};
      case TimeUnit::weekend:
        return {monday + days(5), monday + days(6)};
      case TimeUnit::month:
        return whole(month_of(today_) + months(period.ahead));
      case TimeUnit::year: {
        const year y = year_month_day(today_).year() + years(period.ahead);
        return {y / 1 / 1, y / 12 / 31};
      }
      default:
        return one(today_ + days(period.ahead));
    }
  }

  sys_days today_;
  DateOrder order_;
};

class Resolver {
 public:
  Resolver(const TimeExpression& time, Moment base, DateOrder order)
      : time_(time), base_(base), local_(text::local_time(base)), order_(order) {}

  std::optional<TimeRange> run() const {
    if (time_.relation == Relation::after || is_ambiguous(time_, order_)) return std::nullopt;
    if (const auto* duration = std::get_if<Duration>(&time_.day)) {
      if (duration->most > longest_wait) return std::nullopt;
      if (const auto unit = length_of(duration->unit)) return after(*duration, *unit);
    }
    const auto found = std::visit(DayFinder(local_.day, order_), time_.day);
    const bool says_day = !std::holds_alternative<std::monostate>(time_.day);
    if (says_day && !found) return std::nullopt;
    if (!time_.clock) return whole_days(*found);
    return on_clock(found, *time_.clock);
  }

 private:
  [[nodiscard]] TimeRange after(const Duration& duration, seconds unit) const {
    Moment earliest = base_;
    Moment latest = base_;
    earliest.seconds += duration.least * unit.count();
    latest.seconds += duration.most * unit.count();
    return {time_.relation == Relation::at ? earliest : base_, latest, Precision::minute};
  }

  [[nodiscard]] TimeRange whole_days(Days found) const {
    const Moment start = text::at({found.first, seconds(0)}, base_.offset);
    constexpr seconds last_second{minutes(minutes_a_day) - seconds(1)};
    if (time_.relation == Relation::before) {
      const Moment end = text::at({found.first - days(1), last_second}, base_.offset);
      return {std::min(base_, end, earlier), end, Precision::day};
    }
    const Moment end = text::at({found.last, last_second}, base_.offset);
    const bool open = time_.relation == Relation::by || time_.relation == Relation::within;
    return {open ? std::min(base_, end, earlier) : start, end, Precision::day};
  }

  // Without a day: the next time that the clock shows this.
  [[nodiscard]] std::optional<TimeRange> on_clock(std::optional<Days> found,
                                                  ClockTime clock) const {
    const auto moment = [&](sys_days day, int minute) -> std::optional<Moment> {
      const text::LocalTime local{day + days(minute / minutes_a_day),
                                  minutes(minute % minutes_a_day)};
      const auto offset = time_.zone.empty() ? base_.offset : text::zone_offset(time_.zone, local);
      if (!offset) return std::nullopt;
      return text::at(local, *offset);
    };
    Days range = found.value_or(Days{local_.day, local_.day});
    if (clock.half_unknown) clock = likely_half(clock);
    auto from = moment(range.first, clock.from);
    auto to = moment(range.last, clock.to);
    if (!from || !to) return std::nullopt;
    if (!found && to->seconds < base_.seconds) {
      from = moment(range.first + days(1), clock.from);
      to = moment(range.last + days(1), clock.to);
      if (!from || !to) return std::nullopt;
    }
    const bool open = time_.relation == Relation::by || time_.relation == Relation::before;
    return TimeRange{open ? std::min(base_, *to, earlier) : *from, *to, Precision::minute};
  }

  // "at 4" is in the afternoon, "at 9" in the morning.
  static ClockTime likely_half(ClockTime clock) {
    constexpr int first_of_morning = 7 * 60;
    constexpr int half_day = 12 * 60;
    for (int* minute : {&clock.from, &clock.to}) {
      if (*minute < first_of_morning) *minute += half_day;
    }
    return clock;
  }

  static bool earlier(const Moment& a, const Moment& b) { return a.seconds < b.seconds; }

  const TimeExpression& time_;
  Moment base_;
  text::LocalTime local_;
  DateOrder order_;
};

}  // namespace

bool is_ambiguous(const TimeExpression& time, DateOrder order) {
  const auto* date = std::get_if<NumericDate>(&time.day);
  return date != nullptr && order == DateOrder::unknown && date->first <= 12 &&
         date->second <= 12 && date->first != date->second;
}

std::optional<TimeRange> resolve(const TimeExpression& time, Moment base, DateOrder order) {
  constexpr year last_year(9999);
  const auto found = Resolver(time, base, order).run();
  if (!found) return found;
  const year reached = year_month_day(text::local_time(found->latest).day).year();
  return reached > last_year ? std::nullopt : found;
}

}  // namespace replylint::engine
