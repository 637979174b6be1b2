#include "replylint/promises.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <variant>

#include "cli/commands.hpp"
#include "cli/drafts.hpp"
#include "report/promises.hpp"
#include "text/calendar.hpp"
#include "text/moment.hpp"

namespace replylint::cli {

namespace {

// The options, or what is wrong with a flag.
std::variant<PromiseOptions, std::string> read_options(const PromisesArguments& arguments) {
  PromiseOptions options;
  if (!arguments.now.empty()) {
    options.now = text::parse_iso(arguments.now);
    if (!options.now) {
      return fmt::format("--now: “{}” is no time such as 2026-11-24T09:00+01:00", arguments.now);
    }
  }
  if (!arguments.lang.empty()) {
    const auto day_first = text::puts_day_first(arguments.lang);
    if (!day_first) {
      return fmt::format("--lang: “{}” names no language with a country, such as en-GB or en-US",
                         arguments.lang);
    }
    options.date_order = *day_first ? DateOrder::day_first : DateOrder::month_first;
  }
  return options;
}

}  // namespace

int promises(const PromisesArguments& arguments, const Streams& streams) {
  const auto read = read_options(arguments);
  if (const auto* wrong = std::get_if<std::string>(&read)) {
    streams.err << "replylint: " << *wrong << '\n';
    return 2;
  }
  const auto& options = std::get<PromiseOptions>(read);
  Problems problems;
  const RuleSet rules = RuleSet::load(arguments.rule_folders, problems);
  if (!problems.empty()) {
    print_problems(problems, streams.err);
    return 2;
  }
  PromiseFinder finder(rules);
  const auto reporter = report::make_promise_reporter(arguments.format, streams.out, options);
  int status = 0;
  DraftSource source(arguments.input, streams);
  source.for_each([&](const report::Record& record) {
    auto found = finder.find(record.draft, options);
    if (arguments.format == report::PromiseFormat::ics) {
      // A to-do says when it was written.
      const auto undated = std::erase_if(found, [&](const Promise& promise) {
        return !report::written_at(record.draft, promise, options.now) && !options.now;
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
