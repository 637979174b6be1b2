#include "text/regex.hpp"

#include <future>
#include <string>

#include "catch.hpp"

namespace replylint::text {
namespace {

Regex compiled(std::string_view expression) {
  INFO(expression);
  REQUIRE_FALSE(Regex::check(expression));
  return Regex(expression);
}

}  // namespace

TEST_CASE("positions are bytes") {
  struct Row {
    const char* expression;
    const char* text;
    std::size_t from;
    std::optional<Span> match;
  };
  const std::vector<Row> rows{
      {"b+", "abbc", 0, Span{1, 3}},
      {"b+", "abbc", 2, Span{2, 3}},
      {"b+", "abbc", 3, std::nullopt},
      {"b+", "abbc", 4, std::nullopt},
      {"b+", "abbc", 99, std::nullopt},
      {"HELLO", "oh hello", 0, Span{3, 8}},
      {"(?-i)HELLO", "oh hello", 0, std::nullopt},
      {"é", "café é", 0, Span{3, 5}},
      {"é", "café é", 5, Span{6, 8}},
      {"x", "😀😀x", 0, Span{8, 9}},
      {"\\p{Lu}{2}", "(?-i) no", 0, Span{6, 8}},
      {"(?<=a)b", "ab", 1, Span{1, 2}},
      {"(?=c)|at", "a cat", 0, Span{3, 5}},
  };
  for (const Row& row : rows) {
    INFO(row.expression << " in " << row.text << " from " << row.from);
    const Regex regex = compiled(row.expression);
    const RegexResult result = regex.find(RegexText(row.text), row.from);
    CHECK(result.match == row.match);
    CHECK_FALSE(result.exhausted);
  }
}

TEST_CASE("a broken expression is refused where it breaks") {
  struct Row {
    const char* expression;
    const char* message;
    std::size_t offset;
  };
  const std::vector<Row> rows{
      {"a(b", "unbalanced parenthesis", 3},
      {"é(b", "unbalanced parenthesis", 4},
      {"[a", "missing ]", 2},
      {"a{2,1}", "in {min,max}, max is less than min", 6},
      {"(?x)a\nb)", "unbalanced parenthesis", 8},
      {"", "it matches the empty text", 0},
      {"a*", "it matches the empty text", 0},
      {"^", "it matches the empty text", 0},
  };
  for (const Row& row : rows) {
    INFO(row.expression);
    const auto error = Regex::check(row.expression);
    REQUIRE(error);
    CHECK(error->message == row.message);
    CHECK(error->offset == row.offset);
  }
}

TEST_CASE("no expression runs for ever") {
  const std::string text = std::string(5000, 'a') + "!";
  for (const char* expression : {"(a+)+$", "(a|aa)+$", "(.*a){20}$", "(a*)*[bc]"}) {
    INFO(expression);
    const RegexResult found = compiled(expression).find(RegexText(text));
    CHECK(found.exhausted);
    CHECK_FALSE(found.match.has_value());
  }
}

TEST_CASE("threads share an expression") {
  const Regex regex = compiled("\\d+");
  std::vector<std::future<std::size_t>> found;
  found.reserve(4);
  for (int i = 0; i < 4; ++i) {
    found.push_back(std::async(std::launch::async, [&regex] {
      std::size_t sum = 0;
      for (int k = 0; k < 500; ++k) sum += regex.find(RegexText("order 123 now")).match->start;
      return sum;
    }));
  }
  for (auto& sum : found) CHECK(sum.get() == 3000);
}

}  // namespace replylint::text
