#include <string>
#include <vector>

#include "catch.hpp"
#include "engine/examples.hpp"
#include "replylint/analysis.hpp"
#include "small_pack.hpp"

namespace replylint {
namespace {

// A small pack of its own, so that these tests do not move with the shipped one.
const std::vector<rules::RuleFile> files{
    {"blame/should-have.yml", "blame/should-have.yml", R"yml(
summary: s
why: w
severity: error
dimension: respect
message: "“{match}” blames."
match: ["you should have *"]
unless: ["you should have received"]
examples: {bad: ["{You should have read} it."], good: ["Fine."]}
)yml"},
    {"cold-refusal/no-way-out.yml", "cold-refusal/no-way-out.yml", R"yml(
summary: s
why: w
severity: warning
dimension: empathy
message: m
match: ["we can not"]
unless: ["instead"]
within: 1
examples: {bad: ["{We cannot} do it."], good: ["Fine."]}
)yml"},
    {"shouting/marks.yml", "shouting/marks.yml", R"yml(
summary: s
why: w
severity: warning
dimension: professionalism
message: "{count} marks, more than {limit}"
count: {measure: exclamation-marks, per: draft, over: 2}
examples: {bad: ["Oh! Oh! Oh!"], good: ["Oh!"]}
)yml"},
    {"template/said-twice.yml", "template/said-twice.yml", R"yml(
summary: s
why: w
severity: warning
dimension: clarity
message: m
count: {measure: repeated-sentences, per: draft, over: 0}
examples: {bad: ["It goes by van. It goes by van."], good: ["Fine."]}
)yml"},
    {"jargon/letters.yml", "jargon/letters.yml", R"yml(
summary: s
why: w
severity: warning
dimension: clarity
message: m
count: {match: [abc], per: paragraph, over: 0, at-least-words: 3, at-most-words: 5}
examples: {bad: ["Take the abc."], good: ["Fine."]}
)yml"},
    {"robotic/ends-dry.yml", "robotic/ends-dry.yml", R"yml(
summary: s
why: w
severity: warning
dimension: empathy
message: m
match: ["that is all"]
last-sentence: true
examples: {bad: ["It goes. {That is all}."], good: ["Fine."]}
)yml"},
    {"missing/apology.yml", "missing/apology.yml", R"yml(
summary: s
why: w
severity: warning
dimension: ownership
message: m
require: {element: apology, required: [delay], place: after-greeting, sample: "Sorry."}
examples: {bad: [{draft: "It comes.", situation: [delay]}], good: ["Fine."]}
)yml"},
    {"structure/reason-first.yml", "structure/reason-first.yml", R"yml(
summary: s
why: w
severity: suggestion
dimension: empathy
message: m
order: {first: element.apology, then: signal.reason}
examples: {bad: ["{Because} of rain. I am sorry."], good: ["Fine."]}
)yml"},
    {"elements/apology.yml", "elements/apology.yml",
     "summary: s\nmatch: [sorry]\nexamples: {present: [Sorry.], absent: [Fine.]}\n"},
    {"signals/reason.yml", "signals/reason.yml",
     "summary: s\nmatch: [because]\nexamples: {present: [Because.], absent: [Fine.]}\n"},
    {"situations/delay.yml", "situations/delay.yml",
     "summary: s\ncustomer: [\"still waiting\"]\ndraft: [late]\n"
     "examples: {present: [It is late.], absent: [Fine.]}\n"},
    {"situations/angry.yml", "situations/angry.yml",
     "summary: s\ncustomer: [furious]\n"
     "examples: {present: [{draft: Hello., customer: I am furious.}], absent: [Fine.]}\n"},
};

Analysis analyse(const std::string& text, const Options& options = {},
                 const std::string& customer = {}) {
  static const RuleSet rules = test::compile_files(files);
  Draft draft = read_draft(text, Format::plain);
  if (!customer.empty()) draft.customer = customer;
  return Analyser(rules).analyse(draft, options);
}

std::vector<std::string> found(const Analysis& analysis) {
  std::vector<std::string> ids;
  for (const Finding& finding : analysis.findings) ids.push_back(finding.rule->id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a phrase is found at its words, an exception drops it") {
  const auto analysis = analyse("Hi Tom,\n\nYou should have read it.\n");
  REQUIRE(found(analysis) == Ids{"blame/should-have"});
  CHECK(analysis.findings[0].span == Span{9, 29});
  CHECK(analysis.findings[0].message == "“You should have read” blames.");
  CHECK(found(analyse("You should have received it.")).empty());
  CHECK(found(analyse("I do not say you should have read it.")).empty());
  CHECK(found(analyse("They wrote \"you should have read it\".")).empty());
}

TEST_CASE("an exception nearby is looked for in the sentences around") {
  CHECK(found(analyse("We cannot do it.")) == Ids{"cold-refusal/no-way-out"});
  CHECK(found(analyse("We cannot do it. Instead, take this.")).empty());
  CHECK(found(analyse("We cannot do it. Sad. Instead, take this.")) ==
        Ids{"cold-refusal/no-way-out"});
}

TEST_CASE("a count is found where its limit is crossed") {
  const auto analysis = analyse("Oh! Oh! No. Oh!! End.");
  REQUIRE(found(analysis) == Ids{"shouting/marks"});
  CHECK(analysis.findings[0].message == "4 marks, more than 2");
  CHECK(analysis.findings[0].span == Span{12, 16});
}

TEST_CASE("a sentence that was said before is counted, and found where it comes again") {
  struct Row {
    const char* text;
    Ids ids;
  };
  const auto row = GENERATE(values<Row>({
      {"It goes by van. It goes by van.", {"template/said-twice"}},
      {"It goes by van. Today. It  goes by VAN!", {"template/said-twice"}},
      {"It goes by van.\n\nIt goes by van.", {"template/said-twice"}},
      {"It goes by van. It goes by road.", {}},
      {"It goes now. It goes now.", {}},           // under four words
      {"Way of the van\n\nWay of the van\n", {}},  // no sentences
  }));
  CAPTURE(row.text);
  CHECK(found(analyse(row.text)) == row.ids);
  CHECK(analyse("It goes by van. It goes by van.").findings.at(0).span == Span{16, 31});
}

TEST_CASE("a count looks at no stretch that is shorter or longer than it asks for") {
  struct Row {
    const char* text;
    std::size_t hits;
  };
  const auto row = GENERATE(values<Row>({
      {"The abc.", 0},
      {"Take the abc.", 1},
      {"Take the abc with you.", 1},
      {"Take the abc with you now.", 0},
      {"Take the abc with you now.\n\nTake the abc.", 1},
  }));
  CAPTURE(row.text);
  CHECK(found(analyse(row.text)) == Ids(row.hits, "jargon/letters"));
}

TEST_CASE("a phrase of the last sentence is looked for at the end of the body") {
  struct Row {
    const char* text;
    std::size_t hits;
  };
  const auto row = GENERATE(values<Row>({
      {"It goes. That is all.", 1},
      {"Hi Tom,\n\nIt goes. That is all.\n\nBest wishes,\nAna\n", 1},
      {"That is all. It goes.", 0},
      {"That is all.", 0},  // a body of one sentence
      {"Hi Tom,\n\nThat is all.\n\nBest wishes,\nAna\n", 0},
  }));
  CAPTURE(row.text);
  CHECK(found(analyse(row.text)) == Ids(row.hits, "robotic/ends-dry"));
}

TEST_CASE("what is missing is found where it belongs") {
  const auto analysis = analyse("Hi Tom,\n\nIt is late.\n");
  REQUIRE(found(analysis) == Ids{"missing/apology"});
  CHECK(analysis.findings[0].missing);
  CHECK(analysis.findings[0].span == Span{7, 7});
  CHECK(analysis.situations == Ids{"delay"});
  REQUIRE(analysis.required.size() == 1);
  CHECK_FALSE(analysis.required[0].present);
  CHECK(found(analyse("It is late. Sorry.")).empty());
  CHECK(found(analyse("Here is how.")).empty());
}

TEST_CASE("the customer's message tells the situation where there is one") {
  CHECK(analyse("It is late.", {}, "Thanks for all.").situations.empty());
  CHECK(analyse("Here it is.", {}, "I am still waiting and furious.").situations ==
        Ids{"angry", "delay"});
}

TEST_CASE("a situation given by hand is the only one") {
  Options options;
  options.situations = {"angry"};
  CHECK(analyse("It is late.", options).situations == Ids{"angry"});
}

TEST_CASE("order is found at what comes too early") {
  const auto analysis = analyse("Because of rain. I am sorry.");
  REQUIRE(found(analysis) == Ids{"structure/reason-first"});
  CHECK(analysis.findings[0].span == Span{0, 7});
  CHECK(found(analyse("I am sorry. Because of rain.")).empty());
}

TEST_CASE("select and ignore take rules and families") {
  Options options;
  options.select = {"shouting"};
  CHECK(found(analyse("You should have gone! Oh! Oh!", options)) == Ids{"shouting/marks"});
  options.select = {};
  options.ignore = {"shouting/marks"};
  CHECK(found(analyse("You should have gone! Oh! Oh!", options)) == Ids{"blame/should-have"});
}

TEST_CASE("the twelve elements are always named, in their order") {
  const auto analysis = analyse("Fine.");
  REQUIRE(analysis.elements.size() == core_elements.size());
  for (std::size_t i = 0; i < core_elements.size(); ++i) {
    CHECK(analysis.elements[i].name == core_elements.at(i));
  }
}

TEST_CASE("linting twice finds the same") {
  static const RuleSet rules = test::compile_files(files);
  Analyser analyser(rules);
  const Draft draft = read_draft("You should have read it. We cannot. Oh! Oh! Oh!", Format::plain);
  const auto first = analyser.analyse(draft, {});
  const auto second = analyser.analyse(draft, {});
  CHECK(found(first) == found(second));
  CHECK(first.findings.size() == 3);
}

TEST_CASE("examples that do not hold are failures with their place") {
  auto changed = files;
  changed[0].text.replace(changed[0].text.find("{You should have read} it."), 26,
                          "You {should have read} it.");
  Problems problems;
  const auto set =
      RuleSet::compile(rules::load(changed, rules::Strictness::lenient, {}, problems), problems);
  REQUIRE(problems.empty());
  const auto results = engine::run_examples(set);
  REQUIRE(results.failures.size() == 1);
  CHECK(results.failures[0].file == "blame/should-have.yml");
  CHECK(results.failures[0].line == 9);
  CHECK(results.failures[0].message.find("not what the braces mark") != std::string::npos);
}

TEST_CASE("a pattern that another rule of the family covers is a problem") {
  auto more = files;
  more.push_back({"shouting/second.yml", "shouting/second.yml", R"yml(
summary: s
why: w
severity: error
dimension: respect
message: m
match: ["oh dear (me|you)"]
examples: {bad: ["{Oh dear me}."], good: ["Fine."]}
)yml"});
  more.push_back({"shouting/third.yml", "shouting/third.yml", R"yml(
summary: s
why: w
severity: error
dimension: respect
message: m
match: ["oh [dear] *"]
examples: {bad: ["{Oh you}."], good: ["Fine."]}
)yml"});
  Problems problems;
  auto pack = rules::load(more, rules::Strictness::lenient, {}, problems);
  REQUIRE(problems.empty());
  const auto set = RuleSet::compile(std::move(pack), problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].file == "shouting/second.yml");
  CHECK(problems[0].message.find("always covered by shouting/third") != std::string::npos);
}

}  // namespace replylint
