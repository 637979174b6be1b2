// How a draft was read, for `replylint zones`.
#pragma once

#include <iosfwd>

#include "report/record.hpp"
#include "report/reporter.hpp"

namespace replylint::report {

// One record as text, or as JSON (one line for jsonl): {"id", "zones":
// [{"zone", "start", "end"}], "placeholders": [{"start", "end", "text"}]},
// offsets as in findings.
void write_zones(std::ostream& out, const Record& record, OutputFormat format);

}  // namespace replylint::report
