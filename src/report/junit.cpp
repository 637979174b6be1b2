// JUnit XML: a suite for each draft. An error or warning is a test that failed,
// a suggestion one that passed with a remark, a clean draft one that passed.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "report/formats.hpp"
#include "report/place.hpp"
#include "report/xml.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

bool fails(const Finding& finding) { return finding.severity != Severity::suggestion; }

class JunitReporter : public Reporter {
 public:
  explicit JunitReporter(std::ostream& out) : out_(out) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"replylint\">\n";
  }

  void add(const Record& record) override {
    const Places places(record);
    const auto& findings = record.analysis.findings;
    const std::string name = xml(places.name());
    out_ << fmt::format("<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", name,
                        std::max<std::size_t>(findings.size(), 1),
                        std::count_if(findings.begin(), findings.end(), fails));
    if (findings.empty()) {
      out_ << fmt::format("<testcase classname=\"{}\" name=\"nothing to change\"/>\n", name);
    }
    for (const Finding& finding : findings) add(finding, places, name);
    out_ << "</testsuite>\n";
  }

  void finish() override { out_ << "</testsuites>\n"; }

 private:
  void add(const Finding& finding, const Places& places, const std::string& name) {
    const std::string message = xml(finding.message);
    out_ << fmt::format("<testcase classname=\"{}\" name=\"{} at {}\">\n", name,
                        xml(finding.rule->id), xml(places.of(finding.span)));
    if (fails(finding)) {
      out_ << fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>\n",
                          to_string(finding.severity), message, xml(finding.rule->why));
    } else {
      out_ << fmt::format("<system-out>{}</system-out>\n", message);
    }
    out_ << "</testcase>\n";
  }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Reporter> make_junit_reporter(std::ostream& out) {
  return std::make_unique<JunitReporter>(out);
}

}  // namespace replylint::report
