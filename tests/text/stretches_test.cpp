#include "catch.hpp"
#include "text/document.hpp"
#include "text/reading.hpp"

namespace replylint::text {
namespace {

// Braces mark a placeholder, "<…>" a gap that is not read; the marks are part
// of the text.
std::vector<Stretch> stretches_of(std::string_view text) {
  std::vector<Stretch> stretches;
  std::size_t from = 0;
  const auto add = [&](std::size_t start, std::size_t end, TokenKind kind) {
    if (start < end) stretches.push_back({{start, end}, kind});
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '{' && text[at] != '<') continue;
    add(from, at, TokenKind::word);
    const std::size_t end = text.find(text[at] == '{' ? '}' : '>', at) + 1;
    if (text[at] == '{') add(at, end, TokenKind::placeholder);
    from = end;
    at = end - 1;
  }
  add(from, text.size(), TokenKind::word);
  return stretches;
}

struct Row {
  const char* text;
  std::vector<std::string> sentences;
};

}  // namespace

TEST_CASE("a sentence goes on over what is opaque and ends at a gap") {
  const std::vector<Row> rows{
      {"Hi {name}, thanks. {name} is in.", {"Hi {name}, thanks.", "{name} is in."}},
      {"Dear Mr. {name}, thanks.", {"Dear Mr. {name}, thanks."}},
      {"Done. {name}", {"Done.", "{name}"}},
      {"{name}\nThanks", {"{name}", "Thanks"}},
      {"{name} - yes", {"{name} - yes"}},
      {"{a}{b} c", {"{a}{b} c"}},
      {"One <x> two", {"One", "two"}},
      {"One <x>", {"One"}},
      {"Wait.<x>", {"Wait."}},
      {"{a}.{b}", {"{a}.{b}"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(sentences_of(row.text, read_document(row.text, stretches_of(row.text))) == row.sentences);
  }
}

TEST_CASE("stretches that only white space parts are one text") {
  const std::string text = "We will write soon.\nBest wishes \n\nAnna";
  const std::vector<Stretch> joined{{{0, 7}, TokenKind::word}, {{8, 19}, TokenKind::word}};
  CHECK(read_document(text, joined).sentences.size() == 1);
  const std::vector<Stretch> lines{
      {{0, 19}, TokenKind::word}, {{20, 31}, TokenKind::word}, {{34, 38}, TokenKind::word}};
  const Document document = read_document(text, lines);
  REQUIRE(document.sentences.size() == 3);
  CHECK(document.sentences[0].terminator == Terminator::period);
  CHECK(document.sentences[1].paragraph == 0);
  CHECK(document.sentences[2].paragraph == 1);
}

TEST_CASE("an opaque token keeps its kind and has no form") {
  const Document document = read_document("a {b} c", stretches_of("a {b} c"));
  REQUIRE(document.tokens.size() == 3);
  CHECK(document.tokens[1].kind == TokenKind::placeholder);
  CHECK(document.tokens[1].form.empty());
  CHECK(document.tokens[1].span() == Span{2, 5});
}

TEST_CASE("nothing to read") {
  CHECK(read_document("text", {}).tokens.empty());
  const std::vector<Stretch> empty{{{2, 2}, TokenKind::word}, {{3, 3}, TokenKind::code}};
  CHECK(read_document("text", empty).sentences.empty());
}

TEST_CASE("a Document may be moved") {
  Document first = read_document("Ok — “naïve” words");
  const std::string forms = forms_of(first);
  const Document second = std::move(first);
  CHECK(forms_of(second) == forms);
  CHECK(forms == "ok naïve words");
}

}  // namespace replylint::text
