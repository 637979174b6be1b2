#include "engine/time_reader.hpp"
#include "engine/time_words.hpp"
#include "text/calendar.hpp"

namespace replylint::engine {

bool TimeReader::read_day() {
  const std::uint32_t start = at_;
  for (const auto reader : {&TimeReader::read_named_day, &TimeReader::read_date,
                            &TimeReader::read_period, &TimeReader::read_duration}) {
    if ((this->*reader)()) return true;
    at_ = start;
  }
  return false;
}

bool TimeReader::read_named_day() {
  if (is(0, "later") || is(0, "sometime") || is(0, "early") || is(0, "late")) ++at_;
  if (is(0, "first") && is(1, "thing")) at_ += 2;
  if (take("today")) return set_day(InDays{0});
  if (take("tomorrow")) return set_day(InDays{1});
  if (take("tonight")) {
    time_.clock = part_of_day_named("night");
    return set_day(InDays{0});
  }
  take("the");
  if (is(0, "day") && is(1, "after") && is(2, "tomorrow")) {
    at_ += 3;
    return set_day(InDays{2});
  }
  if (is(0, "same") && is(1, "day")) {
    at_ += 2;
    return set_day(InDays{0});
  }
  if (is(0, "this") && part_of_day_named(form(1))) {
    time_.clock = part_of_day_named(form(1));
    at_ += 2;
    return set_day(InDays{0});
  }
  const bool next = take("next") || take("following");
  if (!next && !take("this")) take("coming");
  return read_weekday(next);
}

bool TimeReader::read_weekday(bool next) {
  const text::Token* word = token();
  if (word == nullptr || word->kind != text::TokenKind::word) return false;
  constexpr std::size_t longest_short_form = 5;
  const auto day = text::weekday_named(word->form);
  // "sun" and "sat" are other words too.
  const bool shortened = word->form.size() <= longest_short_form && !word->form.ends_with("day");
  if (!day || (shortened && !word->is_capitalised())) return false;
  ++at_;
  if (is(0, "next") && is(1, "week") && !token()->has(text::flag_clause_break)) {
    at_ += 2;
    return set_day(OnWeekday{*day, true});
  }
  const std::uint32_t behind = at_;
  set_day(OnWeekday{*day, next});
  // "Friday, 4 May": the date says more.
  take("the");
  if (!read_date()) at_ = behind;
  return true;
}

bool TimeReader::read_date() {
  take("the");
  const text::Token* word = token();
  if (word == nullptr) return false;
  if (is_number()) return read_numeric_date(*word) || read_day_of_month();
  const auto month = month_at(0);
  if (!month) return false;
  ++at_;
  if (const auto day = ordinal_at(0)) {
    ++at_;
    const auto year = take_year();
    return set_day(OnDate{year, *month, *day});
  }
  const bool whole = is_in_ || time_.relation == Relation::by;
  if (!whole) return false;
  return set_day(OnDate{take_year(), *month, 0});
}

bool TimeReader::read_day_of_month() {
  const auto day = ordinal_at(0);
  if (!day) return false;
  const bool ordinal = form().find_first_not_of("0123456789") != std::string_view::npos;
  ++at_;
  const std::uint32_t behind = at_;
  take("of");
  if (const auto month = month_at(0)) {
    ++at_;
    return set_day(OnDate{take_year(), *month, *day});
  }
  at_ = behind;
  const bool ends =
      token() == nullptr || token()->has(text::flag_clause_break) || follows_hour(form());
  if (!ordinal || !related_ || !ends) return false;
  return set_day(DayOfMonth{*day});
}

bool TimeReader::read_numeric_date(const text::Token& word) {
  // ISO: three tokens, or what stands as one.
  const std::string_view rest = text_.substr(word.start, 10);
  if (rest.size() == 10 && rest[4] == '-' && rest[7] == '-') {
    const auto year = to_number(rest.substr(0, 4));
    const auto month = to_number(rest.substr(5, 2));
    const auto day = to_number(rest.substr(8, 2));
    if (year && month && day && *month > 0 && *day > 0) {
      while (token() != nullptr && token()->start < word.start + rest.size()) ++at_;
      return set_day(OnDate{year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)});
    }
  }
  for (const char mark : {'/', '.'}) {
    const auto parts = numbers_between(word.form, mark);
    // "24/7", "1/2" of something and "4.30" are no dates.
    const bool short_form = mark == '/' && parts.size() == 2 && related_;
    // "1.6.0" is a version.
    const bool enough = short_form || (parts.size() == 3 && (mark == '/' || parts[2] >= 1000));
    if (!enough || parts[0] < 1 || parts[1] < 1 || parts[0] > 31 || parts[1] > 31) continue;
    if (parts[0] > 12 && parts[1] > 12) continue;
    ++at_;
    std::optional<int> year;
    if (parts.size() == 3) year = parts[2] < 100 ? parts[2] + 2000 : parts[2];
    const auto first = static_cast<unsigned>(parts[0]);
    const auto second = static_cast<unsigned>(parts[1]);
    // Who writes full stops puts the day first.
    if (mark == '.') return set_day(OnDate{year, second, first});
    return set_day(NumericDate{first, second, year});
  }
  return false;
}

