#include "engine/examples.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "draft/thread.hpp"
#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"
#include "rules/rule.hpp"

namespace replylint::engine {

namespace {

std::string words_at(std::string_view text, Span span) {
  return fmt::format("“{}”", text.substr(span.start, span.size()));
}

std::string list_words(std::string_view text, const std::vector<Span>& spans) {
  if (spans.empty()) return "nothing";
  std::vector<std::string> all;
  all.reserve(spans.size());
  for (const Span span : spans) all.push_back(words_at(text, span));
  return fmt::format("{}", fmt::join(all, ", "));
}

// The marks of an example are offsets in its text; line breaks may have been
// folded by the reader, so they are compared as source offsets.
std::vector<Span> to_source(const Draft& draft, const std::vector<Span>& spans) {
  std::vector<Span> out;
  out.reserve(spans.size());
  for (const Span span : spans) out.push_back(draft.source_map.to_source(span));
  return out;
}

class ExampleRunner {
 public:
  explicit ExampleRunner(const RuleSet& rules) : rules_(rules), analyser_(rules) {}

  ExampleResults run() {
    for (const rules::Rule& rule : rules_.pack().rules) {
      for (const rules::Example& example : rule.bad) check(rule, example, true);
      for (const rules::Example& example : rule.good) check(rule, example, false);
    }
    return std::move(results_);
  }

 private:
  struct Outcome {
    bool found = false;
    std::vector<Span> spans;
  };

  static Outcome outcome(const rules::Rule& rule, const Analysis& analysis) {
    Outcome result;
    const auto* detector = std::get_if<rules::Detector>(&rule.kind);
    if (detector == nullptr) {
      for (const Finding& finding : analysis.findings) {
        if (finding.rule->id == rule.id) result.spans.push_back(finding.span);
      }
      result.found = !result.spans.empty();
      return result;
    }
    const std::string name = rule.id.substr(rule.id.find('/') + 1);
    const auto take = [&](const std::vector<ElementFound>& all) {
      for (const ElementFound& found : all) {
        if (found.name == name) result.spans = found.spans;
      }
      result.found = !result.spans.empty();
    };
    switch (detector->kind) {
      case rules::DetectorKind::element:
        take(analysis.elements);
        break;
      case rules::DetectorKind::signal:
        take(analysis.signals);
        break;
      case rules::DetectorKind::strength:
        take(analysis.strengths);
        break;
      case rules::DetectorKind::customer:
        take(analysis.customer);
        break;
      case rules::DetectorKind::situation:
        result.found = std::find(analysis.situations.begin(), analysis.situations.end(), name) !=
                       analysis.situations.end();
        break;
    }
    return result;
  }

  void fail(const rules::Rule& rule, const rules::Example& example, std::string message) {
    results_.failures.push_back(
        {rule.file, example.line, example.column, 1, std::move(message), {}});
  }

  void check(const rules::Rule& rule, const rules::Example& example, bool bad) {
    const auto* detector = std::get_if<rules::Detector>(&rule.kind);
    const bool of_customer = detector != nullptr && detector->kind == rules::DetectorKind::customer;
    // What is looked for in the customer's message stands in one.
    Draft draft = read_draft(of_customer ? "Hello." : example.text, Format::plain);
    if (!example.thread.empty()) {
      draft.thread = example.thread;
      draft.customer = unanswered(draft.thread);
    }
    if (of_customer) {
      draft.customer = example.text;
    } else if (!example.customer.empty()) {
      draft.customer = example.customer;
    }
    Options options;
    options.now = example.now;
    options.channel = example.channel.value_or(Channel::email);
    options.mode = example.mode.value_or(Mode::draft);
    options.situations = example.situations;
    options.product = example.product;
    const Analysis analysis = analyser_.analyse(draft, options);
    ++results_.executed;
    const Outcome found = outcome(rule, analysis);
    if (bad && !found.found) {
      fail(rule, example, fmt::format("{} does not find this: {}", rule.id, quote(example)));
    } else if (bad && !example.marks.empty() &&
               (of_customer ? found.spans : to_source(draft, found.spans)) != example.marks) {
      fail(rule, example,
           fmt::format("{} finds {} here, not what the braces mark: {}", rule.id,
                       list_words(of_customer ? *draft.customer : draft.text, found.spans),
                       quote(example)));
    } else if (!bad && found.found) {
      fail(rule, example,
           fmt::format("{} finds {} here and should not: {}", rule.id,
                       list_words(of_customer ? *draft.customer : draft.text, found.spans),
                       quote(example)));
    }
    if (!bad && !rule.is_detector()) add_cross_fire(rule, example, draft, analysis);
    if (bad) check_fixes(rule, example, draft, analysis, options);
  }

  // Applying a fix clears the finding.
  void check_fixes(const rules::Rule& rule, const rules::Example& example, const Draft& draft,
                   const Analysis& analysis, const Options& options) {
    std::string fixed = draft.text;
    std::size_t fixes = 0;
    std::size_t others = 0;
    for (auto at = analysis.findings.rbegin(); at != analysis.findings.rend(); ++at) {
      if (at->rule != &rule) continue;
      if (!at->fix) {
        ++others;
        continue;
      }
      fixed.replace(at->fix->span.start, at->fix->span.size(), at->fix->text);
      ++fixes;
    }
    if (fixes == 0) return;
    Draft again = read_draft(fixed, Format::plain);
    again.thread = draft.thread;
    again.customer = draft.customer;
    const Outcome left = outcome(rule, analyser_.analyse(again, options));
    if (left.spans.size() > others) {
      fail(rule, example,
           fmt::format("{} still finds {} once its fix is made: {}", rule.id,
                       list_words(again.text, left.spans), quote(example)));
    }
  }

  static std::string quote(const rules::Example& example) {
    std::string line = example.text;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
  }

  void add_cross_fire(const rules::Rule& rule, const rules::Example& example, const Draft& draft,
                      const Analysis& analysis) {
    for (const Finding& finding : analysis.findings) {
      if (finding.rule->id != rule.id && !finding.missing &&
          finding.severity != Severity::suggestion) {
        results_.cross_fire.push_back(
            {rule.id, example.line, finding.rule->id, words_at(draft.text, finding.span)});
      }
    }
  }

  const RuleSet& rules_;
  Analyser analyser_;
  ExampleResults results_;
};

}  // namespace

ExampleResults run_examples(const RuleSet& rules) { return ExampleRunner(rules).run(); }

}  // namespace replylint::engine
