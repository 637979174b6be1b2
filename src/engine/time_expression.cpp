#include "engine/time_expression.hpp"

#include <algorithm>
#include <charconv>

#include "engine/time_reader.hpp"
#include "engine/time_words.hpp"

namespace replylint::engine {

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

std::optional<TimeExpression> TimeReader::read(std::uint32_t first) {
  at_ = first;
  time_ = {};
  time_.first = first;
  is_in_ = false;
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

bool TimeReader::take_relation() {
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

bool TimeReader::read_core() {
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
