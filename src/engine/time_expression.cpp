#include "engine/time_expression.hpp"

#include <algorithm>
#include <charconv>

#include "engine/time_words.hpp"
#include "text/calendar.hpp"
#include "text/month_names.hpp"

namespace replylint::engine {

namespace {

constexpr int half_day = 12 * 60;  // minutes

std::optional<int> to_number(std::string_view digits) {
  constexpr std::size_t most_digits = 4;
  int value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || digits.size() > most_digits || error != std::errc() || stop != end) {
    return std::nullopt;
  }
  return value;
}

// The numbers of "05/06/2026", "17:30", as many as there are; empty where
// anything else stands there.
std::vector<int> numbers_between(std::string_view form, char mark) {
  std::vector<int> numbers;
  while (true) {
    const std::size_t end = std::min(form.find(mark), form.size());
    const auto number = to_number(form.substr(0, end));
    if (!number) return {};
    numbers.push_back(*number);
    if (end == form.size()) return numbers;
    form.remove_prefix(end + 1);
  }
}

// Reads one expression from a place on; each function moves `at_` behind what it
// took, and leaves it where it found nothing.
class TimeReader {
 public:
  TimeReader(std::string_view text, const text::Document& document, std::uint32_t last)
      : text_(text), document_(document), last_(last) {}

  std::optional<TimeExpression> read(std::uint32_t first) {
    at_ = first;
    time_ = {};
    time_.first = first;
    related_ = take_relation();
    if (!read_core()) return std::nullopt;
    // "at the latest"
    if (is(0, "at") && is(1, "the") && is(2, "latest")) {
      at_ += 3;
      time_.relation = Relation::by;
    } else if (take("latest")) {
      time_.relation = Relation::by;
    }
    time_.last = at_;
    return time_;
  }

 private:
  // ---- tokens

