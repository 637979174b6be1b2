#include "draft/entities.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

namespace replylint {

TEST_CASE("character references as a browser reads them") {
  struct Row {
    std::string source;
    std::string text;  // empty: no reference
    std::size_t size;
  };
  const std::vector<Row> rows{
      {"&eacute;", "é", 8},
      {"&eacute x", "é", 7},
      {"&eacutex;", "é", 7},
      {"&copy2025", "©", 5},
      {"&notin;", "∉", 7},
      {"&notit;", "¬", 4},
      {"&ampere", "&", 4},
      {"&rsquo;", "’", 7},
      {"&rsquo", "", 0},
      {"&apos;", "'", 6},
      {"&CounterClockwiseContourIntegral;", "∳", 33},
      {"&NotEqualTilde;", "\xE2\x89\x82\xCC\xB8", 15},
      {"&unknown;", "", 0},
      {"&", "", 0},
      {"& ", "", 0},
      {"&;", "", 0},
      {"amp;", "", 0},
      {"&#65;", "A", 5},
      {"&#65b", "A", 4},
      {"&#x41;", "A", 6},
      {"&#X4a;", "J", 6},
      {"&#xg", "", 0},
      {"&#;", "", 0},
      {"&#x;", "", 0},
      {"&#128512;", "😀", 9},
      // windows-1252, as old mail programs write it
      {"&#146;", "’", 6},
      {"&#x80;", "€", 6},
      {"&#129;", "\xC2\x81", 6},
      // no characters
      {"&#0;", "\xEF\xBF\xBD", 4},
      {"&#xD800;", "\xEF\xBF\xBD", 8},
      {"&#x110000;", "\xEF\xBF\xBD", 10},
      {"&#99999999999999999999;", "\xEF\xBF\xBD", 23},
  };
  for (const Row& row : rows) {
    INFO(row.source);
    const auto found = character_reference(row.source);
    CHECK((found ? found->text : "") == row.text);
    CHECK((found ? found->size : 0) == row.size);
  }
}

TEST_CASE("a reference as a whole") {
  CHECK(decode_entity("&auml;") == "ä");
  CHECK(decode_entity("&#39;") == "'");
  CHECK_FALSE(decode_entity("&auml"));
  CHECK_FALSE(decode_entity("&ampx;"));
  CHECK_FALSE(decode_entity("&auml; "));
}

}  // namespace replylint
