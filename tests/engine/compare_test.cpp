#include <string>
#include <vector>

#include "catch.hpp"
#include "replylint/analysis.hpp"
#include "rules/rule.hpp"
#include "small_pack.hpp"

namespace replylint {
namespace {

std::string head(std::string_view message) {
  return "summary: s\nwhy: w\nseverity: warning\ndimension: clarity\nmessage: \"" +
         std::string(message) + "\"\nexamples: {bad: [b], good: [g]}\n";
}

const std::vector<rules::RuleFile> files{
    {"customer/hurried.yml", "customer/hurried.yml",
     "summary: s\nmatch: [by friday, today]\nexamples: {present: [today], absent: [a]}\n"},
    {"signals/boss.yml", "signals/boss.yml",
     "summary: s\nmatch: [manager]\nexamples: {present: [manager], absent: [a]}\n"},
    {"context/facts.yml", "context/facts.yml",
     head("“{customer}” and no boss") +
         "compare: {customer: customer.hurried, lacks: signal.boss, place: end}\n"},
    {"context/patterns.yml", "context/patterns.yml",
     head("“{match}” to “{customer}”") +
         "compare: {customer: [red, blue], says: {match: [green], unless: [green lamp]}}\n"},
    {"context/several.yml", "context/several.yml",
     head("“{match}”") +
         "compare:\n- {customer: [one], says: [first step]}\n- {customer: [two], says: [step]}\n"},
    {"context/echo.yml", "context/echo.yml",
     head("“{match}”") + "compare: {measure: echoed-words, says: [(scam|crooks)]}\n"},
    {"context/sum.yml", "context/sum.yml",
     head("“{match}”, not {value}") + "compare: {measure: different-amount}\n"},
};

// "rule message [evidence|evidence]" of each finding.
std::vector<std::string> lint(const std::string& text, const std::optional<std::string>& customer) {
  static const RuleSet set = test::compile_files(files);
  Draft draft = read_draft(text, Format::plain);
  draft.customer = customer;
  std::vector<std::string> out;
  for (const Finding& finding : Analyser(set).analyse(draft, {}).findings) {
    std::string evidence;
    for (const Evidence& one : finding.evidence) {
      evidence += evidence.empty() ? "" : "|";
      evidence += customer->substr(one.span.start, one.span.size());
    }
    CHECK(finding.missing == finding.span.empty());
    out.push_back(finding.rule->id + " " + finding.message + " [" + evidence + "]");
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST_CASE("without a customer's message a comparison is silent") {
  CHECK(lint("A green step, a scam, £5.", std::nullopt) == Lines{});
}

TEST_CASE("what the customer wrote and the draft lacks") {
  CHECK(lint("It ships.", "I need it by Friday, or today.") ==
        Lines{"context/facts “by Friday” and no boss [by Friday|today]"});
  CHECK(lint("The manager calls.", "I need it by Friday.") == Lines{});
  CHECK(lint("It ships.", "No hurry.") == Lines{});
}

TEST_CASE("what the draft says to it") {
  CHECK(lint("A green one, a green lamp.", "My red or blue lamp.") ==
        Lines{"context/patterns “green” to “red” [red|blue]"});
  CHECK(lint("A green one.", "My lamp.") == Lines{});
}

TEST_CASE("comparisons of one rule that lie over each other are one finding") {
  CHECK(lint("The first step.", "One and two.") == Lines{"context/several “first step” [One|two]"});
  CHECK(lint("The first step, then a step.", "Two.") ==
        Lines{"context/several “step” [Two]", "context/several “step” [Two]"});
}

TEST_CASE("evidence is limited") {
  std::string customer;
  for (int i = 0; i < 100; ++i) customer += "Today. ";
  const auto found = lint("It ships.", customer);
  REQUIRE(found.size() == 1);
  CHECK(found.front() == "context/facts “Today” and no boss [Today|Today|Today|Today|Today]");
}

TEST_CASE("words that both wrote") {
  CHECK(lint("Which scam is it?", "A scam!") == Lines{"context/echo “scam” [scam]"});
  CHECK(lint("Which scam is it?", "Crooks!") == Lines{});
}

TEST_CASE("sums that differ") {
  CHECK(lint("I refunded £83.", "You took £38.") == Lines{"context/sum “£83”, not £38 [£38]"});
  CHECK(lint("I refunded £76.", "You took £38.") == Lines{});
  CHECK(lint("I refunded £38.00 and £5.", "You took £38.") == Lines{});
  CHECK(lint("The £120 is back.", "You took €120.") ==
        Lines{"context/sum “£120”, not €120 [€120]"});
  CHECK(lint("I refunded £50.", "You took £20 and £30.") == Lines{});
  CHECK(lint("I refunded £50.", "You took it.") == Lines{});
}

std::string problems_of(const std::string& compare) {
  Problems problems;
  const std::vector<rules::RuleFile> one{
      {"context/x.yml", "context/x.yml", head("m") + "compare: " + compare + "\n"}};
  (void)rules::load(one, rules::Strictness::lenient, {}, problems);
  std::string out;
  for (const Problem& problem : problems) out += problem.message + "\n";
  return out;
}

TEST_CASE("what is wrong with a comparison is said") {
  CHECK(problems_of("{customer: [a]}") ==
        "a comparison has a “measure”, or “customer” or “earlier” with “says” or “lacks”\n");
  CHECK(problems_of("{measure: nothing}").find("“nothing” is not one of: unanswered-questions") ==
        0);
  CHECK(problems_of("{customer: signal.boss, says: [a]}") ==
        "a fact stands here (customer.…, situation.…), or a list of patterns\n");
  CHECK(problems_of("{customer: customer.none, says: [a]}").find("no fact “customer.none”") == 0);
  CHECK(problems_of("{customer: {unless: [a]}, says: [b]}") == "the key “match” is missing\n");
  CHECK(problems_of("[]") == "nothing is compared here\n");
  CHECK(problems_of("{customer: [a], say: [b]}").find("unknown key “say”") == 0);
  CHECK(problems_of("{measure: wrong-name, over: 1}") ==
        "“over” limits “earlier”, and the measures rounds and hours-waited\n");
}

}  // namespace
}  // namespace replylint
