#include "engine/time_reader.hpp"
#include "engine/time_words.hpp"
#include "text/calendar.hpp"

namespace replylint::engine {

namespace {

constexpr int half_day = 12 * 60;  // minutes

}  // namespace

bool TimeReader::read_clock(bool related) {
  const std::uint32_t start = at_;
  take("the");
  if (const auto part = part_of_day_named(form())) {
    // "morning" alone is a greeting, "lunch" a meal.
    const bool named = part->from == part->to || related || at_ > start ||
                       !std::holds_alternative<std::monostate>(time_.day);
    if (named) {
      ++at_;
      time_.clock = part;
      return true;
    }
  }
  at_ = start;
  take("between");
  const bool opens_range = token(1) != nullptr && is_number(1) && is_dashed(1) && is_half(2);
  const auto from = take_hour(related || at_ > start || opens_range);
  if (!from) {
    at_ = start;
    return false;
  }
  const std::uint32_t behind = at_;
  auto to = from;
  if (token() != nullptr && ((is_number() && is_dashed(0)) || take("to") || take("and"))) {
    to = take_hour(true);
    if (!to || from->minute == to->minute) {
      at_ = behind;
      to = from;
    }
  }
  ClockTime clock{from->minute, to->minute, from->half_unknown && to->half_unknown};
  // "3–5 pm"
  if (from->half_unknown && !to->half_unknown && clock.from + half_day <= clock.to) {
    clock.from += half_day;
  }
  time_.clock = clock;
  read_zone();
  return true;
}

std::optional<TimeReader::Hour> TimeReader::take_hour(bool bare) {
  if (const auto part = part_of_day_named(form()); part && part->from == part->to) {
    ++at_;
    return Hour{part->from, false};
  }
  if (!is_number()) return std::nullopt;
  const std::string_view digits = form();
  const bool colon = digits.find(':') != std::string_view::npos;
  auto parts = numbers_between(digits, colon ? ':' : '.');
  if (parts.empty() || parts.size() > 3) return std::nullopt;
  const int hour = parts[0];
  const int minute = parts.size() > 1 ? parts[1] : 0;
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
  ++at_;
  if (const auto half = take_half()) {
    if (hour < 1 || hour > 12) return std::nullopt;
    return Hour{hour % 12 * 60 + minute + (*half == 'p' ? half_day : 0), false};
  }
  const bool oclock = take("o'clock") || take("oclock");
  const bool sure = (colon && parts.size() >= 2) || oclock;
  if (!sure && !(bare && ends_hour() && parts.size() == 1 && hour > 0)) return std::nullopt;
  const bool twelve_hours = hour >= 1 && hour < 12 && digits.front() != '0';
  return Hour{hour * 60 + minute, twelve_hours};
}

bool TimeReader::is_half(std::uint32_t ahead) const { return is(ahead, "am") || is(ahead, "pm"); }

std::optional<char> TimeReader::take_half() {
  const std::string_view word = form();
  if (is_half(0)) {
    ++at_;
    return word.front();
  }
  if ((word == "a" || word == "p") && is(1, "m") && between(1) == ".") {
    at_ += 2;
    return word.front();
  }
  return std::nullopt;
}

bool TimeReader::ends_hour() const {
  const text::Token* next = token();
  if (next == nullptr || next->has(text::flag_clause_break)) return true;
  if (is_number() && is_dashed(0)) return true;
  if (!between(0).empty() && between(0).front() == '%') return false;
  return follows_hour(next->form) || text::weekday_named(next->form).has_value() ||
         relation_named(next->form).has_value();
}

void TimeReader::read_zone() {
  const text::Token* word = token();
  if (word == nullptr || word->kind != text::TokenKind::word) return;
  constexpr std::size_t longest_short_name = 5;
  constexpr std::uint32_t longest_name = 3;  // "Eastern Standard Time"
  std::uint32_t count = 0;
  if (word->has(text::flag_all_caps) && word->form.size() <= longest_short_name) {
    count = 1;
  } else if (word->is_capitalised()) {
    for (std::uint32_t n = 1; n < longest_name && count == 0; ++n) {
      if (is(n, "time")) count = n + 1;
    }
  }
  if (count == 0) return;
  const std::string_view name =
      text_.substr(word->start, document_.tokens[at_ + count - 1].end - word->start);
  if (!text::zone_offset(name, {})) return;
  time_.zone = name;
  at_ += count;
}

}  // namespace replylint::engine
