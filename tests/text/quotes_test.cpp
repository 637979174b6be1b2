#include "text/quotes.hpp"

#include "catch.hpp"
#include "text/document.hpp"
#include "text/reading.hpp"

namespace replylint::text {
namespace {

struct Row {
  const char* text;
  const char* quoted;  // forms
};

}  // namespace

TEST_CASE("words between paired marks are quoted") {
  const std::vector<Row> rows{
      {"You wrote \"it is late\" to us", "it is late"},
      {"You wrote “it is late” to us", "it is late"},
      {"You wrote „it is late“ to us", "it is late"},
      {"You wrote «it is late» to us", "it is late"},
      {"You wrote ‘it is late’ to us", "it is late"},
      {"You wrote 'it is late' to us", "it is late"},
      {"You wrote 'it isn't late', we did not", "it is not late"},
      {"You wrote ‘don’t be late’.", "do not be late"},
      {"\"One\" and (\"two\") and \"three.\"", "one two three"},
      {"“One. Two.\nThree” four", "one two three"},
      {"A 5\" screen and a 6\" one", ""},
      {"\"unpaired and “paired” words", "paired"},
      {"\"unpaired and \"paired\" words", "paired"},
      {"a \"mark without partner", ""},
      {"“mark without partner", ""},
      {"“not over\n\na blank line”", ""},
      {"“not over\r\n\r\na blank line”", ""},
      {"the customers' box and the others' too", ""},
      {"I don't know what they're at", ""},
      {"rock 'n' roll", "n"},
      {"'a long one that goes on for many more bytes than any short quotation of a word ever "
       "would go on'",
       ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(forms_with(read_document(row.text), flag_quoted) == row.quoted);
  }
}

TEST_CASE("only marks in prose count") {
  const std::string text = "Run x=\" now and \"this\" then";
  const std::vector<Stretch> stretches{
      {{0, 4}, TokenKind::word}, {{4, 7}, TokenKind::code}, {{7, text.size()}, TokenKind::word}};
  const std::vector<Span> quotes = find_quotes(text, stretches);
  REQUIRE(quotes.size() == 1);
  CHECK(text.substr(quotes[0].start, quotes[0].size()) == "this");
}

TEST_CASE("a quotation spans what is opaque within it, not what is not read") {
  const std::string text = "Click \"Save {{x}} now\" ok";
  const std::vector<Stretch> all{{{0, 12}, TokenKind::word},
                                 {{12, 17}, TokenKind::placeholder},
                                 {{17, text.size()}, TokenKind::word}};
  CHECK(forms_with(read_document(text, all), flag_quoted) == "save  now");
  const std::vector<Stretch> gap{{{0, 12}, TokenKind::word}, {{17, text.size()}, TokenKind::word}};
  CHECK(forms_with(read_document(text, gap), flag_quoted).empty());
}

}  // namespace replylint::text