  [[nodiscard]] const text::Token* token(std::uint32_t ahead = 0) const {
    return at_ + ahead < last_ ? &document_.tokens[at_ + ahead] : nullptr;
  }
  [[nodiscard]] std::string_view form(std::uint32_t ahead = 0) const {
    const text::Token* t = token(ahead);
    return t == nullptr ? std::string_view() : t->form;
  }
  [[nodiscard]] bool is(std::uint32_t ahead, std::string_view word) const {
    return form(ahead) == word;
  }
  bool take(std::string_view word) {
    if (form() != word) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool is_number(std::uint32_t ahead = 0) const {
    const text::Token* t = token(ahead);
    return t != nullptr && t->kind == text::TokenKind::number && !t->has(text::flag_currency);
  }
  [[nodiscard]] std::string_view between(std::uint32_t ahead) const {
    const std::size_t from = document_.tokens[at_ + ahead - 1].end;
    return text_.substr(from, document_.tokens[at_ + ahead].start - from);
  }
  // "3–5", "3-5"; the second stands `ahead`.
  [[nodiscard]] bool is_dashed(std::uint32_t ahead) const {
    const std::string_view mark = between(ahead);
    return mark == "-" || mark == "–" || mark == " - " || mark == " – ";
  }

  // ---- parts

  // True where a word says how the time is meant.
  bool take_relation() {
    if ((is(0, "no") || is(0, "not")) && is(1, "later") && is(2, "than")) {
      at_ += 3;
      time_.relation = Relation::by;
      return true;
    }
    bool found = false;
    while (const auto relation = relation_named(form())) {
      if (is(0, "over") && !is(1, "the")) break;  // "over 24 hours" is longer than that
      if (!found || time_.relation == Relation::at) time_.relation = *relation;
      found = true;
      is_in_ = is(0, "in");
      ++at_;
    }
    return found;
  }

  bool read_core() {
    const std::uint32_t start = at_;
    if (read_day()) {
      const std::uint32_t after_day = at_;
      const Relation relation = time_.relation;
      // "on Friday by 5 pm", "tomorrow at 4", "Friday 17:00"
      const bool related = take_relation();
      if (time_.relation == Relation::at || relation == Relation::by) time_.relation = relation;
      if (!std::holds_alternative<Duration>(time_.day) && read_clock(related)) return true;
      time_.relation = relation;
      at_ = after_day;
      return true;
    }
    at_ = start;
    if (!read_clock(related_)) return false;
    // "at 4 on Friday", "10 am tomorrow"
    const std::uint32_t after_clock = at_;
    const Relation relation = time_.relation;
    take("of");
    take_relation();
    time_.relation = relation;
    if (!read_day() || std::holds_alternative<Duration>(time_.day)) {
      time_.day = std::monostate();
      at_ = after_clock;
    }
    return true;
  }

  // ---- days

  bool read_day() {
    const std::uint32_t start = at_;
    for (const auto reader : {&TimeReader::read_named_day, &TimeReader::read_date,
                              &TimeReader::read_period, &TimeReader::read_duration}) {
      if ((this->*reader)()) return true;
      at_ = start;
    }
    return false;
  }

  // "today", "this Friday", "the day after tomorrow"
  bool read_named_day() {
    if (is(0, "later") || is(0, "sometime") || is(0, "early") || is(0, "late")) ++at_;
    if (is(0, "first") && is(1, "thing")) at_ += 2;
    if (take("today")) return set_day(InDays{0});
    if (take("tomorrow")) return set_day(InDays{1});
    if (take("tonight")) {
      time_.clock = part_of_day_named("night");
      return set_day(InDays{0});
    }
    take_the();
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

  bool read_weekday(bool next) {
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
    take_the();
    if (!read_date()) at_ = behind;
    return true;
  }

  void take_the() { take("the"); }

  // "3 May", "May 3rd, 2026", "2026-05-03", "5/6", "the 15th", "in May"
  bool read_date() {
    take_the();
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

  bool read_day_of_month() {
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

  bool read_numeric_date(const text::Token& word) {
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
      const bool enough = parts.size() == 3 || (mark == '/' && parts.size() == 2 && related_);
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

  // Without its capital it may be another word: "may", "march".
  [[nodiscard]] std::optional<unsigned> month_at(std::uint32_t ahead) const {
    const text::Token* word = token(ahead);
    if (word == nullptr || !word->is_capitalised()) return std::nullopt;
    return text::month_named(word->form);
  }

  // "3", "3rd"
  [[nodiscard]] std::optional<unsigned> ordinal_at(std::uint32_t ahead) const {
    if (!is_number(ahead)) return std::nullopt;
    std::string_view digits = form(ahead);
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (digits.ends_with(ending)) digits.remove_suffix(ending.size());
    }
    const auto number = to_number(digits);
    if (!number || *number < 1 || *number > 31) return std::nullopt;
    return static_cast<unsigned>(*number);
  }

  std::optional<int> take_year() {
    constexpr int first_year = 1900;
    constexpr int last_year = 2999;
    const auto year = is_number() ? to_number(form()) : std::nullopt;
    if (!year || *year < first_year || *year > last_year) return std::nullopt;
    ++at_;
    return year;
  }

  // "next week", "the end of the month", "the next business day", "close of business"
  bool read_period() {
    if (take("eod") || take("cob")) return set_day(Period{TimeUnit::day, 0, true});
    take_the();
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

  // ---- lengths of time

  // "two days", "24–48 hours", "half an hour", "the next two weeks"
  bool read_duration() {
    const bool after_preposition = related_;
    take("up");
    take("to");
    take_the();
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

  std::optional<int> take_count() {
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

  // "takes 3 days", "allow two hours"
  [[nodiscard]] bool is_after_taking() const {
    if (time_.first == 0) return false;
    const std::string_view before = document_.tokens[time_.first - 1].form;
    return before == "take" || before == "takes" || before == "allow" || before == "needs" ||
           before == "is" || before == "expect";
  }

  // ---- clocks

  bool read_clock(bool related) {
    const std::uint32_t start = at_;
    take_the();
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

  struct Hour {
    int minute = 0;
    bool half_unknown = false;
  };

  // "17:00", "5 pm", "5.30pm", "5 o'clock"; "5" where `bare`.
  std::optional<Hour> take_hour(bool bare) {
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

  [[nodiscard]] bool is_half(std::uint32_t ahead) const {
    return is(ahead, "am") || is(ahead, "pm");
  }

  // 'a' or 'p'.
  std::optional<char> take_half() {
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

  // A bare number is a time where nothing is counted by it.
  [[nodiscard]] bool ends_hour() const {
    const text::Token* next = token();
    if (next == nullptr || next->has(text::flag_clause_break)) return true;
    if (is_number() && is_dashed(0)) return true;
    if (!between(0).empty() && between(0).front() == '%') return false;
    return follows_hour(next->form) || text::weekday_named(next->form).has_value() ||
           relation_named(next->form).has_value();
  }

  void read_zone() {
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

  bool set_day(DayExpression day) {
    time_.day = day;
    return true;
  }

  std::string_view text_;
  const text::Document& document_;
  std::uint32_t last_;
  std::uint32_t at_ = 0;
  TimeExpression time_;
  bool related_ = false;
  bool is_in_ = false;
};

}  // namespace

std::vector<TimeExpression> find_times(std::string_view text, const text::Document& document,
                                       std::uint32_t first, std::uint32_t last) {
  std::vector<TimeExpression> found;
  TimeReader reader(text, document, last);
  const auto stands_before = [&](std::uint32_t at) {
    if (at == first) return false;
    std::string_view word = document.tokens[at - 1].form;
    if (word == "the" && at > first + 1) word = document.tokens[at - 2].form;
    return makes_no_appointment(word);
  };
  for (std::uint32_t at = first; at < last;) {
    const auto time = reader.read(at);
    if (!time) {
      ++at;
      continue;
    }
    const bool unmade = time->last < last && unmakes_appointment(document.tokens[time->last].form);
    if (!stands_before(at) && !unmade) found.push_back(*time);
    at = time->last;
  }
  return found;
}

}  // namespace replylint::engine
