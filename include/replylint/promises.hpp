// What a draft, or a thread, commits our side to: who does what, and by when.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/draft.hpp"
#include "replylint/exchange.hpp"
#include "replylint/rule_set.hpp"
#include "replylint/span.hpp"

namespace replylint {

// How exactly a time is said: "on Friday", or "at 10 on Friday".
enum class Precision : std::uint8_t { day, minute };
inline constexpr std::array<std::string_view, 2> precision_names{"day", "minute"};

// From when to when something is due; the two are the same for a point in time.
// Days are whole: from the first second of the earliest to the last one of the
// latest. Both carry the offset of the place in which they are counted.
struct TimeRange {
  Moment earliest;
  Moment latest;
  Precision precision = Precision::minute;
  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

// What "5/6" is. Unknown: such a date stays unresolved.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

struct Promise {
  std::optional<std::size_t> message;  // index into Draft::thread; nothing: the draft
  Span span;         // the words that promise, with their condition and time, in that text
  std::string who;   // "I", "our billing team"; empty where nobody is named
  std::string what;  // "call you"; where nobody is named with its subject: "you will get a refund"
  std::string when;  // the words that say when: "by Friday"; may be empty
  std::optional<TimeRange> due;  // nothing where `when` names no time, or none that can be resolved
  bool ambiguous = false;        // `when` holds a date that is read only with a DateOrder
  std::string condition;         // "as soon as it lands"; may be empty
};

struct PromiseOptions {
  // What "tomorrow" counts from in a message that has no date of its own.
  std::optional<Moment> now;
  DateOrder date_order = DateOrder::unknown;
};

// Finds promises in one draft after another on one thread; it keeps working
// memory between them, which changes nothing in what it finds.
class PromiseFinder {
 public:
  explicit PromiseFinder(RuleSet rules);
  PromiseFinder(PromiseFinder&&) noexcept;
  PromiseFinder& operator=(PromiseFinder&&) noexcept;
  PromiseFinder(const PromiseFinder&) = delete;
  PromiseFinder& operator=(const PromiseFinder&) = delete;
  ~PromiseFinder();

  // Those of our messages in the thread, oldest first, then those of the draft.
  [[nodiscard]] std::vector<Promise> find(const Draft& draft, const PromiseOptions& options);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace replylint
