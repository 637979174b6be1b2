// What a piece of work has to say on standard error, kept until its turn comes:
// drafts may be linted out of order, and are reported in order.
#pragma once

#include <string>
#include <string_view>

#include "replylint/problem.hpp"

namespace replylint::cli {

struct Messages {
  std::string text;     // whole lines
  bool failed = false;  // one of them makes the exit status 2

  void warn(std::string_view message) { text.append("replylint: ").append(message).append("\n"); }
  void fail(std::string_view message) {
    warn(message);
    failed = true;
  }
  // All of them, and their number.
  void fail(const Problems& problems) {
    for (const Problem& problem : problems) text += format_problem(problem);
    if (problems.size() > 1) warn(std::to_string(problems.size()) + " problems");
    failed = failed || !problems.empty();
  }
};

}  // namespace replylint::cli
