#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "cli/commands.hpp"
#include "replylint/rule_set.hpp"
#include "rules/edit_distance.hpp"
#include "rules/rule.hpp"

namespace replylint::cli {

namespace {

// The text of an example with its marks in brackets that no draft uses.
std::string marked(const rules::Example& example) {
  std::string out;
  std::size_t at = 0;
  for (const Span mark : example.marks) {
    out += example.text.substr(at, mark.start - at);
    out += "»" + example.text.substr(mark.start, mark.size()) + "«";
    at = mark.end;
  }
  out += example.text.substr(at);
  while (!out.empty() && out.back() == '\n') out.pop_back();
  std::string indented;
  for (const char c : out) {
    indented += c;
    if (c == '\n') indented += "      ";
  }
  return indented;
}

void print_list(std::ostream& out, std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out << '\n' << title << '\n';
  for (const std::string& line : lines) out << "  - " << line << '\n';
}

void print_examples(std::ostream& out, std::string_view title,
                    const std::vector<rules::Example>& examples) {
  std::vector<std::string> lines;
  lines.reserve(examples.size());
  for (const rules::Example& example : examples) lines.push_back(marked(example));
  print_list(out, title, lines);
}

void print(std::ostream& out, const rules::Rule& rule) {
  out << rule.id << ": " << rule.summary << '\n';
  if (!rule.is_detector()) {
    out << fmt::format("{}, moves the score for {}\n", to_string(rule.severity),
                       to_string(rule.dimension));
  }
  if (!rule.why.empty()) out << "\nWhy\n  " << rule.why << '\n';
  print_list(out, "Write instead", rule.instead);
  if (const auto* require = std::get_if<rules::Require>(&rule.kind)) {
    out << fmt::format("\nRequired when\n  {}\n", fmt::join(require->required, ", "));
    if (!require->sample.empty()) out << "\nFor example\n  " << require->sample << '\n';
  }
  const bool detector = rule.is_detector();
  print_examples(out, detector ? "Found in" : "Flagged", rule.bad);
  print_examples(out, detector ? "Not found in" : "Not flagged", rule.good);
  if (rule.measured) {
    out << fmt::format("\nMeasured\n  {} of {} hits judged right, on {}\n", rule.measured->right,
                       rule.measured->hits, rule.measured->on);
  }
  if (!rule.source.empty()) {
    out << fmt::format("\nSource\n  {}\n", fmt::join(rule.source, "; "));
  }
}

}  // namespace

int explain(const ExplainArguments& arguments, const Streams& streams) {
  Problems problems;
  const RuleSet set = RuleSet::load(arguments.rule_folders, problems);
  if (!problems.empty()) {
    print_problems(problems, streams.err);
    return 2;
  }
  if (const rules::Rule* rule = set.find(arguments.rule)) {
    print(streams.out, *rule);
    return 0;
  }
  const auto& all = set.rules();
  const auto nearest =
      std::min_element(all.begin(), all.end(), [&](const rules::Rule& a, const rules::Rule& b) {
        return rules::edit_distance(a.id, arguments.rule) <
               rules::edit_distance(b.id, arguments.rule);
      });
  streams.err << fmt::format("replylint: no rule “{}”", arguments.rule);
  if (nearest != all.end()) streams.err << fmt::format("; did you mean {}?", nearest->id);
  streams.err << " (replylint rules list)\n";
  return 2;
}

}  // namespace replylint::cli
