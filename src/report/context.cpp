#include "report/context.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>
#include <string_view>

#include "report/excerpt.hpp"
#include "report/json_text.hpp"
#include "report/printable.hpp"
#include "text/moment.hpp"

namespace replylint::report {

namespace {

constexpr std::size_t words_columns = 60;  // of a stretch of the message

template <typename Enum, std::size_t N>
std::string_view name_of(Enum value, const std::array<std::string_view, N>& names) {
  return names.at(static_cast<std::size_t>(value));
}

// Every message counts, and so does what they say of earlier ones.
std::size_t times_written(const ContextRecord& record) {
  const auto here = std::count_if(record.thread.begin(), record.thread.end(),
                                  [](const Message& m) { return m.from == Party::customer; });
  return std::max<std::size_t>(record.reading.times_written, static_cast<std::size_t>(here));
}

class TextWriter {
 public:
  TextWriter(std::ostream& out, const ContextRecord& record) : out_(out), record_(record) {}

  void write() {
    const CustomerReading& reading = record_.reading;
    out_ << printable_name(record_.path) << '\n';
    line("name", reading.name ? fmt::format("{} ({})", printable(reading.name->text),
                                            name_of(reading.name->source, name_source_names))
                              : "not told");
    const std::size_t times = times_written(record_);
    line("written", times == 1 ? "once" : fmt::format("{} times", times));
    if (record_.answered) line("answered", "the last word of the thread is ours");
    write_anger(reading.anger);
    for (const CustomerEmotion& found : reading.emotions) {
      line("feels", fmt::format("{}, {:g} of 3: {}", name_of(found.emotion, emotion_names),
                                found.strength, words(found.spans)));
    }
    for (const CustomerQuestion& found : reading.questions) {
      line("asks", fmt::format("{}{}: {}", name_of(found.kind, question_kind_names),
                               found.rhetorical ? ", in anger" : "", words(found.span)));
    }
    for (const Span span : reading.requests) line("wants", words(span));
    for (const Span span : reading.deadlines) line("by when", words(span));
    for (const CustomerReference& found : reading.references) {
      line("names", fmt::format("{} {}: {}", name_of(found.kind, reference_kind_names),
                                printable(found.value), words(found.span)));
    }
    for (const CustomerDetail& found : reading.details) {
      line("tells",
           fmt::format("{}: {}", name_of(found.kind, detail_kind_names), words(found.span)));
    }
    for (const TriedStep& found : reading.tried) {
      line("has tried", fmt::format("{}: {}", printable(found.name), words(found.span)));
    }
    for (const CustomerThreat& found : reading.threats) {
      line("threatens to",
           fmt::format("{}: {}", name_of(found.kind, threat_kind_names), words(found.span)));
    }
    for (const Span span : reading.asks_for_manager) line("manager", words(span));
    if (!reading.situations.empty()) {
      line("situations", fmt::format("{}", fmt::join(reading.situations, ", ")));
    }
    for (const Message& message : record_.thread) write_message(message);
  }

 private:
  // A label stands before the first of its lines only.
  void line(std::string_view label, const std::string& text) {
    out_ << fmt::format("  {:<13}{}\n", label == last_ ? "" : label, text);
    last_ = label;
  }

  [[nodiscard]] std::string words(Span span) const {
    return fmt::format(
        "“{}”",
        shortened(std::string_view(record_.text).substr(span.start, span.size()), words_columns));
  }

  [[nodiscard]] std::string words(const std::vector<Span>& spans) const {
    std::vector<std::string> all;
    all.reserve(spans.size());
    for (const Span span : spans) all.push_back(words(span));
    return fmt::format("{}", fmt::join(all, ", "));
  }

  void write_anger(const Anger& anger) {
    if (!anger.angry) return line("angry", "no");
    line("angry", fmt::format("yes, {:g} of 3", anger.strength));
    const auto because = [&](std::string_view of, const std::vector<Span>& spans) {
      if (!spans.empty()) line("because of", fmt::format("{}: {}", of, words(spans)));
    };
    because("words", anger.words);
    because("capitals", anger.capitals);
    because("exclamations", anger.exclamations);
    because("swearing", anger.swearing);
    because("abuse", anger.abuse);
  }

