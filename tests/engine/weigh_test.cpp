#include "engine/weigh.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "replylint/analysis.hpp"
#include "small_pack.hpp"

namespace replylint {
namespace {

const std::vector<rules::RuleFile> files{
    {"blame/weighed.yml", "blame/weighed.yml", R"yml(
summary: s
why: w
severity: warning
dimension: respect
message: "{words} in “{match}”"
weigh:
  over: 1
  words:
    "you did not": 0.8
    "not bother": 0.6
    never: 0.5
    please: -0.7
examples: {bad: ["{You did not bother}."], good: ["Fine."]}
)yml"},
    {"blame/lazy.yml", "blame/lazy.yml", R"yml(
summary: s
why: w
severity: warning
dimension: respect
message: m
match: [lazy]
examples: {bad: ["{lazy}."], good: ["Fine."]}
)yml"},
    {"tone/words.yml", "tone/words.yml", "summary: s\nwords: {thanks: 4, \"no thanks\": -9}\n"},
};

Analysis analyse(const std::string& text) {
  static const RuleSet rules = test::compile_files(files);
  return Analyser(rules).analyse(read_draft(text, Format::plain), {});
}

}  // namespace

TEST_CASE("weigh: a sentence is flagged when its words add up to more than the limit") {
  const auto analysis = analyse("You did not call. You did not, in a month, bother.");
  CHECK(analysis.findings.empty());
  const auto both = analyse("Well, you did not call and never will.");
  REQUIRE(both.findings.size() == 1);
  CHECK(both.findings[0].message == "“you did not” in “you did not”");
  CHECK(both.findings[0].span == Span{6, 17});
}

TEST_CASE("weigh: each pattern counts once a sentence, those below nothing against it") {
  CHECK(analyse("Never, never, never.").findings.empty());
  CHECK(analyse("You did not call, you never will, please.").findings.empty());
  CHECK(analyse("He said \"you did not bother, never\".").findings.empty());
}

TEST_CASE("weigh: overlapping words are named as one") {
  const auto analysis = analyse("You did not bother.");
  REQUIRE(analysis.findings.size() == 1);
  CHECK(analysis.findings[0].message == "“You did not bother” in “You did not bother”");
}

TEST_CASE("weigh: silent where a rule of the family has found words of the sentence") {
  const auto analysis = analyse("You did not bother, lazy. You did not bother.");
  REQUIRE(analysis.findings.size() == 2);
  CHECK(analysis.findings[0].rule->id == "blame/lazy");
  CHECK(analysis.findings[1].rule->id == "blame/weighed");
  CHECK(analysis.findings[1].span == Span{26, 44});
}

TEST_CASE("weigh: the heaviest words that make up most are named") {
  const std::vector<double> weights{0.5, 2, -1, 1.2};
  const auto match = [](std::size_t start, std::size_t end) {
    return engine::Match{0, 0, 0, {start, end}};
  };
  const auto found = engine::weigh(
      weights, 1, {{match(0, 3), 0}, {match(10, 14), 1}, {match(20, 25), 2}, {match(30, 33), 3}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].sum == Approx(2.7));
  CHECK(found[0].words == std::vector<Span>{{10, 14}, {30, 33}});
  CHECK(found[0].span == Span{10, 33});
  CHECK(engine::weigh(weights, 2.7, {{match(0, 3), 0}, {match(10, 14), 1}}).empty());
}

TEST_CASE("words of the tone are found wherever they stand, the heaviest first") {
  const auto analysis = analyse("Thanks for that. No thanks.");
  REQUIRE(analysis.tone_words.size() == 2);
  CHECK(analysis.tone_words[0].pattern == "no thanks");
  CHECK(analysis.tone_words[0].weight == -9);
  CHECK(analysis.tone_words[1].count == 2);
  CHECK(analyse("It was Thanks who wrote.").tone_words.empty());
}

}  // namespace replylint
