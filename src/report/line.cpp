// path:line:column: severity: message [rule], for editors and grep.
#include <fmt/format.h>

#include <ostream>

#include "report/formats.hpp"
#include "report/position.hpp"
#include "report/printable.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

class LineReporter : public Reporter {
 public:
  explicit LineReporter(std::ostream& out) : out_(out) {}

  void add(const Record& record) override {
    const LineIndex lines(record.source);
    for (const Finding& finding : record.analysis.findings) {
      const Span source = record.draft.source_map.to_source(finding.span);
      const Position at = lines.position(source.start);
      const std::size_t line = record.record_line > 0 ? record.record_line : at.line;
      const std::string id =
          record.record_line > 0 ? fmt::format(" (record {})", printable(record.id)) : "";
      out_ << fmt::format("{}:{}:{}: {}: {} [{}]{}\n", printable(record.path), line, at.column,
                          to_string(finding.severity), printable(finding.message), finding.rule->id,
                          id);
    }
  }

  void finish() override {}

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Reporter> make_line_reporter(std::ostream& out) {
  return std::make_unique<LineReporter>(out);
}

}  // namespace replylint::report
