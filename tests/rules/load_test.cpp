#include "rules/load.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "rules/sample.hpp"

namespace replylint::rules {
namespace {

TEST_CASE("all mistakes of a folder are told at once, each with its place") {
  const std::vector<RuleFile> files{
      file("blame/key.yml",
           rule_head() + "mesage: x\n" + "match: [a]\nexamples: {bad: [\"{a}\"], good: [b]}\n"),
      file("blame/twice.yml",
           "summary: s\nwhy: w\nwhy: v\nseverity: error\ndimension: respect\n"
           "message: m\nmatch: [b]\nexamples: {bad: [\"{b}\"], good: [c]}\n"),
      file("blame/severity.yml",
           "summary: s\nwhy: w\nseverity: grave\ndimension: respect\n"
           "message: m\nmatch: [c]\nexamples: {bad: [\"{c}\"], good: [d]}\n"),
      file("blame/pattern.yml", rule_head() + "match:\n  - \"“é” is (d\"\n"
                                              "examples: {bad: [\"{d}\"], good: [e]}\n"),
      file("blame/list.yml", rule_head() + "match:\n  - you @advrb\n"
                                           "examples: {bad: [\"{e}\"], good: [f]}\n"),
      file("blame/fact.yml", rule_head() + "match: [f]\nwhen: [channel.email, situation.rain]\n"
                                           "examples: {bad: [\"{f}\"], good: [g]}\n"),
      file("blame/syntax.yml", "summary: s\nmatch:\n  - @adverb\n"),
      file("lists/adverb.yml", "summary: s\nentries: [simply, \"..2\"]\n"),
  };
  CHECK(complaints(files) ==
        "blame/key.yml:6:1: error: unknown key “mesage”; did you mean “message”?\n"
        "  mesage: x\n"
        "  ^~~~~~\n"
        "blame/twice.yml:3:1: error: the key “why” stands twice; it is already in line 2\n"
        "  why: v\n"
        "  ^~~\n"
        "blame/severity.yml:3:11: error: “grave” is not one of: suggestion, warning, error\n"
        "  severity: grave\n"
        "            ^~~~~\n"
        "blame/pattern.yml:7:6: error: punctuation is not seen by patterns; leave it out, or write "
        "“,” for any mark within a sentence\n"
        "    - \"“é” is (d\"\n"
        "       ^\n"
        "blame/syntax.yml:3:5: error: YAML reads “@” at the start as its own sign; put the pattern "
        "in quotes (found character that cannot start any token)\n"
        "    - @adverb\n"
        "      ^\n"
        "lists/adverb.yml:2:20: error: a gap at the beginning takes any words; begin with a "
        "word\n"
        "  entries: [simply, \"..2\"]\n"
        "                     ^~~\n"
        "blame/list.yml:7:5: error: no list “advrb”; it would be lists/advrb.yml\n"
        "    - you @advrb\n"
        "      ^~~~~~~~~~\n"
        "blame/fact.yml:7:23: error: no fact “situation.rain”; facts are channel.…, mode.…, "
        "customer.present, customer.angry, and situation.…, customer.…, element.…, signal.… for "
        "which there "
        "is a file\n"
        "  when: [channel.email, situation.rain]\n"
        "                        ^~~~~~~~~~~~~~\n");
}

TEST_CASE("a key in the wrong place or of the wrong form is told") {
  struct Row {
    const char* keys;       // after the head of a rule, in line 6 and on
    const char* complaint;  // its beginning
  };
  const auto row = GENERATE(values<Row>({
      {"mach: [a]", "6:1: error: unknown key “mach”; did you mean “match”?"},
      {"match: [a]\ncolour: red", "7:1: error: unknown key “colour”; there are summary, why"},
      {"match: [a]\nentries: [b]", "7:1: error: unknown key “entries”; there are"},
      {"match: {a: b}", "6:8: error: a list is expected here"},
      {"match: [[a]]", "6:9: error: a text is expected here; one that begins with [, { or “- ” is"},
      {"match: [a ..2]", "6:9: error: this ends with a gap"},
      {"match: [\"a [..2]\"]", "6:10: error: this ends with a gap"},
      {"match: [a]\ncost: much", "7:7: error: a number is expected here"},
      {"match: [a]\ncost: nan", "7:7: error: a number is expected here"},
      {"match: [a]\ncost: -3", "7:7: error: a cost is 0 or more points"},
      {"match: [a]\nwithin: 1.5", "7:9: error: a whole number is expected here"},
      {"match: [a]\nwithin: -1", "7:9: error: a whole number is expected here"},
      {"match: [a]\nsilent-in: [quote]", "7:13: error: “quote” is not one of: negation,"},
      {"match: [a]\nzone: [quoted]", "7:8: error: “quoted” is not one of: greeting, body, closing"},
      {"match: [a]\nlast-sentence: maybe", "7:16: error: true or false"},
      {"match: [a]\nmeasured: {hits: 2, right: 3}", "7:11: error: more right than hits"},
      {"match: [a]\nmeasured: 4", "7:11: error: a map of keys is expected here"},
      {"match: [a]\nwhen: {some: [channel.email]}", "7:8: error: unknown key “some”; there are"},
      {"match: [{regex: a}]", "6:9: error: an expression needs both keys"},
      {"match: [{regex: a, literal: [b]}]", "6:20: error: unknown key “literal”; did you mean"},
      {"match: [{regex: \"a(b\", literals: [a]}]", "6:21: error: this expression is not valid: "},
      {"match:\n  - you: stop", "7:5: error: YAML reads keys here; a pattern is put in quotes"},
      {"match:\n  - ? you", "7:5: error: YAML reads keys here; a pattern is put in quotes"},
      {"match:\n  - {a}", "7:5: error: YAML reads keys here; a pattern is put in quotes"},
      {"match: [a]\nx: 1", "7:1: error: unknown key “x”; there are summary, why"},
      {"match: [{regex: a, literals: [\"\"]}]", "6:32: error: an empty literal occurs everywhere"},
      {"count: {per: draft, over: 1}", "6:8: error: a count has either “match” or another"},
      {"count: {measure: errors, over: 1}", "6:8: error: the measure “errors”, and no other, has"},
      {"count: {measure: words, of: [blame], over: 1}", "6:8: error: the measure “errors”, and no"},
      {"count: {measure: errors, of: [blam], over: 1}", "6:31: error: no family “blam”"},
      {"count: {measure: errors, of: [blame], per: sentence, over: 1}",
       "6:8: error: errors are counted per draft"},
      {"count: {measure: words}", "6:8: error: a count has one limit: “over” or “under”"},
      {"count: {measure: words, over: 1, under: 9}", "6:8: error: a count has one limit"},
      {"count: {measure: words, over: 1, at-most-words: few}", "6:49: error: a number is expected"},
      {"count: {measure: repeated-sentence, over: 1}",
       "6:18: error: “repeated-sentence” is not one"},
      {"count: {measure: wrods, over: 1}", "6:18: error: “wrods” is not one of: matches, words"},
      {"require: {element: apology}", "6:10: error: “required” names one situation at least"},
      {"require: {required: [delay]}", "6:10: error: “require” names an element"},
      {"order: {first: element.thanks}", "6:8: error: “order” needs the key “then”"},
      {"order: {first: channel.chat, then: signal.x}", "6:16: error: only an element or a signal"},
  }));
  CAPTURE(row.keys);
  const std::string all = complaints(
      {file("blame/x.yml", rule_head() + row.keys + "\nexamples: {bad: [\"{a}\"], good: [b]}\n")});
  CAPTURE(all);
  CHECK(all.find("blame/x.yml:" + std::string(row.complaint)) == 0);
}

TEST_CASE("what one file names another must define") {
  struct Row {
    const char* keys;
    const char* complaint;
  };
  const auto row = GENERATE(values<Row>({
      {"match: [\"@nothing\"]", "6:10: error: no list “nothing”; it would be lists/nothing.yml"},
      {"match: [by <time>]", "6:9: error: no list “time”"},
      {"match: [a]\nunless: [\"(b|c @nothing)\"]", "7:11: error: no list “nothing”"},
      {"match: [a]\nwhen: {any: [element.nothing]}", "7:14: error: no fact “element.nothing”"},
      {"match: [a]\nwhen: {not: [weather.rain]}", "7:14: error: no fact “weather.rain”"},
      {"match: [a]\nwhen: [rain]", "7:8: error: no fact “rain”"},
      {"require: {element: nothing, required: [delay]}", "6:20: error: no element “nothing”"},
      {"require: {element: apology, required: [rain]}", "6:40: error: no situation “rain”"},
      {"require: {element: apology, required: [delay], out-of-place: [sun]}",
       "6:63: error: no situation “sun”"},
      {"order: {first: element.apology, then: signal.none}", "6:39: error: no fact “signal.none”"},
  }));
  CAPTURE(row.keys);
  const std::string all = complaints(
      {file("blame/x.yml", rule_head() + row.keys + "\nexamples: {bad: [\"{a}\"], good: [b]}\n"),
       file("elements/apology.yml", detector_text()),
       file("situations/delay.yml",
            "summary: s\ndraft: [late]\nexamples: {present: [late], absent: [b]}\n")});
  CAPTURE(all);
  CHECK(all.find("blame/x.yml:" + std::string(row.complaint)) == 0);
}

TEST_CASE("facts that are given, and those with a file, are known") {
  const std::string text = rule_head() +
                           "match: [a]\nwhen: {all: [channel.email], any: [element.apology, "
                           "customer.angry], not: [mode.template, situation.delay]}\n"
                           "examples: {bad: [\"{a}\"], good: [b]}\n";
  const auto loaded =
      load_all({file("blame/x.yml", text), file("elements/apology.yml", detector_text()),
                file("situations/delay.yml",
                     "summary: s\ndraft: [late]\nexamples: {present: [late], absent: [b]}\n")});
  INFO(format_all(loaded.problems));
  REQUIRE(loaded.problems.empty());
  const Condition& when = loaded.pack.rules.at(0).when;
  CHECK(when.all == std::vector<std::string>{"channel.email"});
  CHECK(when.any == std::vector<std::string>{"element.apology", "customer.angry"});
  CHECK(when.none == std::vector<std::string>{"mode.template", "situation.delay"});
}

TEST_CASE("what a detector finds may end with a gap") {
  CHECK(complaints({file("elements/x.yml",
                         "summary: s\nmatch: [sorry ..3]\n"
                         "examples: {present: [Sorry.], absent: [Fine.]}\n")})
            .empty());
}

TEST_CASE("a broken file is told once, not again by those that name it") {
  const std::string all =
      complaints({file("blame/x.yml", rule_head() + "match: [\"@broken\"]\nwhen: [element.broken]\n"
                                                    "examples: {bad: [\"{a}\"], good: [b]}\n"),
                  file("elements/broken.yml",
                       "summary: s\nmatch: [\"(a\"]\n"
                       "examples: {present: [a], absent: [b]}\n"),
                  file("lists/broken.yml", "summary: s\nentries: [\"(a\"]\n")});
  CHECK(all ==
        "elements/broken.yml:2:10: error: “(” is never closed\n"
        "  match: [\"(a\"]\n"
        "           ^\n"
        "lists/broken.yml:2:12: error: “(” is never closed\n"
        "  entries: [\"(a\"]\n"
        "             ^\n");
}

TEST_CASE("lists that use themselves are refused") {
  CHECK(complaints({file("lists/a.yml", "summary: s\nentries: [x, \"@a\"]\n")}) ==
        "lists/a.yml:2:15: error: with this the list “a” uses itself\n"
        "  entries: [x, \"@a\"]\n"
        "                ^\n");
  CHECK(complaints({file("lists/a.yml", "summary: s\nentries: [\"x @b\"]\n"),
                    file("lists/b.yml", "summary: s\nentries: [\"(y|@c)\"]\n"),
                    file("lists/c.yml", "summary: s\nentries:\n  - \"[z] @a x\"\n")}) ==
        "lists/c.yml:3:6: error: with this the list “a” uses itself\n"
        "    - \"[z] @a x\"\n"
        "       ^\n");
  CHECK(complaints({file("lists/a.yml", "summary: s\nentries: [\"@b @c\"]\n"),
                    file("lists/b.yml", "summary: s\nentries: [\"@c\"]\n"),
                    file("lists/c.yml", "summary: s\nentries: [x]\n")})
            .empty());
}

TEST_CASE("a list of ours that closes a circle through lists below is told at ours") {
  const auto base = load_all({file("lists/a.yml", "summary: s\nentries: [\"x @b\"]\n"),
                              file("lists/b.yml", "summary: s\nentries: [y]\n")});
  REQUIRE(base.problems.empty());
  const auto over = load_all({file("lists/b.yml", "summary: s\nentries:\n  - z\n  - \"@a\"\n")},
                             Strictness::lenient, base.pack);
  CHECK(format_all(over.problems) ==
        "lists/b.yml:4:6: error: with this the list “a” uses itself\n"
        "    - \"@a\"\n"
        "       ^\n");
  CHECK(over.pack.lists.at("b").entries.at(0).text == "y");
}

TEST_CASE("the same pattern twice in a family is refused") {
  CHECK(complaints({file("blame/one.yml", rule_text("you did it")),
                    file("blame/two.yml", rule_text(" You  did it"))}) ==
        "blame/two.yml:6:10: error: the pattern “ You  did it” is shadowed by blame/one, where it "
        "stands too\n"
        "  match: [\" You  did it\"]\n"
        "           ^\n");
  CHECK(complaints(
            {file("blame/one.yml", rule_head() + "match: [a, b, A]\n"
                                                 "examples: {bad: [\"{a}\"], good: [c]}\n")}) ==
        "blame/one.yml:6:15: error: the pattern “A” stands in line 6 already\n"
        "  match: [a, b, A]\n"
        "                ^\n");
  CHECK(complaints({file("blame/one.yml", rule_text("you did it")),
                    file("legal/two.yml", rule_text("you did it"))})
            .empty());
}

TEST_CASE("a pattern that the pack below has already is told at the new file") {
  const auto base = load_all({file("blame/two.yml", rule_text("you did it"))});
  const auto over =
      load_all({file("blame/one.yml", rule_text("you did it"))}, Strictness::lenient, base.pack);
  REQUIRE(over.problems.size() == 1);
  CHECK(over.problems[0].file == "blame/one.yml");
  CHECK(over.problems[0].message ==
        "the pattern “you did it” is shadowed by blame/two, where it stands too");
}

TEST_CASE("what has a problem is left out, and what names it; the rest loads") {
  const auto base = load_all({file("lists/kept.yml", "summary: s\nentries: [below]\n")});
  const auto loaded = load_all(
      {file("blame/good.yml", rule_text("good")), file("blame/twin.yml", rule_text("good")),
       file("blame/no-list.yml", rule_text("@nothing")),
       file("blame/on-broken.yml", rule_text("by @broken")),
       file("blame/on-chain.yml", rule_text("via @chain")),
       file("blame/on-kept.yml", rule_text("from @kept")),
       file("lists/broken.yml", "summary: s\nentries: [\"(a\"]\n"),
       file("lists/chain.yml", "summary: s\nentries: [\"x @broken\"]\n"),
       file("lists/kept.yml", "summary: s\nentries: [\"(b\"]\n")},
      Strictness::lenient, base.pack);
  std::string ids;
  for (const Rule& rule : loaded.pack.rules) ids += rule.id + " ";
  CHECK(ids == "blame/good blame/on-kept ");
  CHECK(loaded.pack.lists.size() == 1);
  CHECK(loaded.pack.lists.at("kept").entries.at(0).text == "below");
  CHECK(loaded.problems.size() == 4);
}

TEST_CASE("a rule that stands twice in a folder is refused") {
  CHECK(complaints({{"blame/x.yml", "house/blame/x.yml", rule_text("a")},
                    {"blame/x.yml", "house/en/blame/x.yml", rule_text("b")}}) ==
        "house/en/blame/x.yml: error: blame/x is defined in house/blame/x.yml too\n");
}

TEST_CASE("of a file with very many problems the first are told, soon") {
  const auto count = [](const std::string& text) {
    const auto loaded = load_all({file("lists/h.yml", text)});
    REQUIRE_FALSE(loaded.problems.empty());
    CHECK(loaded.problems.back().message == "more problems of this file are not shown");
    CHECK(loaded.pack.lists.empty());
    return loaded.problems.size();
  };
  const std::string head = "summary: s\nentries:\n";
  std::string keys;
  for (int i = 0; i < 80'000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  CHECK(count(keys) == 101);
  CHECK(count(head + repeat("- (\n", 200'000)) == 101);
  CHECK(count(head + repeat("- \"@q\"\n", 120'000)) == 101);
  CHECK(count("summary: s\nentries: [" + repeat("\"@q\",", 120'000) + "]\n") == 101);
  CHECK(count(repeat("a: 1\n", 200'000)) == 101);
  const auto circle = load_all({file("lists/h.yml", head + repeat("- \"@h\"\n", 120'000))});
  CHECK(circle.problems.size() == 1);
}

TEST_CASE("what a file lacks is told") {
  struct Row {
    const char* path;
    const char* text;
    const char* complaint;
  };
  const auto row = GENERATE(values<Row>({
      {"blame/x.yml", "", "a rule file is a map of keys"},
      {"blame/x.yml", "- a\n", "a rule file is a map of keys"},
      {"blame/x.yml", "words", "a rule file is a map of keys"},
      {"x.yml", "summary: s\n", "a rule file lies at <family>/<name>.yml"},
      {"a/b/x.yml", "summary: s\n", "a rule file lies at <family>/<name>.yml"},
      {"blame/x.yml", "summary: s\n", "a rule has exactly one of the keys match, count"},
      {"blame/x.yml", "match: [a]\ncount: {measure: words, over: 1}\n",
       "a rule has exactly one of the keys"},
      {"blame/x.yml", "match: [a]\nsummary: s\n", "the key “why” is missing"},
      {"blame/x.yml", "weigh: {over: 1}\n", "“words” is a map of patterns to weights"},
      {"tone/x.yml", "summary: s\n", "“words” is a map of patterns to weights"},
      {"lists/x.yml", "summary: s\n", "a word list needs the key “entries”"},
      {"elements/x.yml", "summary: s\n", "a detector needs the key “match”"},
      {"situations/x.yml", "summary: s\n", "a situation needs the key “customer” or “draft”"},
  }));
  CAPTURE(row.path, row.text);
  const std::string all = complaints({file(row.path, row.text)});
  CAPTURE(all);
  CHECK(all.find(std::string(row.path) + ": error: " + row.complaint) != std::string::npos);
  CHECK(load_all({file(row.path, row.text)}).pack.rules.empty());
}

TEST_CASE("weights of words are checked") {
  const auto first = [](const std::string& weigh) {
    const auto loaded = load_all({file("blame/x.yml", "weigh: " + weigh + "\n")});
    REQUIRE_FALSE(loaded.problems.empty());
    return loaded.problems[0].message;
  };
  CHECK(first("{words: {a: 1}}") ==
        "“weigh” needs the key “over”: the sum above which a sentence is flagged");
  CHECK(first("{over: 1, words: [a]}") ==
        "“words” is a map of patterns to weights: {\"you did not\": 0.8}");
  CHECK(first("{over: 1, words: {a: b}}") == "a number is expected here");
  CHECK(first("{over: 1, words: {a ..2: 1}}") ==
        "this ends with a gap, which takes any words; end with a word");
  CHECK(first("{over: 1, words: {(a: 1}}").find("(") != std::string::npos);
  const auto loaded =
      load_all({file("tone/x.yml", "summary: s\nwords: {thanks: 4, \"(no|not)\": -1.5}\n")});
  REQUIRE(loaded.problems.empty());
  CHECK(loaded.pack.tone.at("x").words.weights == std::vector<double>{4, -1.5});
}

TEST_CASE("a later folder replaces rules and lists of the same id, and may use those below") {
  const auto base = load_all(
      {file("blame/one.yml", rule_text("you @word")), file("blame/two.yml", rule_text("we did it")),
       file("lists/word.yml", "summary: s\nentries: [x]\n"), file("score.yml", "old")});
  REQUIRE(base.problems.empty());
  const auto over =
      load_all({file("blame/one.yml", rule_text("they @word")),
                file("lists/word.yml", "summary: s\nentries: [y, z]\n"), file("score.yml", "new")},
               Strictness::lenient, base.pack);
  INFO(format_all(over.problems));
  REQUIRE(over.problems.empty());
  REQUIRE(over.pack.rules.size() == 2);
  CHECK(std::get<Pattern>(std::get<Phrase>(over.pack.rules[0].kind).match.at(0)).text ==
        "they @word");
  CHECK(over.pack.rules[1].id == "blame/two");
  CHECK(over.pack.lists.at("word").entries.size() == 2);
  CHECK(over.pack.score_yaml == "new");
}

TEST_CASE("defaults of a phrase") {
  const auto loaded =
      load_all({file("blame/a.yml", rule_text("a")),
                file("blame/b.yml", rule_head() + "match: [b]\nsilent-in: []\nzone: [closing]\n"
                                                  "last-sentence: true\n"
                                                  "examples: {bad: [\"{b}\"], good: [c]}\n")});
  INFO(format_all(loaded.problems));
  REQUIRE(loaded.pack.rules.size() == 2);
  const auto& first = std::get<Phrase>(loaded.pack.rules[0].kind);
  CHECK(first.silent_in.to_string() == "1001");  // quotation, question, condition, negation
  CHECK(first.zones.empty());
  CHECK_FALSE(first.within.has_value());
  CHECK_FALSE(first.last_sentence);
  const auto& second = std::get<Phrase>(loaded.pack.rules[1].kind);
  CHECK(second.silent_in.none());
  CHECK(second.zones == std::vector<ZoneKind>{ZoneKind::closing});
  CHECK(second.last_sentence);
}

TEST_CASE("what a count is limited to is read") {
  const auto loaded =
      load_all({file("blame/a.yml", rule_head() + "count: {measure: words, per: draft, over: 2}\n"
                                                  "examples: {bad: [a], good: [b]}\n"),
                file("blame/b.yml", rule_head() +
                                        "count: {measure: repeated-sentences, per: draft, over: 0, "
                                        "at-least-words: 3, at-most-words: 9}\n"
                                        "examples: {bad: [a], good: [b]}\n")});
  INFO(format_all(loaded.problems));
  REQUIRE(loaded.pack.rules.size() == 2);
  const auto& first = std::get<Count>(loaded.pack.rules[0].kind);
  CHECK(first.at_least_words == 0);
  CHECK_FALSE(first.at_most_words.has_value());
  const auto& second = std::get<Count>(loaded.pack.rules[1].kind);
  CHECK(second.measure == Measure::repeated_sentences);
  CHECK(second.at_least_words == 3);
  CHECK(second.at_most_words == 9);
}

}  // namespace
}  // namespace replylint::rules
