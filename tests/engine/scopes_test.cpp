#include "engine/scopes.hpp"

#include <vector>

#include "catch.hpp"

namespace replylint::engine {
namespace {

struct Row {
  const char* text;
  std::uint32_t first;  // the word in question
  bool inside;
};

text::Document read(const char* text) { return text::read_document(text); }

}  // namespace

TEST_CASE("a negation reaches four words within its clause") {
  const std::vector<Row> rows{
      {"I do not think you should have read it", 4, true},
      {"I do not think that maybe you should have", 6, true},
      {"I do not think that it may be you", 8, false},
      {"No, you should have read it", 1, false},
      {"It does not work because you broke it", 5, false},
      {"It is not because you broke it", 4, true},
      {"It is not only you", 4, false},
      {"Nobody says you should", 2, true},
      {"You should have", 0, false},
  };
  for (const Row& row : rows) {
    const auto document = read(row.text);
    INFO(row.text);
    CHECK(in_negation(document, document.sentences.front(), row.first) == row.inside);
  }
}

TEST_CASE("a condition holds until its clause ends") {
  const std::vector<Row> rows{
      {"If you did not get the mail tell us", 1, true},
      {"If it fails, you should have called", 3, false},
      {"If it fails then you should have called", 4, false},
      {"In case you failed to enter it", 2, true},
      {"Tell us whether you failed", 3, true},
      {"You failed", 0, false},
      {"Should you have failed to enter it", 2, true},
  };
  for (const Row& row : rows) {
    const auto document = read(row.text);
    INFO(row.text);
    CHECK(in_condition(document, document.sentences.front(), row.first) == row.inside);
  }
}

TEST_CASE("quoted words are told from the author's") {
  const auto document = read("The text \"you failed\" is wrong.");
  CHECK(in_quotation(document, 2, 4));
  CHECK_FALSE(in_quotation(document, 1, 4));
  CHECK_FALSE(in_quotation(document, 4, 5));
}

}  // namespace replylint::engine
