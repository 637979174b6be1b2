#include <string>

#include "sample.hpp"

namespace replylint::test {
namespace {

TEST_CASE("the shipped figures are read without a problem") {
  Problems problems;
  (void)model_of(shipped_figures(), problems);
  CHECK(problems.empty());
}

struct Wrong {
  std::string from;
  std::string to;
  std::string message;
};

TEST_CASE("every mistake in the figures is said, with its line") {
  const std::vector<Wrong> cases{
      {"family-limit:", "famly-limit:", "did you mean “family-limit”?"},
      {"family-limit: 45", "", "the key “family-limit” is missing"},
      {"long-draft: 150", "long-draft: 0", "a number from 0.001"},
      {"long-draft: 150", "long-draft: soon", "a number is expected"},
      {"{error: 30, warning: 12, suggestion: 4}", "{error: -30, warning: 12, suggestion: 4}",
       "a number from 0 to 100"},
      {"{error: 30, warning: 12, suggestion: 4}", "{error: 30, warning: 12}",
       "the key “suggestion” is missing"},
      {"repeats: [1, 0.5, 0.25]", "repeats: []", "one number or more"},
      {"repeats: [1, 0.5, 0.25]", "repeats: [1, 2]", "a number from 0 to 1"},
      {"elements: {reason: 30}", "elements: 5", "a map of keys"},
      {"elements: {reason: 30}", "elements: {restate: 30}", "one dimension only"},
      {"{situation: angry, times: 1.25", "{situation: angry, time: 1.25", "unknown key “time”"},
      {"bands: {ready: 90, good: 75", "bands: {ready: 70, good: 75", "the bands rise"},
      {"  width: 25", "  width: 0", "a number from 0.001"},
      {"weight: 20", "weigth: 20", "did you mean “weight”?"},
  };
  for (const Wrong& wrong : cases) {
    std::string yaml = shipped_figures();
    const std::size_t at = yaml.find(wrong.from);
    REQUIRE(at != std::string::npos);
    yaml.replace(at, wrong.from.size(), wrong.to);
    Problems problems;
    (void)model_of(yaml, problems);
    INFO(wrong.to << " for " << wrong.from);
    REQUIRE_FALSE(problems.empty());
    bool said = false;
    for (const Problem& problem : problems) {
      said = said || problem.message.find(wrong.message) != std::string::npos;
      CHECK(problem.line > 0);
      CHECK(problem.file == "score.yml");
    }
    CHECK(said);
  }
}

TEST_CASE("figures that are no map are a problem") {
  for (const char* yaml : {"", "- 1\n", "tone: [\n"}) {
    Problems problems;
    (void)model_of(yaml, problems);
    INFO(yaml);
    CHECK_FALSE(problems.empty());
  }
}

}  // namespace
}  // namespace replylint::test
