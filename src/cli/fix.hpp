// What --fix and --diff do with a draft.
#pragma once

#include <functional>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "report/record.hpp"

namespace replylint::cli {

// One draft of a file, or standard input, to be fixed.
struct FixJob {
  FixAction action = FixAction::write;
  bool is_stdin = false;
  std::function<Draft(std::string_view bytes)> read;
  std::function<Analysis(const Draft& draft)> lint;
};

struct FixDone {
  bool failed = false;   // what should have been written was not; it has been said
  bool changed = false;  // there was something to fix
};

// Makes the fixes of the record, writes the file (standard input goes to
// standard output) or shows the difference, and says what could not be fixed.
// Afterwards the record is the draft as fixed, read but not analysed.
[[nodiscard]] FixDone fix_draft(report::Record& record, const FixJob& job, const Streams& streams);

}  // namespace replylint::cli
