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

}  // namespace replylint::report
