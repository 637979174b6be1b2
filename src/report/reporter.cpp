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
  }
  return nullptr;
}

}  // namespace replylint::report
