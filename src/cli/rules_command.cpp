#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/new_file.hpp"
#include "engine/examples.hpp"
#include "replylint/rule_set.hpp"
#include "rules/load.hpp"
#include "rules/rule.hpp"

namespace replylint::cli {

namespace {

int list(const RuleSet& rules, std::ostream& out) {
  std::string family;
  std::size_t rule_count = 0;
  for (const rules::Rule* rule : rules.rules()) {
    if (rule->is_detector()) continue;
    if (rule->family != family) {
      family = rule->family;
      out << (rule_count == 0 ? "" : "\n") << family << '\n';
    }
    out << fmt::format("  {:<38} {:<11} {}\n", rule->id, to_string(rule->severity), rule->summary);
    ++rule_count;
  }
  out << fmt::format("\n{} rules. replylint explain RULE says more of one.\n", rule_count);
  return 0;
}

// The shipped rules, or a folder over them. Our own must have four examples of
// each kind; a team's rule may have fewer.
int test(const std::string& folder, const Streams& streams) {
  Problems problems;
  rules::Pack pack = rules::load(rules::shipped_files(), rules::Strictness::strict, {}, problems);
  if (!folder.empty()) {
    const auto files = rules::read_rule_folder(folder, problems);
    pack = rules::load(files, rules::Strictness::lenient, std::move(pack), problems);
  }
  const RuleSet set = problems.empty() ? RuleSet::compile(std::move(pack), problems) : RuleSet();
  if (!problems.empty()) {
    print_problems(problems, streams.err);
    return 2;
  }
  const engine::ExampleResults results = engine::run_examples(set);
  print_problems(results.failures, streams.err);
  streams.out << fmt::format("{} examples executed, {} failed\n", results.executed,
                             results.failures.size());
  if (!results.cross_fire.empty()) {
    streams.out << "\nCross-fire: what other rules find in examples that are good for one rule\n";
  }
  for (const engine::CrossFire& fire : results.cross_fire) {
    streams.out << fmt::format("  {}:{}: {} finds {}\n", fire.example_rule, fire.line,
                               fire.finding_rule, fire.words);
  }
  return results.failures.empty() ? 0 : 1;
}

int create(const std::string& id, const Streams& streams) {
  const std::size_t slash = id.find('/');
  const auto plain = [](std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
  };
  if (slash == std::string::npos || !plain(std::string_view(id).substr(0, slash)) ||
      !plain(std::string_view(id).substr(slash + 1))) {
    streams.err << "replylint: “" << id
                << "” is not family/name in small letters, such as blame/should-have\n";
    return 2;
  }
  const std::string path = "rules/" + id + ".yml";
  if (const auto error = write_new_file(path, rules::new_rule_text(id))) {
    streams.err << "replylint: " << path << ": " << *error << '\n';
    return 2;
  }
  streams.out << "Wrote " << path << ". Next: replylint rules test rules\n";
  return 0;
}

}  // namespace

int rules(const RulesArguments& arguments, const Streams& streams) {
  switch (arguments.action) {
    case RulesArguments::Action::test:
      return test(arguments.folder, streams);
    case RulesArguments::Action::create:
      return create(arguments.id, streams);
    case RulesArguments::Action::list:
      break;
  }
  Problems problems;
  const RuleSet set = RuleSet::load(arguments.rule_folders, problems);
  if (!problems.empty()) {
    print_problems(problems, streams.err);
    return 2;
  }
  return list(set, streams.out);
}

}  // namespace replylint::cli
