// path:line:column: severity: message [rule], for editors and grep.
#include <fmt/format.h>

#include <ostream>

#include "report/formats.hpp"
#include "report/ink.hpp"
#include "report/place.hpp"
#include "report/printable.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

class LineReporter : public Reporter {
 public:
  LineReporter(std::ostream& out, bool color) : out_(out), painter_(color) {}

  void add(const Record& record) override {
    const Places places(record);
    const std::string path = printable_name(record.path);
    // An id that is just the line again says nothing.
    const bool has_id = record.record_line > 0 && record.id != std::to_string(record.record_line);
    const std::string id = has_id ? fmt::format("{}: ", printable(record.id)) : "";
    for (const Finding& finding : record.analysis.findings) {
      const Position at = places.start_in_file(finding.span);
      out_ << fmt::format("{}:{}:{}: {}: {}{} [{}]\n", path, at.line, at.column,
                          painter_.paint(finding.severity), id, printable(finding.message),
                          printable(finding.rule->id));
    }
  }

  void finish() override {}

 private:
  std::ostream& out_;
  Painter painter_;
};

}  // namespace

std::unique_ptr<Reporter> make_line_reporter(std::ostream& out, bool color) {
  return std::make_unique<LineReporter>(out, color);
}

}  // namespace replylint::report
