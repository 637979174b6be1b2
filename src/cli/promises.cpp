#include "replylint/promises.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <vector>

#include "cli/commands.hpp"
#include "cli/drafts.hpp"
#include "cli/thread_input.hpp"
#include "report/promises.hpp"
#include "text/calendar.hpp"

namespace replylint::cli {

namespace {

// Nothing where a flag is wrong; that is said.
std::optional<PromiseOptions> read_options(const PromisesArguments& arguments,
                                           const Streams& streams) {
  PromiseOptions options;
  options.now = read_now(arguments.now, streams);
  if (!options.now && !arguments.now.empty()) return std::nullopt;
  if (arguments.lang.empty()) return options;
  const auto day_first = text::puts_day_first(arguments.lang);
  if (!day_first) {
    streams.err << fmt::format(
        "replylint: --lang: “{}” names no language with a country, such as en-GB or en-US\n",
        arguments.lang);
    return std::nullopt;
  }
  options.date_order = *day_first ? DateOrder::day_first : DateOrder::month_first;
  return options;
}

}  // namespace

int promises(const PromisesArguments& arguments, const Streams& streams) {
  const auto options = read_options(arguments, streams);
  if (!options) return 2;
  std::optional<std::vector<Letter>> thread;
  if (!arguments.context.empty()) {
    thread = read_thread_input(arguments.context, {}, streams);
    if (!thread) return 2;
  }
  Problems problems;
  const RuleSet rules = RuleSet::load(arguments.rule_folders, problems);
  if (!problems.empty()) {
    print_problems(problems, streams.err);
    return 2;
  }
  PromiseFinder finder(rules);
  const auto reporter = report::make_promise_reporter(arguments.format, streams.out, *options);
  int status = 0;
  DraftSource source(arguments.input, streams);
  source.for_each([&](report::Record record) {
    if (thread) record.draft.thread = to_thread(*thread, record.draft.author);
    auto found = finder.find(record.draft, *options);
    if (arguments.format == report::PromiseFormat::ics) {
      // A to-do says when it was written.
      const auto undated = std::erase_if(found, [&](const Promise& promise) {
        return !report::written_at(record.draft, promise, options->now) && !options->now;
      });
      if (undated > 0) {
        streams.err << fmt::format(
            "replylint: {}: has no date, which every to-do states; --now TIME gives one\n",
            record.path);
        status = 2;
      }
    }
    reporter->add(record, found);
    return static_cast<bool>(streams.out);
  });
  reporter->finish();
  return std::max(status, source.status());
}

}  // namespace replylint::cli
