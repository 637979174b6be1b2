// Records made by hand, for tests of the reports.
#pragma once

#include <deque>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "catch.hpp"
#include "report/record.hpp"
#include "report/reporter.hpp"
#include "rules/rule.hpp"

namespace replylint::test {

class SampleRecord {
 public:
  report::Record record;

  SampleRecord(std::string path, std::string source, Format format = Format::plain) {
    record.path = std::move(path);
    record.source = std::move(source);
    record.draft = read_draft(record.source, format);
    for (const std::string_view name : core_elements) {
      record.analysis.elements.push_back({std::string(name), {}, Dimension::respect});
    }
    record.analysis.words = 40;
    record.analysis.sentences = 4;
    record.score.dimensions.fill(100);
    record.score.start.fill(100);
    record.score.values.fill(100);
    record.score.weights = {20, 20, 20, 20, 10, 10};
  }

  // The bytes of `words` in the visible text; they occur in it.
  [[nodiscard]] Span span_of(std::string_view words) const {
    const std::size_t at = record.draft.text.find(words);
    REQUIRE(at != std::string::npos);
    return {at, at + words.size()};
  }

  // The same id is the same rule.
  rules::Rule& rule(const std::string& id) {
    for (rules::Rule& known : *rules_) {
      if (known.id == id) return known;
    }
    rules::Rule& made = rules_->emplace_back();
    made.id = id;
    made.family = id.substr(0, id.find('/'));
    made.summary = "Is about " + made.family;
    made.why = "Because of " + made.family + ".";
    made.instead = {"Rather this.", "Not “{match}”.", "A third one is not shown."};
    return made;
  }

  Finding& find(const std::string& id, std::string_view words, Severity severity,
                Dimension dimension, std::string message) {
    Finding& finding = record.analysis.findings.emplace_back();
    finding.rule = &rule(id);
    finding.severity = severity;
    finding.dimension = dimension;
    finding.span = span_of(words);
    finding.message = std::move(message);
    return finding;
  }

  // Missing before `words`.
  Finding& miss(const std::string& element, std::string_view words, Severity severity,
                Dimension dimension, std::string message, std::string sample) {
    Finding& finding = find("missing/" + element, words, severity, dimension, std::move(message));
    finding.span.end = finding.span.start;
    finding.missing = true;
    rules::Rule& missing = rule("missing/" + element);
    missing.instead.clear();
    rules::Require kind;
    kind.element = element;
    kind.sample = std::move(sample);
    missing.kind = std::move(kind);
    return finding;
  }

  void element(std::string_view name, std::string_view words) {
    for (ElementFound& found : record.analysis.elements) {
      if (found.name == name) found.spans.push_back(span_of(words));
    }
  }

 private:
  // Findings point into it: its elements never move, and copies share it.
  std::shared_ptr<std::deque<rules::Rule>> rules_ = std::make_shared<std::deque<rules::Rule>>();
};

// What a reporter prints for some records.
inline std::string printed(report::OutputFormat format, const report::Style& style,
                           const std::vector<SampleRecord>& samples) {
  std::ostringstream out;
  const auto reporter = report::make_reporter(format, out, style);
  for (const SampleRecord& sample : samples) reporter->add(sample.record);
  reporter->finish();
  return out.str();
}

}  // namespace replylint::test
