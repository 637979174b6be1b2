// What a draft commits us to, for `replylint promises`.
#pragma once

#include <array>
#include <iosfwd>
#include <memory>
#include <string_view>
#include <vector>

#include "replylint/promises.hpp"
#include "report/record.hpp"

namespace replylint::report {

enum class PromiseFormat : std::uint8_t { text, json, jsonl, ics };
inline constexpr std::array<std::string_view, 4> promise_format_names{"text", "json", "jsonl",
                                                                      "ics"};

class PromiseReporter {
 public:
  virtual ~PromiseReporter() = default;
  // `promises` of the record's draft; its analysis and score are not looked at.
  virtual void add(const Record& record, const std::vector<Promise>& promises) = 0;
  virtual void finish() {}
};

// docs/promises.schema.json says what the JSON holds.
[[nodiscard]] std::unique_ptr<PromiseReporter> make_promise_reporter(PromiseFormat format,
                                                                     std::ostream& out,
                                                                     const PromiseOptions& options);

// When the words of a promise were written, where that is known: the date of its
// message, else `now`.
[[nodiscard]] std::optional<Moment> written_at(const Draft& draft, const Promise& promise,
                                               std::optional<Moment> now);

// The words of the promise.
[[nodiscard]] std::string_view words_of(const Draft& draft, const Promise& promise);

}  // namespace replylint::report
