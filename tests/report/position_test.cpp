#include "report/position.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

namespace replylint::report {
namespace {

using namespace std::string_literals;

struct Row {
  std::string source;
  std::size_t byte;
  std::size_t line;
  std::size_t column;
};

TEST_CASE("positions") {
  const std::vector<Row> rows{
      {"", 0, 1, 1},
      {"ab", 2, 1, 3},
      {"ab\ncd", 2, 1, 3},
      {"ab\ncd", 3, 2, 1},
      {"ab\r\ncd", 4, 2, 1},
      {"ab\n", 3, 2, 1},
      {"é€😀x", 9, 1, 4},
      {"é\né€x", 8, 2, 3},
      // Behind the end: the end.
      {"ab", 99, 1, 3},
      // Latin-1: each ill-formed byte is a character.
      {"caf\xE9 x", 5, 1, 6},
      {"\x93x\x94 y", 4, 1, 5},
      {"a\n\x93x\x94y", 5, 2, 4},
      // A truncated sequence is one, an overlong one several.
      {"\xE2\x82x", 2, 1, 2},
      {"\xC0\xAFx", 2, 1, 3},
      // A byte-order mark is a code point.
      {"\xEF\xBB\xBFx", 3, 1, 2},
      // UTF-16, little and big, with a pair and a line feed's byte in another character.
      {"\xFF\xFE"s + "a\0\n\0b\0"s, 6, 2, 1},
      {"\xFE\xFF"s + "\0a\0\n\0b"s, 6, 2, 1},
      {"\xFF\xFE"s + "\x3D\xD8\x00\xDEx\0"s, 6, 1, 3},
      {"\xFF\xFE"s + "\x0A\x01x\0"s, 4, 1, 3},
  };
  for (const Row& row : rows) {
    INFO(row.source << " at " << row.byte);
    const Position at = LineIndex(row.source).position(row.byte);
    CHECK(at.line == row.line);
    CHECK(at.column == row.column);
  }
}

TEST_CASE("positions far into a long line, in any order") {
  std::string source = "first\n";
  for (int i = 0; i < 5000; ++i) source += "xé";
  const LineIndex lines(source);
  for (const std::size_t pair : {4999U, 0U, 341U, 342U, 2500U, 1U}) {
    const Position at = lines.position(6 + 3 * pair);
    CHECK(at.line == 2);
    CHECK(at.column == 2 * pair + 1);
  }
}

TEST_CASE("an index agrees with counting from the start") {
  // Every byte value, so that ill-formed sequences of all kinds stand at and
  // across the borders of blocks.
  std::string source;
  unsigned state = 1;
  for (int i = 0; i < 5000; ++i) {
    state = state * 1103515245 + 12345;
    source += static_cast<char>((state >> 16) & 0xFF);
  }
  source[0] = 'x';  // no byte-order mark
  const LineIndex lines(source);
  Position last = lines.position(0);
  for (std::size_t byte = 1; byte <= source.size(); ++byte) {
    const Position at = lines.position(byte);
    if (source[byte - 1] == '\n') {
      CHECK(at.line == last.line + 1);
      CHECK(at.column == 1);
    } else {
      CHECK(at.line == last.line);
      const bool one_more = at.column == last.column + 1;
      CHECK((one_more || at.column == last.column));
    }
    last = at;
  }
}

}  // namespace
}  // namespace replylint::report
