#include "report/printable.hpp"

#include "catch.hpp"
#include "text/utf8.hpp"

namespace replylint::report {
namespace {

struct Row {
  const char* text;
  const char* shown;
};

TEST_CASE("what a terminal would act on is shown, the rest stays") {
  constexpr Row rows[] = {
      {"", ""},
      {"plain, é, 日本, 🙂", "plain, é, 日本, 🙂"},
      {"a\tb\nc\r\nd\re", "a b c d e"},
      {"\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"},
      {"bell\x07 back\x08 del\x7f", "bell\\x07 back\\x08 del\\x7f"},
      {"c1 \xC2\x9B"
       "31m",
       "c1 \\x9b31m"},
      {"\xE2\x80\xAEreversed\xE2\x80\xAC", "\\u202ereversed\\u202c"},
      {"\xE2\x81\xA6isolated\xE2\x81\xA9", "\\u2066isolated\\u2069"},
      {"\xE2\x80\x8Fright", "\\u200fright"},
      {"line\xE2\x80\xA8"
       "break",
       "line\\u2028break"},
      {"\xEF\xBB\xBFmark", "\\ufeffmark"},
      {"tag\xF3\xA0\x81\x81", "tag\\U000e0041"},
      // Joined emoji stay joined.
      {"👩\xE2\x80\x8D👧", "👩\xE2\x80\x8D👧"},
  };
  for (const Row& row : rows) CHECK(printable(row.text) == row.shown);
}

TEST_CASE("a name of any bytes becomes valid UTF-8") {
  CHECK(printable_name("a\xFF"
                       "b\x1b") ==
        "a\xEF\xBF\xBD"
        "b\\x1b");
  CHECK(printable_name("café") == "café");
}

TEST_CASE("no code point comes through that is a control or turns the text") {
  for (char32_t c = 1; c < 0x3000; ++c) {
    std::string utf8;
    if (c < 0x80) {
      utf8 += static_cast<char>(c);
    } else if (c < 0x800) {
      utf8 += static_cast<char>(0xC0 | (c >> 6));
      utf8 += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      utf8 += static_cast<char>(0xE0 | (c >> 12));
      utf8 += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      utf8 += static_cast<char>(0x80 | (c & 0x3F));
    }
    const std::string shown = printable(utf8);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (control || turns) CHECK(shown != utf8);
    CHECK(text::is_valid_utf8(shown));
  }
}

}  // namespace
}  // namespace replylint::report
