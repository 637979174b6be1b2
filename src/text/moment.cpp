#include "text/moment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace replylint::text {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// What is left of a text, read from the front.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

  bool take(char c) {
    if (peek() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // White space and comments in parentheses; false where a comment never ends.
  bool skip_blank() {
    int comment = 0;
    while (!rest_.empty()) {
      const char c = rest_.front();
      const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (comment == 0 && !space && c != '(') return true;
      if (c == '(') ++comment;
      if (c == ')' && comment > 0) --comment;
      if (c == '\\' && comment > 0 && rest_.size() > 1) rest_.remove_prefix(1);
      rest_.remove_prefix(1);
    }
    return comment == 0;
  }

  // A number of `least` to `most` digits; no digit may follow.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t size = 0;
    while (size < rest_.size() && is_digit(rest_[size])) ++size;
    if (size < least || size > most) return std::nullopt;
    return digits(size);
  }

  // The next `count` characters, digits all.
  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, count)) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  std::string word() {
    std::string out;
    while (!rest_.empty() && is_letter(rest_.front())) {
      out += lower(rest_.front());
      rest_.remove_prefix(1);
    }
    return out;
  }

 private:
  std::string_view rest_;
};

std::optional<sys_days> day_of(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

// A leap second is the last second before it.
std::optional<seconds> time_of(int hour, int minute, int second) {
  const bool end_of_day = hour == 24 && minute == 0 && second == 0;
  if ((hour > 23 && !end_of_day) || minute > 59 || second > 60) return std::nullopt;
  return hours(hour) + minutes(minute) + seconds(std::min(second, 59));
}

// "hh:mm", "hh:mm:ss", without colons where `basic`; a fraction is dropped.
std::optional<seconds> iso_time(Scanner& scanner, bool basic) {
  const auto hour = scanner.digits(2);
  if (!hour) return std::nullopt;
  const auto next = [&] { return basic ? is_digit(scanner.peek()) : scanner.take(':'); };
  int minute = 0;
  int second = 0;
  if (next()) {
    const auto m = scanner.digits(2);
    if (!m) return std::nullopt;
    minute = *m;
    if (next()) {
      const auto s = scanner.digits(2);
      if (!s) return std::nullopt;
      second = *s;
      if (scanner.take('.') || scanner.take(',')) {
        if (!is_digit(scanner.peek())) return std::nullopt;
        while (scanner.digits(1)) continue;
      }
    }
  }
  return time_of(*hour, minute, second);
}

// "Z", "+01:00", "+0100", "+01", or nothing for UTC, in minutes.
std::optional<int> iso_zone(Scanner& scanner) {
  if (scanner.done() || scanner.take('Z') || scanner.take('z')) return 0;
  const bool west = scanner.peek() == '-';
  if (!scanner.take('+') && !scanner.take('-')) return std::nullopt;
  const auto hour = scanner.digits(2);
  if (!hour || *hour > 23) return std::nullopt;
  int minute = 0;
  if (scanner.take(':') || is_digit(scanner.peek())) {
    const auto m = scanner.digits(2);
    if (!m || *m > 59) return std::nullopt;
    minute = *m;
  }
  const int offset = *hour * 60 + minute;
  return west ? -offset : offset;
}

std::optional<int> month_of(const std::string& name) {
  static constexpr std::array<std::string_view, 12> months{
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  if (name.size() < 3) return std::nullopt;
  const auto found = std::find(months.begin(), months.end(), std::string_view(name).substr(0, 3));
  if (found == months.end()) return std::nullopt;
  return static_cast<int>(found - months.begin()) + 1;
}

// "+0100", "EST" …; in minutes.
std::optional<int> mail_zone(Scanner& scanner) {
  struct Zone {
    std::string_view name;
    int hours;
  };
  static constexpr std::array<Zone, 8> zones{{{"est", -5},
                                              {"edt", -4},
                                              {"cst", -6},
                                              {"cdt", -5},
                                              {"mst", -7},
                                              {"mdt", -6},
                                              {"pst", -8},
                                              {"pdt", -7}}};
  if (scanner.done()) return 0;
  if (scanner.peek() == '+' || scanner.peek() == '-') return iso_zone(scanner);
  const std::string name = scanner.word();
  if (name.empty()) return std::nullopt;
  const auto found =
      std::find_if(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.name == name; });
  return found == zones.end() ? 0 : found->hours * 60;
}

}  // namespace

