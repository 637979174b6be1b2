// The expressions of the shipped rules in the two libraries that run them.
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "engine/image.hpp"
#include "engine/literals.hpp"
#include "text/icu_regex.hpp"
#include "text/plain_regex.hpp"
#include "text/utf8.hpp"

namespace replylint::engine {
namespace {

PackTables shipped() { return *view_image(shipped_image(), 0, false); }

// All matches of one library, one behind the other.
template <typename Regex>
std::vector<Span> all_of(const Regex& regex, const std::string& text) {
  std::vector<Span> found;
  for (std::size_t from = 0; from < text.size();) {
    const auto result = regex.find(text, from);
    if (!result.match) break;
    found.push_back(*result.match);
    from = result.match->end;
  }
  return found;
}

std::vector<std::string> literals_of(const PackTables& tables, std::uint32_t expression) {
  std::vector<std::string> literals;
  for (const auto table : {tables.literals, tables.letters}) {
    for (const Literal& literal : table) {
      if (literal.expression == expression) literals.emplace_back(tables.text(literal.text));
    }
  }
  return literals;
}

}  // namespace

TEST_CASE("the shipped expressions run in PCRE2 and find what ICU finds") {
  const PackTables tables = shipped();
  std::mt19937 random(11);
  const std::vector<std::string> common{
      " ",    " ",     " ",       ". ",  ", ",   ": ",    "! ",     "? ",     "\n",  "1",   "4111",
      "-",    "/",     "(",       ")",   "[",    "]",     "{",      "}",      "_",   "\"",  "you",
      "Your", "ORDER", "is",      "the", "X",    "a",     "I",      "No",     "@",   "#",   "…",
      "“",    "”",     "é",       "Ž",   "😂",    "£",     "—",      "→",      "’",   "»",   "É",
      "Æ",    " ",     "Straßen", "ª",   "٣",    "12",    "2024",   "AB",     "x",   "<",   ">",
      "|",    "*",     "%",       "$",   "www.", "https", "://x.y", "e@f.gh", "...", "it's"};
  std::size_t matches = 0;
  for (std::uint32_t id = 0; id < tables.expressions.size(); ++id) {
    const std::string expression(tables.text(tables.expressions[id].expression));
    INFO(expression);
    const auto icu = text::IcuRegex::compile(expression);
    REQUIRE(std::holds_alternative<text::IcuRegex>(icu));
    const auto ascii = text::PlainRegex::compile(expression, text::Plainness::ascii);
    const auto plain = text::PlainRegex::compile(expression, text::Plainness::plain);
    REQUIRE(ascii);
    REQUIRE(plain);
    const std::vector<std::string> literals = literals_of(tables, id);
    for (int round = 0; round < 150; ++round) {
      std::string text;
      for (int i = 0; i < 12; ++i) {
        const auto& pieces = random() % 4 == 0 ? literals : common;
        text += pieces[random() % pieces.size()];
      }
      const auto plainness = text::plainness_of(text);
      if (!plainness) continue;
      const auto expected = all_of(std::get<text::IcuRegex>(icu), text);
      INFO(text);
      CHECK(all_of(*plain, text) == expected);
      if (*plainness == text::Plainness::ascii) CHECK(all_of(*ascii, text) == expected);
      matches += expected.size();
    }
  }
  CHECK(matches > 1000);
}

TEST_CASE("an expression is tried where one of its literals occurs") {
  TableWriter writer;
  writer.tables.pack.resize(1);
  add_literals({{"ab", "abc"}, {"@"}, {"bc", "x"}, {"é"}}, writer);
  const PackTables tables = writer.view();
  const auto tried = [&](std::string_view text) {
    std::vector<std::uint32_t> found;
    find_expressions(tables, text, found);
    return found;
  };
  using Ids = std::vector<std::uint32_t>;
  CHECK(tried("") == Ids{});
  CHECK(tried("a b c") == Ids{});
  CHECK(tried("ab") == Ids{0});
  CHECK(tried("abc") == Ids{0, 2});
  CHECK(tried("@") == Ids{1});
  CHECK(tried("x@") == Ids{1, 2});
  CHECK(tried("caf\xC3\xA9") == Ids{3});
}

}  // namespace replylint::engine
