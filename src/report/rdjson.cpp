// Reviewdog Diagnostic Format: one JSON object. Its columns count UTF-8 bytes
// from 1.
#include <ostream>
#include <string_view>

#include "report/formats.hpp"
#include "report/json_text.hpp"
#include "report/place.hpp"
#include "report/printable.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

constexpr std::array<std::string_view, severity_names.size()> levels{"INFO", "WARNING", "ERROR"};

class RdjsonReporter : public Reporter {
 public:
  explicit RdjsonReporter(std::ostream& out) : out_(out) {
    out_ << R"({"source": {"name": "replylint"}, "diagnostics": [)";
  }

  void add(const Record& record) override {
    const Places places(record);
    for (const Finding& finding : record.analysis.findings) {
      Json diagnostic{
          {"message", printable(finding.message)},
          {"location",
           {{"path", printable_name(record.path)}, {"range", range(record, places, finding.span)}}},
          {"severity", levels.at(static_cast<std::size_t>(finding.severity))},
          {"code", {{"value", finding.rule->id}}}};
      // A record's text does not stand in the file as it was linted.
      if (finding.fix && record.record_line == 0) {
        diagnostic["suggestions"] = Json::array(
            {{{"range", range(record, places, finding.fix->span)}, {"text", finding.fix->text}}});
      }
      out_ << (count_++ == 0 ? "\n" : ",\n") << dump(diagnostic);
    }
  }

  void finish() override { out_ << "\n]}\n"; }

 private:
  static Json range(const Record& record, const Places& places, Span text) {
    if (record.record_line > 0) return {{"start", {{"line", record.record_line}}}};
    const auto position = [&](std::size_t byte, std::size_t line) -> Json {
      return {{"line", line}, {"column", byte - places.line_start(byte) + 1}};
    };
    const Span source = places.source(text);
    return {{"start", position(source.start, places.start(text).line)},
            {"end", position(source.end, places.end(text).line)}};
  }

  std::ostream& out_;
  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> make_rdjson_reporter(std::ostream& out) {
  return std::make_unique<RdjsonReporter>(out);
}

}  // namespace replylint::report
