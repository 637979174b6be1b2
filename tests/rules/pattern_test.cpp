#include "rules/pattern.hpp"

#include <string>
#include <string_view>
#include <variant>

#include "catch.hpp"

namespace replylint::rules {
namespace {

// A tree on one line: {a|b} is a choice, {a|} an optional part.
std::string show(const Node& node);

struct Show {
  std::string operator()(const Word& word) const { return word.form; }
  std::string operator()(const Affix& affix) const { return affix.prefix + "*" + affix.suffix; }
  std::string operator()(const Slot& slot) const {
    switch (slot.token_class) {
      case TokenClass::number:
        return "<number>";
      case TokenClass::name:
        return "<name>";
      case TokenClass::placeholder:
        return "<placeholder>";
      case TokenClass::caps:
        return "<caps>";
      case TokenClass::any:
        return "<any>";
    }
    return {};
  }
  std::string operator()(const Gap& gap) const { return ".." + std::to_string(gap.most); }
  std::string operator()(const Start& /*start*/) const { return "^"; }
  std::string operator()(const End& end) const {
    return std::string(1, "$?!"[static_cast<std::size_t>(end.kind)]);
  }
  std::string operator()(const ClauseBreak& /*comma*/) const { return ","; }
  std::string operator()(const ListRef& list) const { return "@" + list.name; }
  std::string operator()(const Sequence& sequence) const {
    std::string all;
    for (const Node& part : sequence.parts) all += (all.empty() ? "" : " ") + show(part);
    return all;
  }
  std::string operator()(const Choice& choice) const {
    std::string all;
    for (std::size_t i = 0; i < choice.branches.size(); ++i) {
      all += (i == 0 ? "" : "|") + show(choice.branches[i]);
    }
    return "{" + all + "}";
  }
};

std::string show(const Node& node) { return std::visit(Show{}, node.value); }

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("patterns become trees") {
  struct Row {
    const char* text;
    const char* tree;
  };
  const auto row = GENERATE(values<Row>({
      {"you should", "you should"},
      {"  you\tshould  ", "you should"},
      {"You SHOULD", "you should"},
      {"don't", "do not"},
      {"don’t", "do not"},
      {"you've", "you have"},
      {"cannot", "can not"},
      {"e-mail", "email"},
      {"24/7 support", "24/7 support"},
      {"that 's", "that 's"},
      {"you 'd", "you 'd"},
      {"apolog*", "apolog*"},
      {"*ly", "*ly"},
      {"un*ed", "un*ed"},
      {"Apolog*", "apolog*"},
      {"any * word", "any <any> word"},
      {"(a|b c)", "{a|b c}"},
      {"a (b|(c|d e) f)", "a {b|{c|d e} f}"},
      {"a [x]", "a {x|}"},
      {"a [x|y z]", "a {x|y z|}"},
      {"a [[x] y]", "a {{x|} y|}"},
      {"~try", "{try|tries|trying|tried}"},
      {"you ~have", "you {have|has|had|having}"},
      {"you @adverb", "you @adverb"},
      {"@past-participle", "@past-participle"},
      {"<number> of <name>", "<number> of <name>"},
      {"<placeholder> <caps>", "<placeholder> <caps>"},
      {"by <time>", "by @time"},
      {"on <date> for <amount>", "on @date for @amount"},
      {"a ..3 b", "a ..3 b"},
      {"a..2 b", nullptr},
      {"a ..20 b", "a ..20 b"},
      {"a ..3", "a ..3"},
      {"^ no", "^ no"},
      {"^no", "^ no"},
      {"(^ no|not) way", "{^ no|not} way"},
      {"[^] no", "{^|} no"},
      {"no $", "no $"},
      {"why?", "why ?"},
      {"stop !", "stop !"},
      {"(why ?|what)", "{why ?|what}"},
      {"sorry , but", "sorry , but"},
      {"sorry, but", "sorry , but"},
      {"für", "für"},
      {"Ärger", "ärger"},
  }));
  CAPTURE(row.text);
  const auto parsed = parse_pattern(row.text);
  if (row.tree == nullptr) {
    CHECK(std::holds_alternative<PatternError>(parsed));
    return;
  }
  if (const auto* error = std::get_if<PatternError>(&parsed)) FAIL(error->message);
  const auto& pattern = std::get<Pattern>(parsed);
  CHECK(show(pattern.root) == row.tree);
  CHECK(pattern.text == row.text);
}

TEST_CASE("a pattern that cannot be meant is an error with its place") {
  struct Row {
    const char* text;
    Span span;
    const char* message;  // the beginning of it
  };
  const auto row = GENERATE(values<Row>({
      {"", {0, 0}, "an empty pattern"},
      {"   ", {0, 3}, "an empty pattern"},
      {"the (lamp", {4, 5}, "“(” is never closed"},
      {"the [lamp", {4, 5}, "“[” is never closed"},
      {"the lamp)", {8, 9}, "“)” without its opening"},
      {"the ] lamp", {4, 5}, "“]” without its opening"},
      {"a | b", {2, 3}, "“|” without its opening"},
      {"(a|b]", {4, 5}, "“]” where “)” is expected"},
      {"[a)", {2, 3}, "“)” where “]” is expected"},
      {"a ()", {3, 4}, "an empty branch"},
      {"a (b|)", {5, 6}, "an empty branch"},
      {"a (|b)", {3, 4}, "an empty branch"},
      {"[a]", {0, 3}, "this can match nothing at all"},
      {"[a] ..3 [b]", {4, 7}, "a gap at the beginning"},
      {"^ ..3 [b]", {0, 9}, "this can match nothing at all"},
      {"^ $", {0, 3}, "this can match nothing at all"},
      {"(a|[b])", {0, 7}, "this can match nothing at all"},
      {"..3 a", {0, 3}, "a gap at the beginning"},
      {"(..3 a|b) c", {1, 4}, "a gap at the beginning"},
      {"[..2] a", {1, 4}, "a gap at the beginning"},
      {"[b] ..2 a", {4, 7}, "a gap at the beginning"},
      {"a .. b", {2, 4}, "a gap is written ..N"},
      {"a ..x b", {2, 4}, "a gap is written ..N"},
      {"a ..0 b", {2, 5}, "a gap is written ..N"},
      {"a ..21 b", {2, 6}, "a gap takes 20 words at most"},
      {"a ..99999999999 b", {2, 15}, "a gap is written ..N"},
      {"a ^ b", {2, 3}, "“^” stands at the beginning"},
      {"a (^ b|c)", {3, 4}, "“^” stands at the beginning"},
      {"a $ b", {2, 3}, "“$” stands at the end"},
      {"why ? not", {4, 5}, "“?” stands at the end"},
      {"! now", {0, 1}, "“!” stands at the end"},
      {"a ~ b", {2, 3}, "a lemma is written like this"},
      {"a @ b", {2, 3}, "a list is named like this"},
      {"a @Adverb", {2, 3}, "a list is named like this"},
      {"a <numbr>", {2, 9}, "no class <numbr>"},
      {"a <number", {2, 3}, "“<” is never closed"},
      {"a > b", {2, 3}, "“>” without its opening"},
      {"a*b*c", {0, 5}, "one “*” in a word"},
      {"no; way", {2, 3}, "punctuation is not seen by patterns; leave it out, or write “,”"},
      {"lamp \"again\"", {5, 6}, "punctuation is not seen"},
      {"für; x", {4, 5}, "punctuation is not seen"},
  }));
  CAPTURE(row.text);
  const auto parsed = parse_pattern(row.text);
  REQUIRE(std::holds_alternative<PatternError>(parsed));
  const auto& error = std::get<PatternError>(parsed);
  CAPTURE(error.message);
  CHECK(error.message.substr(0, std::string_view(row.message).size()) == row.message);
  CHECK(error.span.start == row.span.start);
  CHECK(error.span.end == row.span.end);
}

TEST_CASE("patterns have bounds") {
  CHECK(std::holds_alternative<Pattern>(parse_pattern(repeat("(", 39) + "a" + repeat(")", 39))));
  CHECK(std::holds_alternative<PatternError>(
      parse_pattern(repeat("(", 100'000) + "a" + repeat(")", 100'000))));
  CHECK(std::holds_alternative<Pattern>(parse_pattern(repeat("a ", 1999))));
  CHECK(std::holds_alternative<PatternError>(parse_pattern(repeat("a ", 100'000))));
  const auto hyphens = parse_pattern(repeat("a-", 2500) + "a");
  REQUIRE(std::holds_alternative<PatternError>(hyphens));
  CHECK(std::get<PatternError>(hyphens).message == "longer than 2000 parts");
}

TEST_CASE("any cut of a pattern is read or refused, with a place inside it") {
  const std::string_view text =
      "^ you (should|ought to) [not|[n]ever] ~say @list <number> ..3 don’t a*b , or ?";
  for (std::size_t from = 0; from < text.size(); ++from) {
    for (std::size_t size = 0; from + size <= text.size(); ++size) {
      const std::string_view cut = text.substr(from, size);
      const auto parsed = parse_pattern(cut);
      if (const auto* error = std::get_if<PatternError>(&parsed)) {
        REQUIRE(error->span.start <= error->span.end);
        REQUIRE(error->span.end <= cut.size());
        REQUIRE_FALSE(error->message.empty());
      }
    }
  }
}

TEST_CASE("a gap at the end is found wherever it stands") {
  struct Row {
    const char* text;
    bool gap;
  };
  const auto row = GENERATE(values<Row>({{"a ..3", true},
                                         {"a ..3 b", false},
                                         {"a (b|c ..2)", true},
                                         {"a [..2]", true},
                                         {"a ..2 [b]", true},
                                         {"a ..2 $", false},
                                         {"a (b ..2|c) d", false}}));
  CAPTURE(row.text);
  CHECK(ends_with_gap(std::get<Pattern>(parse_pattern(row.text))) == row.gap);
}

}  // namespace
}  // namespace replylint::rules