  void write_message(const Message& message) {
    line("thread", fmt::format("{:<9}{:<26}{}“{}”", name_of(message.from, party_names),
                               message.at ? text::to_iso(*message.at) : "no date",
                               message.sender.empty() ? "" : printable(message.sender) + ": ",
                               shortened(message.text, words_columns)));
  }

  std::ostream& out_;
  const ContextRecord& record_;
  std::string_view last_;
};

class JsonWriter {
 public:
  explicit JsonWriter(const ContextRecord& record) : record_(record) {}

  [[nodiscard]] Json json() const {
    const CustomerReading& reading = record_.reading;
    Json out;
    out["path"] = record_.path;
    out["text"] = record_.text;
    out["answered"] = record_.answered;
    out["thread"] = list(record_.thread, [](const Message& message) {
      return Json{{"from", name_of(message.from, party_names)},
                  {"at", message.at ? Json(text::to_iso(*message.at)) : Json()},
                  {"name", message.sender},
                  {"text", message.text}};
    });
    out["name"] = reading.name ? name(*reading.name) : Json();
    out["times_written"] = times_written(record_);
    out["wrote_before"] = places(reading.wrote_before);
    out["questions"] = list(reading.questions, [&](const CustomerQuestion& q) {
      return placed(q.span,
                    {{"kind", name_of(q.kind, question_kind_names)}, {"rhetorical", q.rhetorical}});
    });
    out["requests"] = places(reading.requests);
    out["deadlines"] = places(reading.deadlines);
    out["references"] = list(reading.references, [&](const CustomerReference& r) {
      return placed(r.span, {{"kind", name_of(r.kind, reference_kind_names)}, {"value", r.value}});
    });
    out["details"] = list(reading.details, [&](const CustomerDetail& d) {
      return placed(d.span, {{"kind", name_of(d.kind, detail_kind_names)}});
    });
    out["tried"] = list(reading.tried, [&](const TriedStep& t) {
      return placed(t.span, {{"step", t.name}});
    });
    out["emotions"] = list(reading.emotions, [&](const CustomerEmotion& e) {
      return Json{{"emotion", name_of(e.emotion, emotion_names)},
                  {"strength", e.strength},
                  {"words", places(e.spans)}};
    });
    const Anger& anger = reading.anger;
    out["anger"] = {{"angry", anger.angry},
                    {"strength", anger.strength},
                    {"words", places(anger.words)},
                    {"capitals", places(anger.capitals)},
                    {"exclamations", places(anger.exclamations)},
                    {"swearing", places(anger.swearing)},
                    {"abuse", places(anger.abuse)}};
    out["threats"] = list(reading.threats, [&](const CustomerThreat& t) {
      return placed(t.span, {{"kind", name_of(t.kind, threat_kind_names)}});
    });
    out["asks_for_manager"] = places(reading.asks_for_manager);
    out["situations"] = reading.situations;
    return out;
  }

 private:
  template <typename List, typename ToJson>
  static Json list(const List& items, ToJson to_json) {
    Json out = Json::array();
    for (const auto& item : items) out.push_back(to_json(item));
    return out;
  }

  [[nodiscard]] Json placed(Span span, Json more) const {
    more["start"] = span.start;
    more["end"] = span.end;
    more["text"] = record_.text.substr(span.start, span.size());
    return more;
  }

  [[nodiscard]] Json places(const std::vector<Span>& spans) const {
    return list(spans, [&](Span span) { return placed(span, Json::object()); });
  }

  [[nodiscard]] Json name(const CustomerName& found) const {
    Json out{{"text", found.text}, {"source", name_of(found.source, name_source_names)}};
    out["start"] = found.span ? Json(found.span->start) : Json();
    out["end"] = found.span ? Json(found.span->end) : Json();
    return out;
  }

  const ContextRecord& record_;
};

}  // namespace

void write_context(std::ostream& out, const ContextRecord& record, OutputFormat format) {
  if (format == OutputFormat::text) {
    TextWriter(out, record).write();
  } else {
    out << dump(JsonWriter(record).json()) << '\n';
  }
}

}  // namespace replylint::report
