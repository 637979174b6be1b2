#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "replylint/rule_set.hpp"
#include "rules/rule.hpp"
#include "text/edit_distance.hpp"
#include "text/moment.hpp"

namespace replylint::cli {

namespace {

// Hits below this many say little of how often a rule is right.
constexpr unsigned enough_hits = 10;
constexpr std::size_t heaviest_shown = 12;  // patterns of a weigh rule

// Lines after the first stand under it.
std::string hanging(std::string_view text, std::string_view margin) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '\n' && i + 1 < text.size() && text[i + 1] != '\n') out += margin;
  }
  return out;
}

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
  return out;
}

std::string without_line_ends(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

// Where an example is said, and to whom, if its file says so.
std::string surroundings(const rules::Example& example) {
  std::vector<std::string> parts;
  if (example.channel) {
    parts.emplace_back(channel_names.at(static_cast<std::size_t>(*example.channel)));
  }
  if (example.mode) parts.emplace_back(mode_names.at(static_cast<std::size_t>(*example.mode)));
  parts.insert(parts.end(), example.situations.begin(), example.situations.end());
  const std::string customer = without_line_ends(example.customer);
  if (!customer.empty()) parts.push_back("to “" + customer + "”");
  if (example.now) parts.push_back("at " + text::to_iso(*example.now));
  std::string out = parts.empty() ? "" : fmt::format("\n({})", fmt::join(parts, ", "));
  if (!example.thread.empty()) out += "\nafter";
  for (const Message& message : example.thread) {
    out += fmt::format("\n  {}{}: {}", party_names.at(static_cast<std::size_t>(message.from)),
                       message.at ? " " + text::to_iso(*message.at) : std::string(),
                       without_line_ends(message.text));
  }
  return out;
}

void print_list(std::ostream& out, std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out << '\n' << title << '\n';
  for (const std::string& line : lines) out << "  - " << hanging(line, "    ") << '\n';
}

void print_examples(std::ostream& out, std::string_view title,
                    const std::vector<rules::Example>& examples) {
  std::vector<std::string> lines;
  lines.reserve(examples.size());
  for (const rules::Example& example : examples) {
    lines.push_back(marked(example) + surroundings(example));
  }
  print_list(out, title, lines);
}

void print_side(std::ostream& out, std::string_view title, const std::optional<rules::Side>& side) {
  if (!side) return;
  std::vector<std::string> parts;
  if (!side->fact.empty()) parts.push_back(side->fact);
  for (const rules::Matcher& matcher : side->phrase.match) {
    const auto* pattern = std::get_if<rules::Pattern>(&matcher);
    parts.push_back(pattern != nullptr ? pattern->text
                                       : std::get<rules::RawExpression>(matcher).expression);
  }
  for (const std::string& part : parts) out << "  " << title << "  " << part << '\n';
}

void print_comparison(std::ostream& out, const rules::Comparison& comparison) {
  if (comparison.measure) {
    out << "  measures        "
        << rules::compare_measure_names.at(static_cast<std::size_t>(*comparison.measure)) << '\n';
  }
  print_side(out, "customer says ", comparison.customer);
  print_side(out, "we said before", comparison.earlier);
  if (comparison.over) out << fmt::format("  over            {:g}\n", *comparison.over);
  print_side(out, "draft says    ", comparison.says);
  print_side(out, "draft lacks   ", comparison.lacks);
}

void print_kind(std::ostream& out, const rules::Rule& rule) {
  if (const auto* require = std::get_if<rules::Require>(&rule.kind)) {
    out << fmt::format("\nRequired when\n  {}\n", fmt::join(require->required, ", "));
    if (!require->sample.empty()) out << "\nFor example\n  " << require->sample << '\n';
  }
  if (const auto* count = std::get_if<rules::Count>(&rule.kind)) {
    out << fmt::format("\nCounted\n  {} per {}, {} {:.4g}",
                       rules::measure_names.at(static_cast<std::size_t>(count->measure)),
                       rules::per_names.at(static_cast<std::size_t>(count->per)),
                       count->over ? "over" : "under", count->over ? *count->over : *count->under);
    if (count->at_least_words > 0) out << ", from " << count->at_least_words << " words on";
    out << '\n';
  }
  if (const auto* weigh = std::get_if<rules::Weigh>(&rule.kind)) {
    out << fmt::format("\nWeighed\n  flagged when these add up to more than {:.4g} in a sentence",
                       weigh->over);
    const auto& words = weigh->words;
    std::vector<std::size_t> order(words.weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return words.weights[a] > words.weights[b];
    });
    for (std::size_t i = 0; i < std::min(order.size(), heaviest_shown); ++i) {
      const auto& pattern = std::get<rules::Pattern>(words.phrase.match[order[i]]);
      out << fmt::format("\n  {:>6.2f}  {}", words.weights[order[i]], pattern.text);
    }
    if (order.size() > heaviest_shown) {
      out << fmt::format("\n  and {} more, in {}", order.size() - heaviest_shown, rule.file);
    }
    out << '\n';
  }
  if (const auto* compare = std::get_if<rules::Compare>(&rule.kind)) {
    out << "\nCompared\n";
    for (const rules::Comparison& comparison : compare->comparisons) {
      print_comparison(out, comparison);
    }
  }
  if (const auto* order = std::get_if<rules::Order>(&rule.kind)) {
    out << fmt::format("\nOrder\n  first {}, then {}\n", order->first, order->then);
  }
}

