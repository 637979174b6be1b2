// Reads one time from a place of a text on. Each function moves `at_` behind what
// it took, and leaves it where it found nothing. Days are in time_days.cpp, clocks
// in time_clocks.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "engine/time_expression.hpp"

namespace replylint::engine {

class TimeReader {
 public:
  // Looks no further than token `last`.
  TimeReader(std::string_view text, const text::Document& document, std::uint32_t last)
      : text_(text), document_(document), last_(last) {}

  [[nodiscard]] std::optional<TimeExpression> read(std::uint32_t first);

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
  bool take_relation();
  bool read_core();

  // ---- days

  bool read_day();
  // "today", "this Friday", "the day after tomorrow"
  bool read_named_day();
  bool read_weekday(bool next);
  // "3 May", "May 3rd, 2026", "2026-05-03", "5/6", "the 15th", "in May"
  bool read_date();
  bool read_day_of_month();
  bool read_numeric_date(const text::Token& word);
  // Without its capital it may be another word: "may", "march".
  [[nodiscard]] std::optional<unsigned> month_at(std::uint32_t ahead) const;
  // "3", "3rd"
  [[nodiscard]] std::optional<unsigned> ordinal_at(std::uint32_t ahead) const;
  std::optional<int> take_year();
  // "next week", "the end of the month", "the next business day", "close of business"
  bool read_period();
  // "two days", "24–48 hours", "half an hour", "the next two weeks"
  bool read_duration();
  std::optional<int> take_count();
  // "takes 3 days", "allow two hours"
  [[nodiscard]] bool is_after_taking() const;
  bool set_day(DayExpression day) {
    time_.day = day;
    return true;
  }

  // ---- clocks

  bool read_clock(bool related);
  struct Hour {
    int minute = 0;
    bool half_unknown = false;
  };
  // "17:00", "5 pm", "5.30pm", "5 o'clock"; "5" where `bare`.
  std::optional<Hour> take_hour(bool bare);
  [[nodiscard]] bool is_half(std::uint32_t ahead) const;
  // 'a' or 'p'.
  std::optional<char> take_half();
  // A bare number is a time where nothing is counted by it.
  [[nodiscard]] bool ends_hour() const;
  void read_zone();

  std::string_view text_;
  const text::Document& document_;
  std::uint32_t last_;
  std::uint32_t at_ = 0;
  TimeExpression time_;
  bool related_ = false;  // a word says how the time is meant: "by", "on"
  bool is_in_ = false;    // that word is "in"
};

// Of one to four digits; nothing for anything else.
[[nodiscard]] std::optional<int> to_number(std::string_view digits);

// The numbers of "05/06/2026", "17:30", as many as there are; empty where
// anything else stands there.
[[nodiscard]] std::vector<int> numbers_between(std::string_view form, char mark);

}  // namespace replylint::engine
