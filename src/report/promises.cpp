#include "report/promises.hpp"

#include <fmt/format.h>

#include <ostream>

#include "report/ics.hpp"
#include "report/json_text.hpp"
#include "report/place.hpp"
#include "report/printable.hpp"
#include "report/version.hpp"
#include "text/moment.hpp"

namespace replylint::report {

namespace {

constexpr std::array<std::string_view, 3> date_order_names{"unknown", "day-first", "month-first"};

std::string_view name_of(DateOrder order) {
  return date_order_names.at(static_cast<std::size_t>(order));
}

// "2026-11-26", "2026-11-26 10:00 +01:00"
std::string shown(Moment moment, Precision precision) {
  const std::string iso = text::to_iso(moment);
  std::string day = iso.substr(0, 10);
  if (precision == Precision::day) return day;
  const std::string zone = moment.offset == 0 ? "UTC" : iso.substr(iso.size() - 6);
  return fmt::format("{} {} {}", day, iso.substr(11, 5), zone);
}

// What may be done from the writing on is due “by” its latest time.
std::string shown(const TimeRange& due, std::optional<Moment> written) {
  const std::string latest = shown(due.latest, due.precision);
  const std::string earliest = shown(due.earliest, due.precision);
  if (written && due.earliest.seconds == written->seconds) return "by " + latest;
  return earliest == latest ? latest : fmt::format("{} to {}", earliest, latest);
}

class TextPromises : public PromiseReporter {
 public:
  TextPromises(std::ostream& out, const PromiseOptions& options) : out_(out), options_(options) {}

  void add(const Record& record, const std::vector<Promise>& promises) override {
    const Places places(record);
    out_ << places.name() << '\n';
    if (promises.empty()) out_ << "  no promises\n";
    for (const Promise& promise : promises) {
      const std::string place =
          promise.message ? fmt::format("message {}", *promise.message + 1)
                          : fmt::format("line {}", places.start_in_file(promise.span).line);
      out_ << fmt::format("  {}: {} – {} – {}\n", place,
                          promise.who.empty() ? "nobody named" : printable(promise.who),
                          printable(promise.what), when(record.draft, promise));
      if (!promise.condition.empty()) {
        out_ << "      condition: " << printable(promise.condition) << '\n';
      }
      out_ << "      “" << printable(words_of(record.draft, promise)) << "”\n";
    }
  }

 private:
  [[nodiscard]] std::string when(const Draft& draft, const Promise& promise) const {
    const std::string words = printable(promise.when);
    const auto written = written_at(draft, promise, options_.now);
    if (promise.due) return fmt::format("{} (“{}”)", shown(*promise.due, written), words);
    if (words.empty()) return "no time";
    if (promise.ambiguous) {
      return fmt::format("“{}” can be read two ways: --lang en-GB or --lang en-US says which",
                         words);
    }
    if (!written) {
      return fmt::format("“{}”; no date to count from{}", words,
                         promise.message ? "" : ": --now TIME gives one");
    }
    return fmt::format("“{}”", words);
  }

  std::ostream& out_;
  PromiseOptions options_;
};

Json text_or_null(const std::string& words) { return words.empty() ? Json() : Json(words); }

Json moment_or_null(std::optional<Moment> moment) {
  return moment ? Json(text::to_iso(*moment)) : Json();
}

Json promise_json(const Record& record, const Places& places, const Promise& promise,
                  const PromiseOptions& options) {
  const bool in_draft = !promise.message;
  const Span span = in_draft ? places.source(promise.span) : promise.span;
  Json due;
  if (promise.due) {
    due = {{"earliest", text::to_iso(promise.due->earliest)},
           {"latest", text::to_iso(promise.due->latest)},
           {"precision", precision_names.at(static_cast<std::size_t>(promise.due->precision))}};
  }
  const Position start = in_draft ? places.start_in_file(promise.span) : Position();
  return {{"message", in_draft ? Json() : Json(*promise.message)},
          {"written", moment_or_null(written_at(record.draft, promise, options.now))},
          {"who", text_or_null(promise.who)},
          {"what", promise.what},
          {"when", text_or_null(promise.when)},
          {"due", due},
          {"ambiguous", promise.ambiguous},
          {"condition", text_or_null(promise.condition)},
          {"start", span.start},
          {"end", span.end},
          {"line", in_draft ? Json(start.line) : Json()},
          {"column", in_draft ? Json(start.column) : Json()},
          {"text", words_of(record.draft, promise)}};
}

class JsonPromises : public PromiseReporter {
 public:
  JsonPromises(std::ostream& out, const PromiseOptions& options, bool lines)
      : out_(out), options_(options), lines_(lines) {}

  void add(const Record& record, const std::vector<Promise>& promises) override {
    const Places places(record);
    Json all = Json::array();
    for (const Promise& promise : promises) {
      all.push_back(promise_json(record, places, promise, options_));
    }
    const std::string json = dump(
        {{"id", text_or_null(record.id)}, {"path", record.path}, {"promises", std::move(all)}});
    if (lines_) {
      out_ << json << '\n';
      return;
    }
    begin();
    out_ << (first_ ? "\n" : ",\n") << json;
    first_ = false;
  }

  void finish() override {
    if (lines_) return;
    begin();
    out_ << "]}\n";
  }

 private:
  void begin() {
    if (begun_) return;
    begun_ = true;
    out_ << fmt::format(R"({{"schema":1,"version":"{}","now":{},"date_order":"{}","files":[)",
                        version(), dump(moment_or_null(options_.now)),
                        name_of(options_.date_order));
  }

  std::ostream& out_;
  PromiseOptions options_;
  bool lines_;
  bool begun_ = false;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<PromiseReporter> make_promise_reporter(PromiseFormat format, std::ostream& out,
                                                       const PromiseOptions& options) {
  switch (format) {
    case PromiseFormat::text:
      return std::make_unique<TextPromises>(out, options);
    case PromiseFormat::json:
      return std::make_unique<JsonPromises>(out, options, false);
    case PromiseFormat::jsonl:
      return std::make_unique<JsonPromises>(out, options, true);
    case PromiseFormat::ics:
      return make_ics_reporter(out, options);
  }
  return nullptr;
}

std::optional<Moment> written_at(const Draft& draft, const Promise& promise,
                                 std::optional<Moment> now) {
  if (promise.message) return draft.thread.at(*promise.message).at;
  return draft.date ? draft.date : now;
}

std::string_view words_of(const Draft& draft, const Promise& promise) {
  const std::string_view text =
      promise.message ? std::string_view(draft.thread.at(*promise.message).text) : draft.text;
  return text.substr(promise.span.start, promise.span.size());
}

}  // namespace replylint::report
