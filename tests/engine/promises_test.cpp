#include "replylint/promises.hpp"

#include <string>

#include "catch.hpp"
#include "text/moment.hpp"

namespace replylint {

namespace {

PromiseFinder& finder() {
  static PromiseFinder shipped = [] {
    Problems problems;
    const RuleSet rules = RuleSet::load({}, problems);
    REQUIRE(problems.empty());
    return PromiseFinder(rules);
  }();
  return shipped;
}

// Each promise as "who | what | when | if condition", parts that are empty left out.
std::string promises_in(const std::string& words) {
  std::string out;
  for (const Promise& promise : finder().find(read_draft(words, Format::plain), {})) {
    if (!out.empty()) out += " / ";
    out += (promise.who.empty() ? "-" : promise.who) + " | " + promise.what;
    if (!promise.when.empty()) out += " | " + promise.when;
    if (!promise.condition.empty()) out += " | if " + promise.condition;
  }
  return out;
}

}  // namespace

TEST_CASE("promises are found with who, what, when and condition") {
  struct Row {
    const char* words;
    const char* promises;
  };
  for (const auto& [words, promises] : {
           Row{"I will call you on Thursday at 10.", "I | call you | on Thursday at 10"},
           Row{"Ana will email you by noon.", "Ana | email you | by noon"},
           Row{"We have ordered a new one; it ships tomorrow.", "- | it ships | tomorrow"},
           Row{"You will get a refund within three days.",
               "- | You will get a refund | within three days"},
           Row{"Karin from billing will write to you tomorrow.",
               "Karin from billing | write to you | tomorrow"},
           Row{"By Friday, our engineers will replace the hinge.",
               "our engineers | replace the hinge | By Friday"},
           Row{"I'm going to check it and I'll call you at 4.",
               "I | check it / I | call you | at 4"},
           Row{"I have asked the depot and will write to you today.", "I | write to you | today"},
           Row{"We will update you as soon as it lands, by 6 pm at the latest.",
               "We | update you | by 6 pm at the latest | if as soon as it lands"},
           Row{"If it is late, I will call the depot.", "I | call the depot | if If it is late"},
           Row{"If you send it by Friday, we will refund it.",
               "we | refund it | if If you send it by Friday"},
           Row{"We are sending it today.", "We | sending it | today"},
           Row{"I will call you. By Friday noon.", "I | call you | By Friday noon"},
           Row{"We will ship it on Monday or Tuesday.", "We | ship it | on Monday or Tuesday"},
           Row{"We will reply as soon as possible.", "We | reply | as soon as possible"},
           Row{"I will refund the order that you placed on Monday.",
               "I | refund the order that you placed on Monday"},
           Row{"Someone will call you.", "- | Someone will call you"},
           // Not promised by us, or not at all.
           Row{"You can call me. I called you on Monday.", ""},
           Row{"If it is late, I would call the depot.", ""},
           Row{"Will you be home on Tuesday?", ""},
           Row{"Shall I call you tomorrow?", ""},
           Row{"You will have to restart it. You will call the depot.", ""},
           Row{"We will be glad to help. I will be honest with you.", ""},
           Row{"We will not charge you. I won't call.", ""},
           Row{"It will be sunny tomorrow.", ""},
           Row{"Tell me whether I will need it, or when I will hear.", ""},
           Row{"I hope we will find it.", ""},
           Row{"", ""},
       }) {
    CAPTURE(words);
    CHECK(promises_in(words) == promises);
  }
}

TEST_CASE("each message of a thread counts from its own date, the draft from its own or now") {
  Draft draft = read_draft("I will write tomorrow.", Format::plain);
  const auto moment = [](const char* iso) { return text::parse_iso(iso).value(); };
  draft.thread.push_back(
      {Party::agent, moment("2026-11-02T09:00+01:00"), "Ana", "We will ship the lamp tomorrow."});
  draft.thread.push_back(
      {Party::customer, moment("2026-11-03T09:00+01:00"), "", "I will call you tomorrow."});
  draft.thread.push_back({Party::agent, std::nullopt, "Ana", "I will call you tomorrow."});
  const auto found = finder().find(draft, {moment("2026-11-24T09:00Z"), {}});
  REQUIRE(found.size() == 3);
  CHECK(found[0].message == 0);
  REQUIRE(found[0].due);
  CHECK(text::to_iso(found[0].due->latest) == "2026-11-03T23:59:59+01:00");
  CHECK(found[1].message == 2);
  CHECK_FALSE(found[1].due);
  CHECK(found[1].when == "tomorrow");
  CHECK_FALSE(found[2].message);
  REQUIRE(found[2].due);
  CHECK(text::to_iso(found[2].due->latest) == "2026-11-25T23:59:59Z");

  draft.date = moment("2026-11-10T09:00Z");
  CHECK(text::to_iso(finder().find(draft, {moment("2026-11-24T09:00Z"), {}})[2].due->latest) ==
        "2026-11-11T23:59:59Z");
}

TEST_CASE("a date that can be read two ways is said to be so") {
  const Draft draft = read_draft("We will ship it by 5/6.", Format::plain);
  const auto now = text::parse_iso("2026-03-01T09:00Z");
  const auto unknown = finder().find(draft, {now, DateOrder::unknown});
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].ambiguous);
  CHECK_FALSE(unknown[0].due);
  const auto british = finder().find(draft, {now, DateOrder::day_first});
  CHECK_FALSE(british[0].ambiguous);
  CHECK(text::to_iso(british[0].due->latest) == "2026-06-05T23:59:59Z");
}

TEST_CASE("a long text without any full stop stays linear") {
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += "I will call you at 4 if it and then ";
  CHECK(finder().find(read_draft(words, Format::plain), {}).size() == 20'000);
}

}  // namespace replylint
