#include "engine/matcher.hpp"

#include <algorithm>
#include <deque>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "engine/automaton.hpp"
#include "rules/pattern.hpp"

namespace replylint::engine {
namespace {

using Lists = std::map<std::string, rules::WordList>;

rules::Pattern pattern(const std::string& text) {
  auto parsed = rules::parse_pattern(text);
  REQUIRE(std::holds_alternative<rules::Pattern>(parsed));
  return std::get<rules::Pattern>(parsed);
}

Lists lists() {
  Lists all;
  all["colour"] = {"colour", "", {pattern("red"), pattern("(dark|light) blue")}};
  all["ending"] = {"ending", "", {pattern("*ly"), pattern("un*")}};
  return all;
}

// Patterns made ready to be run.
struct Patterns {
  explicit Patterns(const std::vector<std::string>& patterns) {
    Program program;
    const Lists all = lists();
    for (const std::string& p : patterns) program.add(pattern(p), all, false);
    build_automaton(program, writer);
    tables = writer.view();
  }
  std::vector<PatternHit> find_all(const text::Document& document) {
    std::vector<PatternHit> found;
    matcher.find_all(document, found);
    return found;
  }
  TableWriter writer;
  PackTables tables;
  Matcher matcher{tables};
};

// The words that a pattern matches, one string a hit.
std::vector<std::string> hits(const std::vector<std::string>& patterns, const std::string& text) {
  const text::Document document = text::read_document(text);
  const std::vector<PatternHit> found = Patterns(patterns).find_all(document);
  std::vector<std::string> words;
  for (const PatternHit& hit : found) {
    const auto start = document.tokens[hit.first].start;
    words.push_back(text.substr(start, document.tokens[hit.last - 1].end - start));
  }
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("each construct of the pattern language matches what it says") {
  struct Row {
    const char* pattern;
    const char* text;
    Words hits;
  };
  const std::vector<Row> rows{
      {"you should", "You should, YOU SHOULD.", {"You should", "YOU SHOULD"}},
      {"you should", "you really should", {}},
      {"do not", "Don't! Do not. Dont.", {"Don't", "Do not", "Dont"}},
      {"don't", "Don't! Do not.", {"Don't", "Do not"}},
      {"you have", "You've won. You have won.", {"You've", "You have"}},
      {"it is", "It's late. It is late. It’s late.", {"It's", "It is", "It’s"}},
      {"(a|b c) d", "a d; b c d; b d", {"a d", "b c d"}},
      {"a [b] c", "a c. a b c. a b b c.", {"a c", "a b c"}},
      {"a [b|c d] e", "a e. a c d e. a c e.", {"a e", "a c d e"}},
      {"~say so", "He said so. Saying so. Sayed so.", {"said so", "Saying so"}},
      {"@colour car", "red car, dark blue car, blue car", {"red car", "dark blue car"}},
      {"@ending done",
       "quickly done; unduly done; undone done; well done",
       {"quickly done", "unduly done", "undone done"}},
      {"a ..2 z", "a z. a b z. a b c z. a b c d z.", {"a z", "a b z", "a b c z"}},
      {"a ..3 z", "a not z. a b never z.", {}},
      {"^ so", "So it goes. And so on.", {"So"}},
      {"it goes $", "So it goes. It goes on.", {"it goes"}},
      {"is it ?", "Is it? Is it. What is it?", {"Is it", "is it"}},
      {"wow !", "Wow! Wow.", {"Wow"}},
      {"well , no", "Well, no. Well no. Well - no.", {"Well, no", "Well - no"}},
      {"^ wonderful ,", "Wonderful, but no. Wonderful but no.", {"Wonderful"}},
      {"<number> days", "5 days, ten days", {"5 days"}},
      {"dear <name>", "So dear Anna. So dear friend.", {"dear Anna"}},
      {"is <caps>", "This is NOT so. This is not so.", {"is NOT"}},
      {"frustrat*", "Frustrating, frustrated, frost", {"Frustrating", "frustrated"}},
      {"a * c", "a b c. a not c. a c.", {"a b c", "a not c"}},
  };
  for (const Row& row : rows) {
    INFO(row.pattern << " in " << row.text);
    CHECK(hits({row.pattern}, row.text) == row.hits);
  }
}

TEST_CASE("a pattern never crosses the end of a sentence") {
  CHECK(hits({"one two"}, "One. Two.").empty());
  CHECK(hits({"one ..3 two"}, "One.\n\nTwo.").empty());
}

TEST_CASE("from one place the longest match is reported") {
  CHECK(hits({"a [b] [c]"}, "a b c") == Words{"a b c"});
}

// Each pattern alone is what all of them together must agree with.
TEST_CASE("patterns compiled together find what each finds alone") {
  const std::vector<std::string> patterns{
      "a b",     "a [b] c", "(a|b) (c|d)", "b ..2 d",       "a ..3 a", "^ a",   "c $",
      "[a] b c", "a , b",   "(a b|b a) c", "d (a|[b] c) d", "a b c d", "* d ?", "b* c"};
  Patterns together(patterns);
  std::deque<Patterns> single;
  for (const std::string& p : patterns) single.emplace_back(std::vector{p});
  std::mt19937 random(7);
  const std::vector<std::string> words{"a", "b", "c", "d", "bb", "not", "a,", "b.", "d?"};
  std::size_t total = 0;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += words[random() % words.size()] + " ";
    const text::Document document = text::read_document(text);
    std::set<std::tuple<PatternId, std::uint32_t, std::uint32_t>> got;
    for (const PatternHit& hit : together.find_all(document))
      got.insert({hit.pattern, hit.first, hit.last});
    std::set<std::tuple<PatternId, std::uint32_t, std::uint32_t>> alone;
    for (PatternId id = 0; id < patterns.size(); ++id) {
      for (const PatternHit& hit : single[id].find_all(document)) {
        alone.insert({id, hit.first, hit.last});
      }
    }
    INFO(text);
    CHECK(got == alone);
    total += got.size();
  }
  CHECK(total > 1000);
}

// Each of these patterns can stop and start over at nearly every word of the
// others.
TEST_CASE("patterns that overlap in many ways stay small") {
  std::vector<std::string> patterns;
  for (int i = 0; i < 12; ++i) {
    std::string p;
    for (int k = 0; k < 12; ++k) p += (k % 3 == i % 3 ? "[a|b] " : "(a|b) ");
    patterns.push_back(p + "z" + std::to_string(i));
  }
  Patterns many(patterns);
  CHECK(many.tables.nodes.size() < 20'000);
  std::string text;
  for (int i = 0; i < 12; ++i) text += i % 2 == 0 ? "a " : "b ";
  const auto found = many.find_all(text::read_document(text + "z3"));
  CHECK_FALSE(found.empty());
  for (const PatternHit& hit : found) CHECK(hit.pattern == 3);
}

TEST_CASE("a matcher that has seen other texts finds the same") {
  Patterns used({"you ..4 wrong"});
  (void)used.find_all(text::read_document("You are so very wrong. You you you wrong."));
  const text::Document document = text::read_document("But you got it wrong, you did.");
  const std::vector<PatternHit> again = used.find_all(document);
  REQUIRE(again.size() == 1);
  CHECK(again.front().first == 1);
  CHECK(again.front().last == 5);
}

}  // namespace replylint::engine
