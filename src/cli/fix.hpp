// What --fix and --diff do with a file.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "report/fixing.hpp"

namespace replylint::cli {

// A file, or standard input, to be fixed.
struct FixJob {
  FixAction action = FixAction::write;
  std::string path;
  bool is_stdin = false;
  report::FileReader reader;
};

struct FixDone {
  std::string bytes;     // the file as fixed; as it was where `failed`
  bool failed = false;   // what should have been written was not; it has been said
  bool changed = false;  // there was something to fix
};

// Makes the fixes of a file that holds `bytes`, writes it (standard input goes to
// standard output) or shows the difference, and says what could not be fixed.
[[nodiscard]] FixDone fix_file(std::string bytes, const FixJob& job, const Streams& streams);

}  // namespace replylint::cli
