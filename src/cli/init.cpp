#include <ostream>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/new_file.hpp"

namespace replylint::cli {

namespace {

constexpr std::string_view starter =
    R"(# Settings of replylint for this folder and those below it.
# `replylint check --show-config FILE` prints what holds for a file, and why.

# Another file to begin with; what stands here wins over it.
# extends: ../.replylint.yml

# Where the replies go: email, chat, social, letter, unknown.
channel: email

# draft: one reply to one customer. template: a canned one for many.
# auto: template in folders such as templates/ or macros/.
mode: auto

# Exit with 1 at this severity or above: error, warning, suggestion, never.
fail-on: error

# Exit with 1 when a score is lower. Off by default.
# min-score: 60

# Folders with rules of your own; `replylint rules new blame/foo` writes one.
# rules: [rules]

# Rules or families that do not suit you. Privacy rules need a reason.
# ignore:
#   - robotic/stock-close
#   - {rule: privacy/password, reason: "resets are sent by mail here"}

# Another severity for a rule or two.
# severity:
#   shouting/emoji: warning
)";

}  // namespace

int init(const InitArguments&, const Streams& streams) {
  if (const auto error = write_new_file(config_name, starter)) {
    streams.err << "replylint: " << config_name << ": " << *error << '\n';
    return 2;
  }
  streams.out << "Wrote " << config_name << ". Next: replylint FILE\n";
  return 0;
}

}  // namespace replylint::cli