std::optional<unsigned> TimeReader::month_at(std::uint32_t ahead) const {
  const text::Token* word = token(ahead);
  if (word == nullptr || !word->is_capitalised()) return std::nullopt;
  return text::english_month(word->form);
}

std::optional<unsigned> TimeReader::ordinal_at(std::uint32_t ahead) const {
  if (!is_number(ahead)) return std::nullopt;
  std::string_view digits = form(ahead);
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (digits.ends_with(ending)) digits.remove_suffix(ending.size());
  }
  const auto number = to_number(digits);
  if (!number || *number < 1 || *number > 31) return std::nullopt;
  return static_cast<unsigned>(*number);
}

std::optional<int> TimeReader::take_year() {
  constexpr int first_year = 1900;
  constexpr int last_year = 2999;
  const auto year = is_number() ? to_number(form()) : std::nullopt;
  if (!year || *year < first_year || *year > last_year) return std::nullopt;
  ++at_;
  return year;
}

bool TimeReader::read_period() {
  if (take("eod") || take("cob")) return set_day(Period{TimeUnit::day, 0, true});
  take("the");
  if (is(0, "close") && is(1, "of") && (is(2, "business") || is(2, "play"))) {
    at_ += 3;
    return set_day(Period{TimeUnit::day, 0, true});
  }
  take("very");
  const bool end = is(0, "end") && (is(1, "of") || is(1, "the"));
  bool start = is(0, "beginning") || is(0, "start") || is(0, "middle");
  if (end) ++at_;
  if (start) ++at_;
  if (end || start) take("of");
  const bool article = take("the");
  const bool next = take("next") || take("coming") || take("following");
  const bool current = !next && take("this");
  const bool business = take("business") || take("working");
  if (end || is_in_) {
    if (const auto month = month_at(0)) {
      ++at_;
      OnDate date{take_year(), *month, 0};
      return set_day(date);
    }
  }
  const auto unit = unit_named(form());
  if (!unit || *unit < TimeUnit::day || form().ends_with("ks") || form().ends_with("ys") ||
      form().ends_with("hs") || form().ends_with("rs")) {
    return false;
  }
  const bool weekend = *unit == TimeUnit::weekend && (article || related_);
  if (!next && !current && !end && !start && !weekend) return false;
  ++at_;
  if (*unit == TimeUnit::day) {
    if (next && !end) return set_day(Duration{1, 1, TimeUnit::day, business});
    return (end || current) && set_day(Period{TimeUnit::day, next ? 1 : 0, true});
  }
  return set_day(Period{*unit, next && *unit != TimeUnit::weekend ? 1 : 0, end});
}

bool TimeReader::read_duration() {
  const bool after_preposition = related_;
  take("up");
  take("to");
  take("the");
  const bool next = take("next");
  take("coming");
  take("about");
  take("around");
  if (is(0, "half") && (is(1, "an") || is(1, "a")) && is(2, "hour")) {
    at_ += 3;
    return after_preposition && set_day(Duration{30, 30, TimeUnit::minute, false});
  }
  const auto least = take_count();
  if (!least) return false;
  auto most = least;
  if (is_number() && is_dashed(0)) {
    most = take_count();
  } else if (is(0, "to") || is(0, "or")) {
    ++at_;
    most = take_count();
  }
  if (!most || *most < *least) return false;
  bool business = false;
  for (bool more = true; more;) {
    business = business || is(0, "business") || is(0, "working");
    more = take("business") || take("working") || take("calendar") || take("full") ||
           take("more") || take("short");
  }
  const auto unit = unit_named(form());
  if (!unit || unmakes_appointment(form(1)) || is(1, "before") || is(1, "after")) return false;
  int factor = is(0, "fortnight") ? 2 : 1;
  ++at_;
  take("time");  // "in two weeks' time"
  const bool asked = after_preposition || next || is_after_taking();
  return asked && set_day(Duration{*least * factor, *most * factor, *unit, business});
}

std::optional<int> TimeReader::take_count() {
  if (is(0, "a") && is(1, "couple")) {
    at_ += 2;
    take("of");
    return 2;
  }
  std::optional<int> count;
  if (is_number()) {
    count = to_number(form());
  } else if (is(0, "a") || is(0, "an") || is(0, "another")) {
    count = 1;
  } else {
    count = text::number_named(form());
  }
  if (!count) return std::nullopt;
  ++at_;
  return count;
}

bool TimeReader::is_after_taking() const {
  if (time_.first == 0) return false;
  const std::string_view before = document_.tokens[time_.first - 1].form;
  return before == "take" || before == "takes" || before == "allow" || before == "needs" ||
         before == "is" || before == "expect";
}

}  // namespace replylint::engine
