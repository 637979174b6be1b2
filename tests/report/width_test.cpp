#include "report/width.hpp"

#include <string>

#include "catch.hpp"

namespace replylint::report {
namespace {

struct Row {
  const char* text;
  std::size_t width;
};

TEST_CASE("columns on a terminal") {
  constexpr Row rows[] = {
      {"", 0},
      {"abc", 3},
      {"é", 1},
      {"e\xCC\x81", 1},  // e and a combining acute
      {"日本", 4},       // ideographs
      {"ａ", 2},         // full width
      {"한국", 4},       // Hangul
      {"🙂", 2},
      {"👍🏽", 2},        // with a skin tone
      {"👩\xE2\x80\x8D👧", 2},  // joined
      {"✅", 2},
      {"“x” – …", 7},
      {"שָׁ", 1},  // Hebrew with points
      {"ก็", 1},  // Thai with a mark above
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(display_width(row.text) == row.width);
  }
}

TEST_CASE("cutting to columns keeps characters whole") {
  const std::string text = "a日e\xCC\x81🙂z";  // columns 1, 2, 1, 2, 1
  CHECK(text.substr(0, prefix_within(text, 0)).empty());
  CHECK(text.substr(0, prefix_within(text, 2)) == "a");
  CHECK(text.substr(0, prefix_within(text, 3)) == "a日");
  CHECK(text.substr(0, prefix_within(text, 4)) == "a日e\xCC\x81");
  CHECK(text.substr(0, prefix_within(text, 99)) == text);
  CHECK(text.substr(suffix_within(text, 0)).empty());
  CHECK(text.substr(suffix_within(text, 2)) == "z");
  CHECK(text.substr(suffix_within(text, 3)) == "🙂z");
  CHECK(text.substr(suffix_within(text, 4)) == "e\xCC\x81🙂z");
  CHECK(text.substr(suffix_within(text, 5)) == "e\xCC\x81🙂z");
  CHECK(text.substr(suffix_within(text, 99)) == text);
}

}  // namespace
}  // namespace replylint::report
