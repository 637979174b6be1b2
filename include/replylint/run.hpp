// The whole command line as a function, so that `main` is a few lines and
// tests call it in-process.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "replylint/exchange.hpp"

namespace replylint {

// What the program may know of the world around it.
struct Surroundings {
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  std::string no_color;        // value of NO_COLOR
  std::string clicolor_force;  // value of CLICOLOR_FORCE
  std::string cache_folder;    // for compiled rule folders; empty: none is kept
  // Why the last write to `out` failed, an errno; may be empty.
  std::function<int()> write_error;
  // This moment, for `--now now`; may be empty.
  std::function<Moment()> clock;
};

// Runs the command in `args` (without the program's name). Returns the exit
// status: 0 clean, 1 findings, 2 wrong usage or unreadable input.
[[nodiscard]] int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out,
                      std::ostream& err, const Surroundings& surroundings = {});

// `run` over the process's own streams and environment.
[[nodiscard]] int run_main(int argc, char** argv);

}  // namespace replylint
