#include "draft/mail_charset.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "text/utf8.hpp"

namespace replylint {
namespace {

MappedText as_read(const std::string& bytes) {
  MappedText text;
  text.append_copy(bytes, 0);
  return text;
}

}  // namespace

TEST_CASE("charsets of mails, each character with its bytes") {
  struct Row {
    std::string label;
    std::string bytes;
    std::string text;
  };
  const std::vector<Row> rows{
      {"iso-8859-1", "caf\xE9", "caf\xC3\xA9"},
      {"windows-1252", "5 \x80 \x96 \x93\xE9\x94",
       "5 \xE2\x82\xAC \xE2\x80\x93 \xE2\x80\x9C\xC3\xA9\xE2\x80\x9D"},
      {"ISO-8859-15", "5 \xA4", "5 \xE2\x82\xAC"},
      {"iso-8859-2", "za\xBF\xF3\xB3\xE6", "za\xC5\xBC\xC3\xB3\xC5\x82\xC4\x87"},
      {"windows-1250", "p\xF8\xEDli\x9A", "p\xC5\x99\xC3\xADli\xC5\xA1"},
      {"windows-1251", "\xEF\xF0\xE8\xE2\xE5\xF2",
       "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82"},
      {"koi8-r", "\xD0\xD2\xC9\xD7\xC5\xD4", "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82"},
      {"KOI8-U", "\xA7\xD6\xC1\xCB", "\xD1\x97\xD0\xB6\xD0\xB0\xD0\xBA"},
      {"iso-8859-7", "\xEA\xE1\xEB\xE7\xEC\xDD\xF1\xE1",
       "\xCE\xBA\xCE\xB1\xCE\xBB\xCE\xB7\xCE\xBC\xCE\xAD\xCF\x81\xCE\xB1"},
      {"iso-8859-9",
       "\xFD\xF0"
       "d\xFDr",
       "\xC4\xB1\xC4\x9F"
       "d\xC4\xB1r"},
      {"windows-1255", "\xF9\xEC\xE5\xED", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"},
      {"iso-8859-8-i", "\xF9\xEC\xE5\xED", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"},
      {"windows-1256", "\xE3\xD1\xCD\xC8\xC7", "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7"},
      {"macintosh", "caf\x8E", "caf\xC3\xA9"},
      {"ibm850", "caf\x82", "caf\xC3\xA9"},
      {"tis-620", "\xCA\xC7\xD1\xCA\xB4\xD5",
       "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1\xE0\xB8\xAA\xE0\xB8\x94\xE0\xB8\xB5"},
      {"utf-7", "Gr+APwA3w-e 5 +IKw-",
       "Gr\xC3\xBC\xC3\x9F"
       "e 5 \xE2\x82\xAC"},
      {"utf-16",
       std::string("\xFF\xFEG\x00r\x00\xFC\x00\xDF\x00"
                   "e\x00",
                   12),
       "Gr\xC3\xBC\xC3\x9F"
       "e"},
      {"utf-16le",
       std::string("G\x00r\x00\xFC\x00\xDF\x00"
                   "e\x00",
                   10),
       "Gr\xC3\xBC\xC3\x9F"
       "e"},
      {"utf-16be",
       std::string("\x00G\x00r\x00\xFC\x00\xDF\x00"
                   "e\x00 \xD8=\xDE\x00",
                   16),
       "Gr\xC3\xBC\xC3\x9F"
       "e \xF0\x9F\x98\x80"},
      {"utf-32be", std::string("\x00\x00\x00\xE9\x00\x01\xF6\x00", 8), "\xC3\xA9\xF0\x9F\x98\x80"},
      {"iso-2022-jp", "\x1B$BCmJ8$OL@F|\x1B(B",
       "\xE6\xB3\xA8\xE6\x96\x87\xE3\x81\xAF\xE6\x98\x8E\xE6\x97\xA5"},
      {"shift_jis", "\x92\x8D\x95\xB6\x87@", "\xE6\xB3\xA8\xE6\x96\x87\xE2\x91\xA0"},
      {"x-sjis", "\xB1\xB2\x92\x8D\x95\xB6", "\xEF\xBD\xB1\xEF\xBD\xB2\xE6\xB3\xA8\xE6\x96\x87"},
      {"euc-jp", "\xC3\xED\xCA\xB8", "\xE6\xB3\xA8\xE6\x96\x87"},
      {"gb2312", "\xC4\xE3\xBA\xC3", "\xE4\xBD\xA0\xE5\xA5\xBD"},
      {"gbk", "\xE6g\xC4\xE3", "\xE9\x8E\x94\xE4\xBD\xA0"},
      {"gb18030",
       "\xC4\xE3\xBA\xC3\x94"
       "9\xFC"
       "6",
       "\xE4\xBD\xA0\xE5\xA5\xBD\xF0\x9F\x98\x80"},
      {"hz-gb-2312", "~{Dc:C~} ok", "\xE4\xBD\xA0\xE5\xA5\xBD ok"},
      {"big5", "\xB1z\xA6n", "\xE6\x82\xA8\xE5\xA5\xBD"},
      {"euc-kr", "\xBE\xC8\xB3\xE7", "\xEC\x95\x88\xEB\x85\x95"},
      {"ks_c_5601-1987",
       "\x8C"
       "c\xB9\xE6\xB0\xA2\xC7\xCF",
       "\xEB\x98\xA0\xEB\xB0\xA9\xEA\xB0\x81\xED\x95\x98"},
      {"iso-2022-kr", "\x1B$)C\x0E>H3g\x0F", "\xEC\x95\x88\xEB\x85\x95"},
  };
  for (const Row& row : rows) {
    INFO(row.label);
    std::vector<ReadWarning> warnings;
    const MappedText found = decode_labelled(as_read(row.bytes), row.label, "the text", warnings);
    CHECK(found.text == row.text);
    CHECK(warnings.empty());
    REQUIRE(found.map.text_size() == found.text.size());
    // Characters come from ranges that follow each other; nothing is left but
    // what marks the charset itself.
    std::size_t covered = 0;
    for (std::size_t at = 0; at < found.text.size();) {
      const std::size_t size = text::code_point_at(found.text, at).length;
      const Span source = found.map.to_source({at, at + size});
      INFO("byte " << at);
      CHECK_FALSE(source.empty());
      CHECK(source.start >= covered);
      covered = source.end;
      at += size;
    }
    CHECK(covered <= row.bytes.size());
  }
}

TEST_CASE("labels that are wrong, and none") {
  struct Row {
    std::string name;
    std::string label;
    std::string bytes;
    std::string text;
    std::string warning;
  };
  const std::string cafe = "caf\xC3\xA9";
  const std::vector<Row> rows{
      {"none, ASCII", "", "plain", "plain", ""},
      {"none, UTF-8", "", cafe, cafe, ""},
      {"none, Latin-1", "", "caf\xE9 x", cafe + " x",
       "the text names no charset and is not UTF-8; read as windows-1252"},
      {"none, ISO-2022-JP", "us-ascii", "\x1B$BCmJ8\x1B(B", "\xE6\xB3\xA8\xE6\x96\x87", ""},
      {"ASCII that is UTF-8", "US-ASCII", cafe, cafe, ""},
      {"UTF-8 that is Latin-1", "utf-8", "caf\xE9 x", cafe + " x",
       "the text is labelled “utf-8”, which it is not; read as windows-1252"},
      {"UTF-8 that is damaged", "utf-8", cafe + " \xE9 x", cafe + " \xEF\xBF\xBD x",
       "1 sequence of bytes is not valid utf-8; it was read as U+FFFD"},
      {"Latin-1 that is UTF-8", "iso-8859-1", cafe, cafe,
       "the text is labelled “iso-8859-1”, but is UTF-8; read as that"},
      {"UTF-16 that is ASCII", "utf-16", "plain", "plain",
       "the text is labelled “utf-16”, but is ASCII; read as that"},
      {"an unknown one", "x-none", cafe, cafe,
       "the text is labelled “x-none”, an unknown charset; read as UTF-8"},
      {"an unknown one, Latin-1", "x-none", "caf\xE9 x", cafe + " x",
       "the text is labelled “x-none”, an unknown charset; read as windows-1252"},
      {"a name that is quoted", "'utf-8'", cafe, cafe, ""},
      {"damaged Shift JIS", "shift_jis", "\x92\x8D\x80", "\xE6\xB3\xA8\xEF\xBF\xBD",
       "1 sequence of bytes is not valid windows-31j; it was read as U+FFFD"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    std::vector<ReadWarning> warnings;
    const MappedText found = decode_labelled(as_read(row.bytes), row.label, "the text", warnings);
    CHECK(found.text == row.text);
    REQUIRE(warnings.size() == (row.warning.empty() ? 0U : 1U));
    if (!warnings.empty()) CHECK(warnings[0].message == row.warning);
  }
}

}  // namespace replylint
