// GitLab Code Quality: one JSON array of issues.
#include <ostream>
#include <string_view>

#include "report/fingerprint.hpp"
#include "report/formats.hpp"
#include "report/json_text.hpp"
#include "report/place.hpp"
#include "report/printable.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

constexpr std::array<std::string_view, severity_names.size()> levels{"info", "minor", "major"};

class GitlabReporter : public Reporter {
 public:
  explicit GitlabReporter(std::ostream& out) : out_(out) {}

  void add(const Record& record) override {
    const Places places(record);
    const std::string path = printable_name(record.path);
    for (const Finding& finding : record.analysis.findings) {
      // GitLab wants a fingerprint of its own for each issue of the report.
      const std::string hash = content_hash({path, record.id, finding_hash(record.draft, finding)});
      const Json issue{
          {"description", printable(finding.message)},
          {"check_name", finding.rule->id},
          {"fingerprint", content_hash({hash, std::to_string(ordinals_.next(hash))})},
          {"severity", levels.at(static_cast<std::size_t>(finding.severity))},
          {"location",
           {{"path", path}, {"lines", {{"begin", places.start_in_file(finding.span).line}}}}}};
      out_ << (count_++ == 0 ? "[\n" : ",\n") << dump(issue);
    }
  }

  void finish() override { out_ << (count_ == 0 ? "[]\n" : "\n]\n"); }

 private:
  std::ostream& out_;
  Ordinals ordinals_;
  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> make_gitlab_reporter(std::ostream& out) {
  return std::make_unique<GitlabReporter>(out);
}

}  // namespace replylint::report