std::optional<Moment> parse_iso(std::string_view text) {
  Scanner scanner(text);
  const auto year = scanner.digits(4);
  const bool basic = !scanner.take('-');
  const auto month = scanner.digits(2);
  if (!basic && !scanner.take('-')) return std::nullopt;
  const auto day = scanner.digits(2);
  if (!year || !month || !day) return std::nullopt;
  const auto date = day_of(*year, *month, *day);
  if (!date) return std::nullopt;
  if (scanner.done()) return at({*date, seconds(0)}, 0);
  if (!scanner.take('T') && !scanner.take('t') && !scanner.take(' ')) return std::nullopt;
  const auto time = iso_time(scanner, basic);
  if (!time) return std::nullopt;
  const auto offset = iso_zone(scanner);
  if (!offset || !scanner.done()) return std::nullopt;
  return at({*date, *time}, *offset);
}

std::optional<Moment> parse_mail_date(std::string_view text) {
  Scanner scanner(text);
  scanner.skip_blank();
  if (is_letter(scanner.peek())) {
    scanner.word();
    scanner.skip_blank();
    scanner.take(',');
    scanner.skip_blank();
  }
  const auto day = scanner.number(1, 2);
  scanner.skip_blank();
  scanner.take('-');
  const auto month = month_of(scanner.word());
  scanner.skip_blank();
  scanner.take('-');
  auto year = scanner.number(2, 4);
  if (!day || !month || !year) return std::nullopt;
  // RFC 5322, 4.3.
  if (*year < 50) {
    *year += 2000;
  } else if (*year < 1000) {
    *year += 1900;
  }
  const auto date = day_of(*year, *month, *day);
  scanner.skip_blank();
  const auto hour = scanner.number(1, 2);
  scanner.skip_blank();
  if (!date || !hour || !(scanner.take(':') || scanner.take('.'))) return std::nullopt;
  scanner.skip_blank();
  const auto minute = scanner.number(1, 2);
  scanner.skip_blank();
  std::optional<int> second = 0;
  if (scanner.take(':') || scanner.take('.')) {
    scanner.skip_blank();
    second = scanner.number(1, 2);
    scanner.skip_blank();
  }
  if (!minute || !second) return std::nullopt;
  const auto time = time_of(*hour, *minute, *second);
  const auto offset = mail_zone(scanner);
  if (!time || !offset) return std::nullopt;
  return at({*date, *time}, *offset);
}

std::string to_iso(Moment moment) {
  const LocalTime local = local_time(moment);
  const std::chrono::year_month_day date(local.day);
  const std::chrono::hh_mm_ss clock(local.since_midnight);
  std::string out =
      fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  clock.hours().count(), clock.minutes().count(), clock.seconds().count());
  if (moment.offset == 0) return out + 'Z';
  const int offset = std::abs(moment.offset);
  return out +
         fmt::format("{}{:02}:{:02}", moment.offset < 0 ? '-' : '+', offset / 60, offset % 60);
}

LocalTime local_time(Moment moment) {
  const std::chrono::sys_seconds local(seconds(moment.seconds) + minutes(moment.offset));
  const sys_days day = std::chrono::floor<days>(local);
  return {day, local - day};
}

Moment at(LocalTime local, int offset) {
  const auto since = local.day.time_since_epoch() + local.since_midnight - minutes(offset);
  return {std::chrono::duration_cast<seconds>(since).count(), offset};
}

}  // namespace replylint::text
