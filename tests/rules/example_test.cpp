#include <string>
#include <vector>

#include "catch.hpp"
#include "rules/sample.hpp"
#include "text/moment.hpp"

namespace replylint::rules {
namespace {

std::string with_example(const std::string& example) {
  return rule_head() + "match: [a]\nexamples:\n  bad:\n    - " + example + "\n  good: [b]\n";
}

TEST_CASE("single braces mark, doubled ones and placeholders stay") {
  struct Row {
    const char* written;
    const char* text;
    std::vector<std::string> marked;
  };
  const auto row = GENERATE(values<Row>({
      {"no mark", "no mark", {}},
      {"{a} b", "a b", {"a"}},
      {"a {b c} d {e}", "a b c d e", {"b c", "e"}},
      {"“{ä}” ö", "“ä” ö", {"ä"}},
      {"Hi {{name}}, {a}", "Hi {{name}}, a", {"a"}},
      {"{a {{name}} b} c", "a {{name}} b c", {"a {{name}} b"}},
      {"%{name} {a}", "%{name} a", {"a"}},
      {"#{name} ${sum} {a}", "#{name} ${sum} a", {"a"}},
      {"{% if x %} {a}", "{% if x %} a", {"a"}},
      {"{}", "", {""}},
  }));
  CAPTURE(row.written);
  const auto loaded =
      load_all({file("blame/x.yml", with_example("\"" + std::string(row.written) + "\""))});
  INFO(format_all(loaded.problems));
  REQUIRE(loaded.pack.rules.size() == 1);
  const Example& example = loaded.pack.rules[0].bad.at(0);
  CHECK(example.text == row.text);
  std::vector<std::string> marked;
  for (const Span& mark : example.marks) {
    marked.push_back(example.text.substr(mark.start, mark.size()));
  }
  CHECK(marked == row.marked);
}

TEST_CASE("braces that do not pair are refused") {
  const std::string written =
      GENERATE(values<std::string>({"{a", "a}", "{a {b} c}", "}a{", "{{a}", "{a}}", "%{a"}));
  CAPTURE(written);
  const std::string all = complaints({file("blame/x.yml", with_example("\"" + written + "\""))});
  CHECK(all.find("blame/x.yml:9:8: error: braces must pair and not nest") == 0);
}

TEST_CASE("an example may bring its surroundings") {
  const auto loaded = load_all(
      {file("blame/x.yml",
            with_example("{draft: \"{a} b\", customer: \"I {wait}.\", situation: [delay, angry], "
                         "channel: chat, mode: template}")),
       file("situations/delay.yml",
            "summary: s\ndraft: [late]\nexamples: {present: [late], absent: [b]}\n"),
       file("situations/angry.yml",
            "summary: s\ncustomer: [furious]\n"
            "examples: {present: [{customer: furious}], absent: [b]}\n")});
  INFO(format_all(loaded.problems));
  REQUIRE(loaded.problems.empty());
  REQUIRE(loaded.pack.rules.size() == 3);
  const Example& example = loaded.pack.rules[0].bad.at(0);
  CHECK(example.text == "a b");
  CHECK(example.customer == "I {wait}.");
  CHECK(example.situations == std::vector<std::string>{"delay", "angry"});
  CHECK(example.channel == Channel::chat);
  CHECK(example.mode == Mode::draft_template);
  CHECK(example.line == 9);
  CHECK(example.column == 7);
}

TEST_CASE("an example may stand at the end of a thread") {
  const auto loaded = load_all({file(
      "blame/x.yml", with_example("{draft: a, now: \"2026-05-03T09:00+02:00\", thread: [{from: "
                                  "customer, at: 2026-05-02T10:00Z, text: One}, {from: agent, "
                                  "text: Two}]}"))});
  INFO(format_all(loaded.problems));
  REQUIRE(loaded.pack.rules.size() == 1);
  const Example& example = loaded.pack.rules[0].bad.at(0);
  REQUIRE(example.thread.size() == 2);
  CHECK(example.thread[0].from == Party::customer);
  CHECK(example.thread[0].at == text::parse_iso("2026-05-02T10:00Z"));
  CHECK(example.thread[0].text == "One");
  CHECK(example.thread[1].from == Party::agent);
  CHECK(!example.thread[1].at);
  CHECK(example.now == text::parse_iso("2026-05-03T09:00+02:00"));
}

TEST_CASE("surroundings are checked") {
  struct Row {
    const char* example;
    const char* complaint;
  };
  const auto row = GENERATE(values<Row>({
      {"{draft: a, chanel: chat}", "9:18: error: unknown key “chanel”; did you mean “channel”?"},
      {"{draft: a, channel: pigeon}", "9:27: error: “pigeon” is not one of: email, chat, social"},
      {"{draft: a, mode: x}", "9:24: error: “x” is not one of: draft, template"},
      {"{draft: a, situation: [rain]}", "9:30: error: no situation “rain”"},
      {"{channel: chat}", "9:7: error: an example needs a draft, or a customer's message"},
      {"{draft: a, now: soon}", "9:23: error: not a time; write 2026-05-02T10:00Z"},
      {"{draft: a, thread: x}", "9:26: error: a map of keys is expected here"},
      {"{draft: a, thread: [x]}", "9:27: error: a map of keys is expected here"},
      {"{draft: a, thread: [{from: customer}]}",
       "9:27: error: a message needs “from” (customer or agent) and “text”"},
      {"{draft: a, thread: [{from: us, text: b}]}",
       "9:34: error: “us” is not one of: customer, agent"},
      {"{draft: a, thread: [{from: agent, at: noon, text: b}]}",
       "9:45: error: not a time; write 2026-05-02T10:00Z"},
      {"{draft: a, thread: [{from: agent, who: I, text: b}]}", "9:41: error: unknown key “who”"},
      {"{draft: [a]}", "9:15: error: a text is expected here"},
  }));
  CAPTURE(row.example);
  const std::string all = complaints({file("blame/x.yml", with_example(row.example))});
  CAPTURE(all);
  CHECK(all.find("blame/x.yml:" + std::string(row.complaint)) == 0);
}

TEST_CASE("a strict load wants four examples of each kind") {
  const std::string three =
      rule_head() +
      "match: [a]\nexamples:\n  bad: [\"{a}\", \"{a}\", \"{a}\"]\n  good: [b, b, b, b]\n";
  CHECK(complaints({file("blame/x.yml", three)}).empty());
  CHECK(complaints({file("blame/x.yml", three)}, Strictness::strict) ==
        "blame/x.yml:8:8: error: 3 examples under “bad”, and 4 at least are needed\n"
        "    bad: [\"{a}\", \"{a}\", \"{a}\"]\n"
        "         ^\n");
  const std::string none = rule_head() + "match: [a]\nexamples:\n  bad: [\"{a}\"]\n";
  CHECK(complaints({file("blame/x.yml", none)}) ==
        "blame/x.yml:8:3: error: 0 examples under “good”, and 1 at least are needed\n"
        "    bad: [\"{a}\"]\n"
        "    ^\n");
}

}  // namespace
}  // namespace replylint::rules