void print_condition(std::ostream& out, const rules::Condition& when) {
  std::vector<std::string> parts;
  if (!when.all.empty()) parts.push_back(fmt::format("{}", fmt::join(when.all, " and ")));
  if (!when.any.empty()) parts.push_back(fmt::format("{}", fmt::join(when.any, " or ")));
  if (!when.none.empty()) parts.push_back(fmt::format("not {}", fmt::join(when.none, ", not ")));
  if (!parts.empty()) out << fmt::format("\nOnly with\n  {}\n", fmt::join(parts, "; "));
}

void print_measured(std::ostream& out, const rules::Rule& rule) {
  out << "\nMeasured\n  ";
  if (!rule.measured || rule.measured->hits == 0) {
    out << "no hits judged yet\n";
    return;
  }
  const rules::Measured& measured = *rule.measured;
  out << fmt::format("{} of {} hits judged right", measured.right, measured.hits);
  if (measured.hits < enough_hits) {
    out << ", too few to tell";
  } else {
    out << fmt::format(" ({:.0f} %)", 100.0 * measured.right / measured.hits);
  }
  if (!measured.on.empty()) out << ", on " << measured.on;
  out << '\n';
}

bool is_row(std::string_view source) {
  constexpr std::string_view shape = "000-00";
  return source.size() == shape.size() &&
         std::equal(source.begin(), source.end(), shape.begin(), [](char c, char like) {
           return like == '-' ? c == '-' : c >= '0' && c <= '9';
         });
}

void print_source(std::ostream& out, const std::vector<std::string>& source) {
  std::vector<std::string> lines;
  std::vector<std::string> rows;
  std::partition_copy(source.begin(), source.end(), std::back_inserter(rows),
                      std::back_inserter(lines), is_row);
  if (!rows.empty()) {
    lines.push_back(fmt::format("rows {} of docs/coverage.md", fmt::join(rows, ", ")));
  }
  print_list(out, "Source", lines);
}

void print(std::ostream& out, const rules::Rule& rule) {
  const bool detector = rule.is_detector();
  out << rule.id << ": " << rule.summary << '\n';
  if (!detector) {
    out << fmt::format("{}, moves the score for {}\n", to_string(rule.severity),
                       to_string(rule.dimension));
  }
  if (!rule.why.empty()) out << "\nWhy\n  " << hanging(rule.why, "  ") << '\n';
  print_list(out, "Write instead", rule.instead);
  print_kind(out, rule);
  print_condition(out, rule.when);
  print_examples(out, detector ? "Found in" : "Flagged", rule.bad);
  print_examples(out, detector ? "Not found in" : "Not flagged", rule.good);
  if (!detector) print_measured(out, rule);
  print_source(out, rule.source);
}

}  // namespace

int explain(const ExplainArguments& arguments, const Streams& streams) {
  Problems problems;
  const RuleSet set = RuleSet::load(arguments.rule_folders, problems);
  if (!problems.empty()) {
    print_problems(problems, streams.err);
    return 2;
  }
  const auto& all = set.pack().rules;
  const auto named = std::find_if(
      all.begin(), all.end(), [&](const rules::Rule& rule) { return rule.id == arguments.rule; });
  if (named != all.end()) {
    print(streams.out, *named);
    return 0;
  }
  const auto nearest =
      std::min_element(all.begin(), all.end(), [&](const rules::Rule& a, const rules::Rule& b) {
        return text::edit_distance(a.id, arguments.rule) <
               text::edit_distance(b.id, arguments.rule);
      });
  streams.err << fmt::format("replylint: no rule “{}”", arguments.rule);
  if (nearest != all.end()) streams.err << fmt::format("; did you mean {}?", nearest->id);
  streams.err << " (replylint rules list)\n";
  return 2;
}

}  // namespace replylint::cli
