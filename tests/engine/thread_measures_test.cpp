#include "engine/thread_measures.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "draft/thread.hpp"
#include "replylint/analysis.hpp"
#include "small_pack.hpp"
#include "text/moment.hpp"

namespace replylint {
namespace {

std::string rule(const std::string& kind, const std::string& message = "{customer}|{value}") {
  return "summary: s\nwhy: w\nseverity: warning\ndimension: respect\nmessage: \"" + message +
         "\"\n" + kind + "\nexamples: {bad: [a], good: [b]}\n";
}

const std::vector<rules::RuleFile> files{
    {"thread/rounds.yml", "thread/rounds.yml",
     rule("compare: {measure: rounds, over: 2}", "|{value}")},
    {"thread/late.yml", "thread/late.yml", rule("compare: {measure: hours-waited, over: 24}")},
    {"thread/newest.yml", "thread/newest.yml", rule("compare: {measure: newest-unanswered}")},
    {"thread/copied.yml", "thread/copied.yml", rule("compare: {measure: copied-paragraphs}")},
    {"thread/refused.yml", "thread/refused.yml",
     rule("compare: {earlier: signal.refusal, over: 1, says: signal.refusal}")},
    {"thread/sorry.yml", "thread/sorry.yml",
     rule("compare: {earlier: [(sorry|regret)], lacks: [(sorry|regret)]}")},
    {"signals/refusal.yml", "signals/refusal.yml",
     "summary: s\nmatch: [we refuse]\nexamples: {present: [We refuse.], absent: [Fine.]}\n"},
};

Message from(Party party, const std::string& text, const std::string& at = {}) {
  return {party, text::parse_iso(at), {}, text};
}
Message customer(const std::string& text, const std::string& at = {}) {
  return from(Party::customer, text, at);
}
Message agent(const std::string& text, const std::string& at = {}) {
  return from(Party::agent, text, at);
}

// "thread/late: message @2": what was found, with the message it rests on.
std::vector<std::string> found(const std::string& text, const std::vector<Message>& thread,
                               const std::string& now = {}) {
  static const RuleSet rules = test::compile_files(files);
  Draft draft = read_draft(text, Format::plain);
  draft.thread = thread;
  draft.customer = unanswered(thread);
  Options options;
  options.now = text::parse_iso(now);
  std::vector<std::string> out;
  for (const Finding& finding : Analyser(rules).analyse(draft, options).findings) {
    std::string one = finding.rule->id.substr(7) + ": " + finding.message;
    for (const Evidence& evidence : finding.evidence) {
      REQUIRE(evidence.message);
      one += " @" + std::to_string(*evidence.message);
    }
    out.push_back(one);
  }
  return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("turns of the customer's are counted") {
  const std::vector<Message> two{customer("One is here."), customer("Fine."), agent("Yes."),
                                 customer("Fine is one here.")};
  CHECK(found("One is here, fine.", two).empty());
  std::vector<Message> three = two;
  three.push_back(agent("Yes."));
  three.push_back(customer("Three."));
  CHECK(found("Three.", three) == Found{"rounds: |3"});
}

TEST_CASE("working hours between question and answer") {
  struct Row {
    const char* asked;
    const char* now;
    const char* value;  // "" where it is in time
  };
  const std::vector<Row> rows{
      // 2026-05-04 is a Monday.
      {"2026-05-04T10:00Z", "2026-05-05T10:00Z", ""},
      {"2026-05-04T10:00Z", "2026-05-05T10:01Z", "24 hours"},
      {"2026-05-04T10:00Z", "2026-05-08T09:00Z", "4 days"},
      {"2026-05-08T18:00Z", "2026-05-11T09:00Z", ""},
      {"2026-05-08T18:00Z", "2026-05-11T18:01Z", "3 days"},
      {"2026-05-09T08:00Z", "2026-05-10T20:00Z", ""},
      {"2026-05-09T08:00Z", "2026-05-12T00:01Z", "3 days"},
      // The weekend is that of whoever answers.
      {"2026-05-08T12:00Z", "2026-05-11T11:30+12:00", ""},
      {"1969-12-01T12:00Z", "1969-12-03T12:00Z", "2 days"},
      {"2026-05-08T12:00Z", "2026-05-04T12:00Z", ""},
      {"", "2026-05-08T09:00Z", ""},
      {"2026-05-04T10:00Z", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.asked << " " << row.now);
    const auto late = found("It came.", {customer("Where is it?", row.asked)}, row.now);
    CHECK(late == (*row.value == '\0'
                       ? Found{}
                       : Found{"late: Where is it?|" + std::string(row.value) + " @0"}));
  }
  // From the first message that waits; not once we have answered.
  CHECK(found("It came, it is there.",
              {customer("Where is it?", "2026-05-04T10:00Z"),
               customer("Is it there?", "2026-05-06T10:00Z")},
              "2026-05-06T11:00Z") == Found{"late: Where is it?|2 days @0"});
  CHECK(found("It came.",
              {customer("Where is it?", "2026-05-04T10:00Z"), agent("Here.", "2026-05-04T11:00Z")},
              "2026-05-08T11:00Z")
            .empty());
}

TEST_CASE("the newest of several messages wants an answer") {
  const Message lamp = customer("The lamp broke.");
  const Message office = customer("Please deliver to the office.");
  CHECK(found("The lamp is mended.", {lamp, office}) ==
        Found{"newest: Please deliver to the office.| @1"});
  CHECK(found("The lamp goes to the office.", {lamp, office}).empty());
  CHECK(found("The lamp is mended.", {office, agent("Yes."), lamp}).empty());
  CHECK(found("The lamp is mended.", {lamp, customer("Ok.")}).empty());
  CHECK(found("The lamp is mended.", {lamp, office, agent("Yes.")}).empty());
  const Message first = customer("Cancel order 4471.");
  const Message corrected = customer("I mean order 4472.");
  CHECK(found("Order 4471 is cancelled.", {first, corrected}) ==
        Found{"newest: I mean order 4472.| @1"});
  CHECK(found("Order 4472 is cancelled.", {first, corrected}).empty());
  CHECK(found("Not order 4471 but order 4472 is cancelled.", {first, corrected}).empty());
}

TEST_CASE("paragraphs that were sent before") {
  const std::string paragraph =
      "The van with a red lamp left us in Leeds at noon and comes to you by six.";
  const std::string other =
      "The ship with one big sofa leaves a port in Hull at dawn and goes to us on Monday.";
  const auto sent = agent("Hello.\n\n" + paragraph, "2026-05-02T23:00+02:00");
  CHECK(found("Hi Ann,\n\n" + paragraph + "\n\nSam", {sent}) ==
        Found{"copied: " + paragraph + "|on 2026-05-02 @0"});
  CHECK(found("Hi Ann,\n\n" + paragraph, {agent(paragraph)}) ==
        Found{"copied: " + paragraph + "|earlier @0"});
  // The last word is another.
  CHECK(found("The van with a red lamp left us in Leeds at noon and comes to you by five.", {sent})
            .size() == 1);
  CHECK(found("The van with a big lamp left us in Hull at one and comes to you by six.", {sent})
            .empty());
  CHECK(found(other, {sent}).empty());
  CHECK(found("The van left at noon.", {agent("The van left at noon.")}).empty());
  CHECK(found(paragraph, {customer(paragraph)}).empty());
  // The newest that says so is named.
  CHECK(found(paragraph, {agent(paragraph), agent(other), agent(paragraph)}) ==
        Found{"copied: " + paragraph + "|earlier @2"});
}

TEST_CASE("what we said in earlier replies") {
  const Message please = customer("Please.");
  const Message no = agent("We refuse.");
  CHECK(found("We refuse.", {please, no, please}).empty());
  CHECK(found("We refuse.", {please, no, please, no, please}) ==
        Found{"refused: We refuse| @1 @3", "rounds: |3"});
  CHECK(found("Fine.", {please, no, please, agent("Fine."), please, no}) == Found{"rounds: |3"});
  CHECK(found("Fine.", {please, agent("I am sorry.")}) == Found{"sorry: sorry| @1"});
  CHECK(found("Sorry again.", {please, agent("I am sorry.")}).empty());
  CHECK(found("Fine.", {customer("I am sorry.")}).empty());
  CHECK(found("Fine.", {}).empty());
}

}  // namespace replylint
