#include "draft/rfc2047.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "draft/subject_line.hpp"

namespace replylint {

TEST_CASE("header fields are unfolded, their encoded words decoded") {
  struct Row {
    std::string field;
    std::string text;
  };
  const std::string cafe = "caf\xC3\xA9";
  const std::vector<Row> rows{
      {"Your refund", "Your refund"},
      {" Your\r\n refund\r\n\t is here ", "Your refund is here"},
      {"=?utf-8?Q?Your_caf=C3=A9?=", "Your " + cafe},
      {"=?UTF-8?B?R3LDvMOfZQ==?= from us",
       "Gr\xC3\xBC\xC3\x9F"
       "e from us"},
      {"Re: =?iso-8859-1?q?caf=E9?=", "Re: " + cafe},
      {"=?utf-8?q?a_?= =?utf-8?q?b?=", "a b"},
      {"=?utf-8?q?caf=C3?=\r\n =?utf-8?q?=A9?=", cafe},
      {"=?utf-8?b?Y2Fmww==?= =?utf-8?b?qQ==?=", cafe},
      {"=?utf-8?q?a?= and =?utf-8?q?b?=", "a and b"},
      {"=?utf-8*en?q?a?=", "a"},
      {"=?utf-8?q?a=0Ab?=", "a b"},
      {"=?utf-8?q?100=25_=3D_all=?=", "100% = all="},
      {"=?utf-8?x?a?=", "=?utf-8?x?a?="},
      {"=?utf-8?q?never closed", "=?utf-8?q?never closed"},
      {"2 =? 3", "2 =? 3"},
      {"raw " + cafe, "raw " + cafe},
      {"", ""},
      {" \r\n ", ""},
  };
  for (const Row& row : rows) {
    INFO(row.field);
    std::vector<ReadWarning> warnings;
    const std::string file = "Subject:" + row.field;
    const MappedText found = decode_field(row.field, 8, "the subject", warnings);
    CHECK(found.text == row.text);
    CHECK(warnings.empty());
    REQUIRE(found.map.text_size() == found.text.size());
    for (std::size_t at = 0; at < found.text.size(); ++at) {
      const Span source = found.map.to_source({at, at + 1});
      REQUIRE_FALSE(source.empty());
      REQUIRE(source.end <= file.size());
      // What stands there is the character, or an escape of it.
      const std::string slice = file.substr(source.start, source.size());
      if (source.size() == 1) {
        CHECK((slice[0] == found.text[at] || (slice[0] == '_' && found.text[at] == ' ')));
      }
    }
  }
}

TEST_CASE("bytes beyond ASCII in a header that nothing explains") {
  std::vector<ReadWarning> warnings;
  CHECK(decode_field("caf\xE9", 8, "the subject", warnings).text == "caf\xC3\xA9");
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].message ==
        "the subject names no charset and is not UTF-8; read as windows-1252");
  CHECK(warnings[0].source == 11);
}

TEST_CASE("subjects of a thread are not the author's own") {
  for (const std::string subject :
       {"Re: lamp", "RE:lamp", "Fwd: lamp", "AW: Lampe", "Antw.: lamp", "SV: lampe",
        "[Shop] Re: lamp", "[#12] [Shop] AW: lamp", "Re[2]: lamp", "Re (3): lamp", "TR : lampe",
        "\xE5\x9B\x9E\xE5\xA4\x8D\xEF\xBC\x9Alamp"}) {
    INFO(subject);
    CHECK(is_subject_of_thread(subject));
  }
  for (const std::string subject : {"Your lamp", "Reminder: your lamp", "[Shop] Your lamp: news",
                                    "", "Lamp", "Order 12: shipped", "[Re: lamp"}) {
    INFO(subject);
    CHECK_FALSE(is_subject_of_thread(subject));
  }
}

}  // namespace replylint
