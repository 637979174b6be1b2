// The reporters of this folder, one a format.
#pragma once

#include <iosfwd>
#include <memory>

#include "report/reporter.hpp"

namespace replylint::report {

[[nodiscard]] std::unique_ptr<Reporter> make_text_reporter(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Reporter> make_line_reporter(std::ostream& out, bool color);
[[nodiscard]] std::unique_ptr<Reporter> make_json_reporter(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Reporter> make_jsonl_reporter(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out);
[[nodiscard]] std::unique_ptr<Reporter> make_github_reporter(std::ostream& out);
[[nodiscard]] std::unique_ptr<Reporter> make_gitlab_reporter(std::ostream& out);
[[nodiscard]] std::unique_ptr<Reporter> make_junit_reporter(std::ostream& out);
[[nodiscard]] std::unique_ptr<Reporter> make_checkstyle_reporter(std::ostream& out);
[[nodiscard]] std::unique_ptr<Reporter> make_rdjson_reporter(std::ostream& out);

}  // namespace replylint::report
