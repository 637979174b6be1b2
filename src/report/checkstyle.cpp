// Checkstyle XML, which Jenkins, reviewdog and many others read.
#include <fmt/format.h>

#include <ostream>
#include <string_view>

#include "report/formats.hpp"
#include "report/place.hpp"
#include "report/printable.hpp"
#include "report/xml.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

constexpr std::array<std::string_view, severity_names.size()> levels{"info", "warning", "error"};

class CheckstyleReporter : public Reporter {
 public:
  explicit CheckstyleReporter(std::ostream& out) : out_(out) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n";
  }

  void add(const Record& record) override {
    const Places places(record);
    out_ << fmt::format("<file name=\"{}\">\n", xml(printable_name(record.path)));
    for (const Finding& finding : record.analysis.findings) {
      const Position at = places.start_in_file(finding.span);
      out_ << fmt::format(
          "<error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" "
          "source=\"replylint.{}\"/>\n",
          at.line, at.column, levels.at(static_cast<std::size_t>(finding.severity)),
          xml(finding.message), xml(finding.rule->id));
    }
    out_ << "</file>\n";
  }

  void finish() override { out_ << "</checkstyle>\n"; }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Reporter> make_checkstyle_reporter(std::ostream& out) {
  return std::make_unique<CheckstyleReporter>(out);
}

}  // namespace replylint::report
