#include "engine/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "engine/compare.hpp"
#include "engine/measures.hpp"
#include "engine/weigh.hpp"
#include "text/utf8.hpp"

namespace replylint::engine {

namespace {

constexpr std::size_t longest_quote = 80;  // bytes of a match that a message repeats

bool is_selected(const PackTables& tables, const RuleRecord& rule, const Options& options) {
  const auto names = [&](const std::string& name) {
    return name == tables.text(rule.id) || name == tables.text(rule.family);
  };
  const auto& select = options.select;
  const auto& ignore = options.ignore;
  return (select.empty() || std::any_of(select.begin(), select.end(), names)) &&
         std::none_of(ignore.begin(), ignore.end(), names);
}

// The words of a match on one line.
std::string on_one_line(std::string_view words) {
  std::string line;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

// The same, shortened between code points.
std::string quote(std::string_view words) {
  std::string line = on_one_line(words);
  if (line.size() <= longest_quote) return line;
  std::size_t cut = longest_quote;
  while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
  return line.substr(0, cut) + "…";
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

// A fix takes over the capital of what it replaces.
std::string with_case_of(std::string text, std::string_view replaced) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (!text.empty() && !replaced.empty() && upper(replaced.front()) && text.front() >= 'a' &&
      text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

class RuleRunner {
 public:
  RuleRunner(const Context& context, Analysis& analysis) : context_(context), analysis_(analysis) {}

  void run(const RuleRecord& rule) {
    if (!may_find(rule)) return;
    record_ = &rule;
    rule_ = &context_.compiled.rule(rule);
    std::visit([&](const auto& kind) { check(kind); }, rule_->kind);
  }

 private:
  // Whether it is worth while to look at the rule itself.
  [[nodiscard]] bool may_find(const RuleRecord& rule) const {
    if (is<rules::Phrase>(rule)) return context_.matches.occurs(rule.phrase);
    if (is<rules::Weigh>(rule)) return context_.matches.weighs(rule.phrase);
    if (is<rules::Require>(rule)) return context_.facts.any_of(rule.required);
    if (is<rules::Order>(rule)) {
      return context_.facts.holds(rule.first) && context_.facts.holds(rule.then);
    }
    if (is<rules::PlaceholderFault>(rule)) return !context_.placeholders.empty();
    return true;
  }

  [[nodiscard]] std::string_view text(Span span) const {
    return std::string_view(context_.draft.text).substr(span.start, span.size());
  }

  Finding& add(Span span, std::size_t sentence) {
    Finding finding;
    finding.rule = rule_;
    const auto severity = context_.options.severity.find(rule_->id);
    finding.severity =
        severity == context_.options.severity.end() ? rule_->severity : severity->second;
    finding.dimension = rule_->dimension;
    finding.span = span;
    finding.sentence = sentence;
    finding.message = rule_->message;
    const std::string_view words = text(span);
    replace_all(finding.message, "{match}", quote(words));
    if (const std::string* fix = fix_for(words)) {
      finding.fix = Fix{span, with_case_of(*fix, words)};
    }
    analysis_.findings.push_back(std::move(finding));
    return analysis_.findings.back();
  }

  [[nodiscard]] const std::string* fix_for(std::string_view words) const {
    if (rule_->fix) return &*rule_->fix;
    const auto& by_words = rule_->fix_of_words;
    if (by_words.empty()) return nullptr;
    const auto found = by_words.find(text::fold(on_one_line(words)));
    return found == by_words.end() ? nullptr : &found->second;
  }

  void check(const rules::Phrase&) {
    for (const Match& match : context_.matches.of(record_->phrase)) {
      add(match.span, match.sentence);
    }
  }

  void check(const rules::Count& count) {
    const auto matches = context_.matches.of(record_->phrase);
    const double limit = count.over ? *count.over : *count.under;
    for (const Range range : ranges(context_.author, count.per)) {
      const Measurement found =
          count.measure == rules::Measure::errors
              ? count_errors(count, range, limit)
              : measure(context_.author, range, count.measure, matches, limit);
      const bool crossed = count.over ? found.value > limit : found.value < limit;
      if (!crossed || found.words < count.at_least_words) continue;
      if (count.at_most_words && found.words > *count.at_most_words) continue;
      Finding& finding = add(found.span, found.sentence);
      replace_all(finding.message, "{count}", fmt::format("{:.4g}", found.value));
      replace_all(finding.message, "{limit}", fmt::format("{:.4g}", limit));
    }
  }

  // Errors that other rules found; those at the same words are one.
  Measurement count_errors(const rules::Count& count, Range range, double limit) {
    std::vector<Span> errors;
    for (const Finding& finding : analysis_.findings) {
      const bool counts =
          finding.severity == Severity::error && !finding.missing &&
          std::find(count.of.begin(), count.of.end(), finding.rule->family) != count.of.end();
      if (counts) errors.push_back(finding.span);
    }
    std::sort(errors.begin(), errors.end(), [](Span a, Span b) { return a.start < b.start; });
    Measurement found = measure(context_.author, range, rules::Measure::errors, {}, limit);
    std::size_t end = 0;
    for (const Span span : errors) {
      if (span.start < end) continue;
      end = span.end;
      if (found.value <= limit && found.value + 1 > limit) {
        found.span = span;
        found.sentence = static_cast<std::uint32_t>(sentence_at(span.start));
      }
      found.value += 1;
    }
    return found;
  }

  // Where a rule of the family has found the words themselves, their sum says
  // nothing new.
  void check(const rules::Weigh& rule) {
    std::vector<bool> known(context_.author.document.sentences.size());
    for (const Finding& finding : analysis_.findings) {
      const bool counts =
          finding.rule->family == rule_->family && finding.severity != Severity::suggestion;
      if (counts && finding.sentence < known.size()) known[finding.sentence] = true;
    }
    const auto weights = slice(context_.compiled.tables.weights, record_->weights);
    const auto matches = context_.matches.weighed(record_->phrase);
    for (const WeighedSentence& found : weigh(weights, rule.over, matches)) {
      if (known[found.sentence]) continue;
      std::string words;
      for (const Span span : found.words) {
        words += fmt::format("{}“{}”", words.empty() ? "" : ", ", quote(text(span)));
      }
      replace_all(add(found.span, found.sentence).message, "{words}", words);
    }
  }

  void check(const rules::Require& require) {
    if (!context_.facts.any_of(record_->required)) return;
    const bool present = context_.facts.holds(record_->fact);
    analysis_.required.push_back({require.element, present, rule_});
    if (present) return;
    add_missing(require.place);
  }

  Finding& add_missing(rules::Place where) {
    const std::size_t at = place(where);
    Finding& finding = add({at, at}, sentence_at(at));
    finding.missing = true;
    return finding;
  }

  void check(const rules::PlaceholderFault& fault) {
    for (const FaultyPlaceholder& found : context_.placeholders) {
      if (found.fault != fault) continue;
      std::string& message = add(found.span, sentence_at(found.span.start)).message;
      replace_all(message, "{placeholder}", quote(found.written));
      replace_all(message, "{did-you-mean}",
                  found.nearest.empty() ? "" : fmt::format(" Did you mean “{}”?", found.nearest));
      replace_all(message, "{product}", product_title(context_.options));
    }
  }

  void check(const rules::Order&) {
    const auto& first = context_.facts.spans(record_->first);
    const auto& then = context_.facts.spans(record_->then);
    if (first.empty() || then.empty()) return;
    const auto by_start = [](Span a, Span b) { return a.start < b.start; };
    const Span wanted = *std::min_element(first.begin(), first.end(), by_start);
    const Span early = *std::min_element(then.begin(), then.end(), by_start);
    if (early.start < wanted.start && !early.overlaps(wanted)) {
      add(early, sentence_at(early.start));
    }
  }

  void check(const rules::Compare& rule) {
    for (Discrepancy& found : compare(context_, *record_, rule)) {
      Finding& finding =
          found.span ? add(*found.span, sentence_at(found.span->start)) : add_missing(found.place);
      if (!found.evidence.empty()) {
        replace_all(finding.message, "{customer}", quote(words_of(found.evidence.front())));
      }
      replace_all(finding.message, "{value}", found.value);
      finding.evidence = std::move(found.evidence);
    }
  }

  [[nodiscard]] std::string_view words_of(const Evidence& evidence) const {
    const std::string_view message = evidence.message
                                         ? context_.draft.thread.at(*evidence.message).text
                                         : *context_.draft.customer;
    return message.substr(evidence.span.start, evidence.span.size());
  }

  void check(const rules::Detector&) {}

  // The sentence that ends behind byte `at`.
  [[nodiscard]] std::size_t sentence_at(std::size_t at) const {
    const auto& sentences = context_.author.document.sentences;
    const auto sentence = std::partition_point(sentences.begin(), sentences.end(),
                                               [&](const auto& s) { return s.span.end <= at; });
    return static_cast<std::size_t>(sentence - sentences.begin());
  }

  // Where in the text something missing belongs.
  [[nodiscard]] std::size_t place(rules::Place where) const {
    const auto& sentences = context_.author.document.sentences;
    const auto& zones = context_.author.zones;
    const std::size_t first = context_.author.first;
    if (first >= sentences.size()) return 0;
    std::size_t greeting_end = sentences[first].span.start;
    std::size_t body_end = sentences[first].span.start;
    for (std::size_t s = first; s < sentences.size(); ++s) {
      if (zones[s] == ZoneKind::greeting) greeting_end = sentences[s].span.end;
      if (zones[s] != ZoneKind::closing) body_end = sentences[s].span.end;
    }
    switch (where) {
      case rules::Place::start:
        return sentences[first].span.start;
      case rules::Place::after_greeting:
        return greeting_end;
      case rules::Place::before_closing:
        return body_end;
      case rules::Place::end:
        return sentences.back().span.end;
    }
    return 0;
  }

  const Context& context_;
  Analysis& analysis_;
  const RuleRecord* record_ = nullptr;
  const rules::Rule* rule_ = nullptr;
};

}  // namespace

void add_findings(const Context& context, Analysis& analysis) {
  if (context.author.document.tokens.empty()) return;
  RuleRunner runner(context, analysis);
  const PackTables& tables = context.compiled.tables;
  const auto run = [&](const RuleRecord& rule) {
    if (!is<rules::Detector>(rule) && is_selected(tables, rule, context.options) &&
        context.facts.allow(rule)) {
      runner.run(rule);
    }
  };
  for (const RuleRecord& rule : tables.rules) {
    if (!is<rules::Weigh>(rule) && rule.counts_errors == 0) run(rule);
  }
  for (const RuleRecord& rule : tables.rules) {
    if (is<rules::Weigh>(rule)) run(rule);
  }
  for (const RuleRecord& rule : tables.rules) {
    if (rule.counts_errors != 0) run(rule);
  }
  std::stable_sort(analysis.findings.begin(), analysis.findings.end(),
                   [](const Finding& a, const Finding& b) {
                     return std::tie(a.span.start, a.span.end, a.rule->id) <
                            std::tie(b.span.start, b.span.end, b.rule->id);
                   });
}

}  // namespace replylint::engine
