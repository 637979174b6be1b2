#include "report/context.hpp"

#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/thread_input.hpp"
#include "replylint/customer.hpp"
#include "replylint/rule_set.hpp"

namespace replylint::cli {

int context(const ContextArguments& arguments, const Streams& streams) {
  const std::string path =
      arguments.path.empty() && !streams.surroundings.in_is_terminal ? "-" : arguments.path;
  if (path.empty()) {
    streams.err << "replylint: nothing to read: name a message or thread, or pipe one in "
                   "(replylint context --help)\n";
    return 2;
  }
  const auto letters = read_thread_input(path, arguments.stdin_filename, streams);
  if (!letters) return 2;
  if (sides_are_guessed(*letters, {})) warn_of_guess(path, *letters, streams);
  Problems problems;
  const RuleSet rules = RuleSet::load(arguments.rule_folders, problems);
  if (!problems.empty()) {
    print_problems(problems, streams.err);
    return 2;
  }
  report::ContextRecord record;
  record.path = path == "-" && !arguments.stdin_filename.empty() ? arguments.stdin_filename : path;
  record.thread = to_thread(*letters, {});
  // Their last words, even where we have answered them.
  std::vector<Message> until = record.thread;
  while (!until.empty() && until.back().from == Party::agent) until.pop_back();
  record.answered = until.size() < record.thread.size();
  record.text = unanswered(until).value_or("");
  record.reading = read_customer(rules, record.text, until.empty() ? "" : until.back().sender);
  report::write_context(streams.out, record, arguments.format);
  return 0;
}

}  // namespace replylint::cli
