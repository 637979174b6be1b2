#include "report/ics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "report/fingerprint.hpp"
#include "report/place.hpp"
#include "report/printable.hpp"
#include "text/moment.hpp"
#include "text/utf8.hpp"

namespace replylint::report {

namespace {

constexpr std::size_t longest_line = 75;  // bytes, without its end
constexpr std::string_view line_end = "\r\n";

// "20261126"
std::string date_of(Moment moment) {
  std::string day = text::to_iso(moment).substr(0, 10);
  std::erase(day, '-');
  return day;
}

// "20261126T090000Z"
std::string utc_of(Moment moment) {
  std::string time = text::to_iso({moment.seconds, 0});
  std::erase(time, '-');
  std::erase(time, ':');
  return time;
}

class IcsPromises : public PromiseReporter {
 public:
  IcsPromises(std::ostream& out, const PromiseOptions& options) : out_(out), options_(options) {}

  void add(const Record& record, const std::vector<Promise>& promises) override {
    begin();
    const Places places(record);
    for (const Promise& promise : promises) add(record, places, promise);
  }

  void finish() override {
    begin();
    line("END:VCALENDAR");
  }

 private:
  void begin() {
    if (begun_) return;
    begun_ = true;
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//replylint//promises//EN");
  }

  void add(const Record& record, const Places& places, const Promise& promise) {
    const std::string_view words = words_of(record.draft, promise);
    auto written = written_at(record.draft, promise, options_.now);
    if (!written) written = options_.now.value_or(Moment());
    const std::string stamp = utc_of(*written);
    line("BEGIN:VTODO");
    line("UID:" + uid(record.draft, promise));
    line("DTSTAMP:" + stamp);
    if (promise.due) {
      const Moment latest = promise.due->latest;
      line(promise.due->precision == Precision::day ? "DUE;VALUE=DATE:" + date_of(latest)
                                                    : "DUE:" + utc_of(latest));
    }
    const std::string who = promise.who.empty() ? "" : promise.who + ": ";
    line("SUMMARY:" + ics_text(who + promise.what));
    std::string description = fmt::format("“{}”", words);
    if (!promise.when.empty() && !promise.due) description += "\nWhen: " + promise.when;
    if (!promise.condition.empty()) description += "\nCondition: " + promise.condition;
    description +=
        promise.message
            ? fmt::format("\n{}, message {}", places.name(), *promise.message + 1)
            : fmt::format("\n{}:{}", places.name(), places.start_in_file(promise.span).line);
    line("DESCRIPTION:" + ics_text(description));
    line("STATUS:NEEDS-ACTION");
    line("END:VTODO");
  }

  // By the words, the message they stand in and its own date. What is promised
  // twice in the same words are two to-dos.
  std::string uid(const Draft& draft, const Promise& promise) {
    const auto date = written_at(draft, promise, std::nullopt);
    const std::string_view message =
        promise.message ? std::string_view(draft.thread.at(*promise.message).text) : draft.text;
    const std::string hash =
        content_hash({date ? text::to_iso(*date) : "", words_of(draft, promise), message});
    const std::size_t ordinal = seen_.next(hash);
    return ordinal == 1 ? hash + "@replylint" : fmt::format("{}-{}@replylint", hash, ordinal);
  }

  void line(const std::string& content) { out_ << ics_line(content); }

  std::ostream& out_;
  PromiseOptions options_;
  Ordinals seen_;
  bool begun_ = false;
};

}  // namespace

std::string ics_text(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const text::CodePoint c = text::code_point_at(utf8, at);
    if (c.value == '\n') {
      out += "\\n";
    } else if (c.value == '\t') {
      out += ' ';
    } else if (!is_unsafe(c.value)) {
      if (c.value == '\\' || c.value == ';' || c.value == ',') out += '\\';
      out += utf8.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

std::string ics_line(std::string_view content) {
  std::string out;
  std::size_t room = longest_line;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t length = text::code_point_at(content, at).length;
    if (length > room) {
      out += line_end;
      out += ' ';
      room = longest_line - 1;
    }
    out += content.substr(at, length);
    room -= length;
    at += length;
  }
  out += line_end;
  return out;
}

std::unique_ptr<PromiseReporter> make_ics_reporter(std::ostream& out,
                                                   const PromiseOptions& options) {
  return std::make_unique<IcsPromises>(out, options);
}

}  // namespace replylint::report
