// One function for each command; `run` calls them.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "replylint/exchange.hpp"
#include "replylint/problem.hpp"
#include "replylint/run.hpp"

namespace replylint::cli {

// The streams and surroundings of one run.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  const Surroundings& surroundings;
};

// Each returns an exit status.
[[nodiscard]] int check(const CheckArguments& arguments, const Streams& streams);
[[nodiscard]] int zones(const ZonesArguments& arguments, const Streams& streams);
[[nodiscard]] int context(const ContextArguments& arguments, const Streams& streams);
[[nodiscard]] int promises(const PromisesArguments& arguments, const Streams& streams);
[[nodiscard]] int explain(const ExplainArguments& arguments, const Streams& streams);
[[nodiscard]] int rules(const RulesArguments& arguments, const Streams& streams);
[[nodiscard]] int init(const InitArguments& arguments, const Streams& streams);

// Prints problems to `err`, all of them, and their number.
void print_problems(const Problems& problems, std::ostream& err);

// What --now says: ISO 8601, or “now” by the clock. Nothing for an empty value,
// and where there is no clock, which is said on standard error.
[[nodiscard]] std::optional<Moment> read_now(const std::string& value, const Streams& streams);

// Without a path: standard input, when something is piped in. Nothing where
// there is nothing to read.
[[nodiscard]] std::vector<std::string> paths_or_stdin(const InputArguments& input,
                                                      const Surroundings& surroundings);

}  // namespace replylint::cli
