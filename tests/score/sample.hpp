// Analyses made by hand, for tests of the score.
#pragma once

#include <deque>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "catch.hpp"
#include "replylint/analysis.hpp"
#include "replylint/score.hpp"
#include "rules/rule.hpp"

namespace replylint::test {

inline std::string shipped_figures() {
  std::ifstream in(std::string(REPLYLINT_SOURCE_DIR) + "/rules/en/score.yml", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline ScoreModel model_of(std::string yaml, Problems& problems) {
  rules::Pack pack;
  pack.score_yaml = std::move(yaml);
  return ScoreModel::of(RuleSet::compile(std::move(pack), problems), problems);
}

inline Score score_of(const Analysis& analysis) {
  Problems problems;
  const ScoreModel model = model_of(shipped_figures(), problems);
  for (const Problem& problem : problems) FAIL(format_problem(problem));
  return model.score(analysis);
}

// A draft of 100 words and 4 sentences, to which findings are added.
class Sample {
 public:
  Analysis analysis;

  Sample() {
    analysis.words = 100;
    analysis.sentences = 4;
  }

  // The same id is the same rule.
  const rules::Rule& rule(const std::string& id, Severity severity, Dimension dimension) {
    for (const rules::Rule& known : *rules_) {
      if (known.id == id) return known;
    }
    rules::Rule& made = rules_->emplace_back();
    made.id = id;
    made.family = id.substr(0, id.find('/'));
    made.severity = severity;
    made.dimension = dimension;
    return made;
  }

  Sample& find(const std::string& id, Severity severity, Dimension dimension, int times = 1) {
    for (int i = 0; i < times; ++i) {
      Finding finding;
      finding.rule = &rule(id, severity, dimension);
      finding.severity = severity;
      finding.dimension = dimension;
      analysis.findings.push_back(std::move(finding));
    }
    return *this;
  }

  Sample& cost(const std::string& id, double points) {
    for (rules::Rule& known : *rules_) {
      if (known.id == id) known.cost = points;
    }
    return *this;
  }

  // An element that the exchange requires; missing ones are findings too.
  Sample& require(const std::string& element, bool present, Severity severity = Severity::warning,
                  Dimension dimension = Dimension::respect) {
    const std::string id = "missing/" + element;
    rule(id, severity, dimension);
    for (rules::Rule& known : *rules_) {
      if (known.id != id) continue;
      rules::Require kind;
      kind.element = element;
      known.kind = std::move(kind);
      analysis.required.push_back({element, present, &known});
    }
    if (present) return *this;
    find(id, severity, dimension);
    analysis.findings.back().missing = true;
    return *this;
  }

  Sample& strength(const std::string& name, Dimension dimension) {
    analysis.strengths.push_back({name, {{0, 1}}, dimension});
    return *this;
  }

  Sample& situation(const std::string& name) {
    analysis.situations.push_back(name);
    return *this;
  }

  [[nodiscard]] Score score() const { return score_of(analysis); }

 private:
  // Findings point into it: its elements never move, and copies share it.
  std::shared_ptr<std::deque<rules::Rule>> rules_ = std::make_shared<std::deque<rules::Rule>>();
};

inline double value_of(const Score& score, Dimension dimension) {
  return score.values.at(static_cast<std::size_t>(dimension));
}

}  // namespace replylint::test
