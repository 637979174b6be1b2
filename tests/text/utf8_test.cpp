#include "text/utf8.hpp"

#include <random>

#include "catch.hpp"

namespace replylint::text {
namespace {

using namespace std::string_literals;

// Runs cover the text in order, and copies are copies.
bool has_good_runs(std::string_view source, const Decoded& decoded) {
  std::size_t at = 0;
  std::size_t from = 0;
  for (const DecodedRun& run : decoded.runs) {
    if (run.text != at || run.text_size == 0 || run.source < from) return false;
    if (run.source + run.source_size > source.size()) return false;
    if (run.copy &&
        decoded.text.substr(at, run.text_size) != source.substr(run.source, run.source_size)) {
      return false;
    }
    at += run.text_size;
    from = run.source + run.source_size;
  }
  return at == decoded.text.size();
}

}  // namespace

TEST_CASE("ill-formed UTF-8 becomes U+FFFD by maximal subparts") {
  struct Row {
    std::string bytes;
    std::string text;
    std::size_t replaced;
    std::size_t first;
  };
  const std::vector<Row> rows{
      {"", "", 0, 0},
      {"plain ASCII, long enough", "plain ASCII, long enough", 0, 0},
      {"caf\xC3\xA9", "café", 0, 0},
      {"a\x80z", "a\uFFFDz", 1, 1},
      {"\xC0\xAF", "\uFFFD\uFFFD", 2, 0},
      {"\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD", 3, 0},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3, 0},
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4, 0},
      {"ab\xE2\x82", "ab\uFFFD", 1, 2},
      {"ab\xE2\x82zz", "ab\uFFFDzz", 1, 2},
      {"\xF0\x9F\x98", "\uFFFD", 1, 0},
      {"\xF0\x9F\x98\x80", "😀", 0, 0},
      {"0123456789\xFF", "0123456789\uFFFD", 1, 10},
      // Table 3-8 of the Unicode standard.
      {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64",
       "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd", 6, 1},
  };
  for (const Row& row : rows) {
    INFO(row.bytes);
    const Decoded decoded = decode_utf8(row.bytes);
    CHECK(decoded.text == row.text);
    CHECK(decoded.replaced == row.replaced);
    CHECK(decoded.first_replaced == row.first);
    CHECK(is_valid_utf8(row.bytes) == (row.replaced == 0));
    CHECK(has_good_runs(row.bytes, decoded));
  }
}

TEST_CASE("a leading byte-order mark is dropped, any other kept") {
  const Decoded decoded = decode_utf8("\xEF\xBB\xBFok\xEF\xBB\xBF");
  CHECK(decoded.text == "ok\uFEFF");
  REQUIRE(decoded.runs.size() == 1);
  CHECK(decoded.runs.front().source == 3);
}

TEST_CASE("what is decoded is always valid") {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) bytes += static_cast<char>(byte(random));
    for (const char* charset :
         {"utf-8", "utf-16", "utf-7", "shift_jis", "iso-2022-jp", "gb18030", "windows-1252"}) {
      const auto decoded = decode_charset(bytes, charset);
      INFO(charset);
      REQUIRE(decoded.has_value());
      REQUIRE(is_valid_utf8(decoded->text));
      CHECK(has_good_runs(bytes, *decoded));
    }
  }
}

TEST_CASE("charsets by name") {
  struct Row {
    std::string bytes;
    const char* charset;
    const char* text;
    std::size_t replaced;
  };
  const std::vector<Row> rows{
      {"caf\xE9", "ISO-8859-1", "café", 0},
      {"\x93ok\x94", "iso-8859-1", "“ok”", 0},
      {"it\x92s", "us-ascii", "it’s", 0},
      {"it\x92s", "Windows-1252", "it’s", 0},
      {"\xA4", "iso-8859-15", "€", 0},
      {"\xCF\xF0\xE8", "windows-1251", "При", 0},
      {"\x93\xFA\x96\x7B", "Shift_JIS", "日本", 0},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "utf-16", "😀", 0},
      {"\x00h\x00i"s, "utf-16be", "hi", 0},
      {"\xC3\xA9", "UTF8", "é", 0},
      {"a\x81\x20z", "shift_jis", "a\uFFFD z", 1},
  };
  for (const Row& row : rows) {
    INFO(row.charset);
    const auto decoded = decode_charset(row.bytes, row.charset);
    REQUIRE(decoded.has_value());
    CHECK(decoded->text == row.text);
    CHECK(decoded->replaced == row.replaced);
    CHECK(has_good_runs(row.bytes, *decoded));
  }
  for (const char* name : {"", "no-such-charset", "../../etc/passwd", "utf-8 "}) {
    INFO(name);
    CHECK_FALSE(decode_charset("x", name).has_value());
  }
}

TEST_CASE("each character of another charset knows its source") {
  // More than the converter gives at once, with surrogate pairs at its end.
  std::string bytes;
  for (int i = 0; i < 3000; ++i)
    bytes +=
        "\xFC"
        "a\x94\x39\xDA\x33";  // gb18030: a pair, U+1F4A9
  const auto decoded = decode_charset(bytes, "gb18030");
  REQUIRE(decoded.has_value());
  CHECK(has_good_runs(bytes, *decoded));
  std::size_t astral = 0;
  for (const DecodedRun& run : decoded->runs) {
    if (run.text_size != 4) continue;
    ++astral;
    REQUIRE(run.source_size == 4);
    REQUIRE(bytes.substr(run.source, 4) == "\x94\x39\xDA\x33");
  }
  CHECK(astral == 3000);
}

TEST_CASE("code points") {
  CHECK(code_point_at("a", 0).value == U'a');
  CHECK(code_point_at("xé", 1).value == U'é');
  CHECK(code_point_at("€", 0).length == 3);
  CHECK(code_point_at("😀", 0).value == U'😀');
  CHECK(count_code_points("aé€😀") == 4);
  CHECK(count_code_points("") == 0);
}

TEST_CASE("folding") {
  struct Row {
    const char* text;
    const char* folded;
  };
  const std::vector<Row> rows{
      {"", ""},           {"MiXed 1!", "mixed 1!"}, {"ÀÉ", "àé"},       {"STRAẞE", "strasse"},
      {"ＡＢＣ", "abc"},  {"ﬁne", "fine"},          {"don’t", "don't"}, {"don‘t", "don't"},
      {"don´t", "don't"}, {"donʼt", "don't"},       {"e\u0301", "é"},   {"a\u00ADb", "ab"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(fold(row.text) == row.folded);
  }
}

}  // namespace replylint::text
