// Workflow commands of GitHub Actions: a finding becomes an annotation of the
// pull request. GitHub shows ten a level and step, fifty a job.
#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>

#include "report/formats.hpp"
#include "report/place.hpp"
#include "report/printable.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

constexpr std::array<std::string_view, severity_names.size()> commands{"notice", "warning",
                                                                       "error"};

// What would end the command or, in a property, the property
// (actions/toolkit, core/src/command.ts).
std::string escaped(std::string_view utf8, bool property) {
  std::string out;
  for (const char c : utf8) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

std::string property(std::string_view name, std::string_view value) {
  return fmt::format("{}={}", name, escaped(value, true));
}

class GithubReporter : public Reporter {
 public:
  explicit GithubReporter(std::ostream& out) : out_(out) {}

  void add(const Record& record) override {
    const Places places(record);
    for (const Finding& finding : record.analysis.findings) {
      const Position start = places.start_in_file(finding.span);
      const Position end = places.end_in_file(finding.span);
      std::string properties = property("file", printable_name(record.path));
      properties += fmt::format(",line={},endLine={}", start.line, end.line);
      // GitHub refuses columns of a span over several lines.
      if (start.line == end.line && record.record_line == 0) {
        properties += fmt::format(",col={},endColumn={}", start.column, end.column);
      }
      properties += "," + property("title", printable(finding.rule->id));
      const auto command = commands.at(static_cast<std::size_t>(finding.severity));
      out_ << fmt::format("::{} {}::{}\n", command, properties,
                          escaped(printable(finding.message), false));
    }
  }

  void finish() override {}

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Reporter> make_github_reporter(std::ostream& out) {
  return std::make_unique<GithubReporter>(out);
}

}  // namespace replylint::report
