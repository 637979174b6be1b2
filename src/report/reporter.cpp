#include "report/reporter.hpp"

#include "report/formats.hpp"

namespace replylint::report {

std::unique_ptr<Reporter> make_reporter(OutputFormat format, std::ostream& out,
                                        const Style& style) {
  switch (format) {
    case OutputFormat::text:
      return make_text_reporter(out, style);
    case OutputFormat::line:
      return make_line_reporter(out, false);
    case OutputFormat::json:
      return make_json_reporter(out, style);
    case OutputFormat::jsonl:
      return make_jsonl_reporter(out, style);
    case OutputFormat::sarif:
      return make_sarif_reporter(out);
    case OutputFormat::github:
      return make_github_reporter(out);
    case OutputFormat::gitlab:
      return make_gitlab_reporter(out);
    case OutputFormat::junit:
      return make_junit_reporter(out);
    case OutputFormat::checkstyle:
      return make_checkstyle_reporter(out);
    case OutputFormat::rdjson:
      return make_rdjson_reporter(out);
  }
  return nullptr;
}

}  // namespace replylint::report
