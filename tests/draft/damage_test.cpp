// Broken input is read as far as it goes, with one warning that says where.

#include <random>
#include <string>

#include "catch.hpp"
#include "replylint/draft.hpp"
#include "text/utf8.hpp"

using namespace std::string_literals;

namespace replylint {

TEST_CASE("damage is told once, with its place") {
  struct Row {
    std::string name;
    std::string source;
    Format format;
    std::string text;
    std::size_t at;
    std::string message;
  };
  const std::string mixed = "Content-Type: multipart/mixed; boundary=b\n\n";
  const std::vector<Row> rows{
      {"ill-formed UTF-8", "ab\xFFz\xFE", Format::plain, "ab\xEF\xBF\xBDz\xEF\xBF\xBD", 2,
       "2 sequences of bytes are not valid UTF-8; each was read as U+FFFD"},
      {"no final boundary", mixed + "--b\n\ntext", Format::eml, "text", mixed.size() + 9,
       "the final boundary of a multipart is missing"},
      {"no boundary at all", mixed + "text", Format::eml, "text", mixed.size(),
       "the boundary of a multipart is never found; read as plain text"},
      {"no boundary named", "Content-Type: multipart/mixed\n\ntext", Format::eml, "text", 30,
       "a multipart without a boundary; read as plain text"},
      {"no empty line", "Subject: a\nHello there\nfriend", Format::eml, "a\n\nHello there\nfriend",
       11, "the header does not end with an empty line"},
      {"a broken field", "Subject: a\nbroken line\nTo: b\n\ntext", Format::eml, "a\n\ntext", 11,
       "a line of the header is no field; it was passed over"},
      {"no body", "Subject: a\nTo: b", Format::eml, "a\n\n", 16,
       "the message ends within its header"},
      {"unknown charset", "Content-Type: text/plain; charset=x-none\n\ntext", Format::eml, "text",
       42, "the text is labelled “x-none”, an unknown charset; read as UTF-8"},
      {"unknown encoding", "Content-Transfer-Encoding: rot13\n\ntext", Format::eml, "text", 34,
       "unknown transfer encoding “rot13”; read as it stands"},
      {"bad base64", "Content-Transfer-Encoding: base64\n\nSG!kg", Format::eml, "Hi ", 37,
       "ill-formed base64; what is no base64 was passed over"},
      {"two faults", "Content-Transfer-Encoding: base64\n\nSG!n/", Format::eml, "Hi\xC3\xBF", 37,
       "ill-formed base64; what is no base64 was passed over (and 1 more)"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Draft draft = read_draft(row.source, row.format);
    CHECK(draft.text == row.text);
    REQUIRE(draft.warnings.size() == 1);
    CHECK(draft.warnings[0].message == row.message);
    CHECK(draft.warnings[0].source == row.at);
  }
}

TEST_CASE("nesting is bounded and said") {
  std::string source = "From: a@b.c\nContent-Type: multipart/mixed; boundary=b0\n\n";
  for (int i = 0; i < 10000; ++i) {
    source += "--b" + std::to_string(i) + "\nContent-Type: multipart/mixed; boundary=b" +
              std::to_string(i + 1) + "\n\n";
  }
  const Draft draft = read_draft(source + "--b10000\n\ndeep", Format::eml);
  REQUIRE(draft.warnings.size() == 1);
  CHECK(draft.warnings[0].message.find("nested more than 50 deep") != std::string::npos);
  const std::string deep(20000, '>');
  CHECK(read_draft(deep + " text", Format::plain).text.size() == deep.size() + 5);
  CHECK(read_draft(deep + " text", Format::markdown).text == "text");
}

TEST_CASE("whatever the bytes, a draft is well-formed") {
  const std::vector<std::string> seeds{
      "From: a@b.c\nSubject: =?utf-8?q?x?=\nContent-Type: multipart/mixed; boundary=b\n\n"
      "--b\nContent-Transfer-Encoding: quoted-printable\n\nHi Tom,\n\ncaf=C3=A9 =\nok\n-- \nAnn\n"
      "--b\nContent-Type: text/html\n\n<p>Hi&nbsp;<b>x</b><blockquote>q<br></blockquote>\n--b--\n",
      "Hi Tom,\r\n\r\nsee https://a.b/c?d=(e) and `code`, {{name}} [Name] XX/XX.\r\n\r\n"
      "Best,\r\nAnn\r\nwww.example.com\r\n\r\nOn 3 May 2021 at 10:00, Tom <t@x.y> wrote:\r\n> "
      "hi\r\n"
      "-----Original Message-----\r\nFrom: a\r\nTo: b\r\nSubject: c\r\n",
      "# T\n\n> q\n> > r\n\n- a\n  1. b\n\n```\ncode\n```\n\n<!-- c -->\n<div>x</div>\n\n| a | b "
      "|\n"
      "|---|---|\n| c | d |\n\n![i](j) &amp; `k` \\*\n",
  };
  std::mt19937 random(3);
  const std::string extra = "\n\r>-=<&`{[%#^*_ \xC3\xFF\t\"'/@:.AaX0";
  for (int round = 0; round < 3000; ++round) {
    std::string source = seeds[random() % seeds.size()];
    for (std::size_t n = random() % 12; n > 0 && !source.empty(); --n) {
      const std::size_t at = random() % source.size();
      switch (random() % 3) {
        case 0:
          source[at] = extra[random() % extra.size()];
          break;
        case 1:
          source.insert(at, 1 + random() % 3, extra[random() % extra.size()]);
          break;
        default:
          source.erase(at, 1 + random() % 5);
          break;
      }
    }
    const auto format = static_cast<Format>(random() % format_names.size());
    const Draft draft = read_draft(source, format);
    INFO(source);
    REQUIRE(text::is_valid_utf8(draft.text));
    REQUIRE(draft.source_map.text_size() == draft.text.size());
    REQUIRE(draft.source_map.to_source({0, draft.text.size()}).end <= source.size());
    REQUIRE(draft.warnings.size() <= 1);
    // Blocks cover the text; what lies inside one comes before the next.
    std::size_t covered = 0;
    std::size_t inner = 0;
    Span block;
    for (const Zone& zone : draft.zones) {
      REQUIRE_FALSE(zone.span.empty());
      if (zone.span.start == covered) {
        block = zone.span;
        covered = zone.span.end;
        inner = zone.span.start;
      } else {
        REQUIRE(block.contains(zone.span));
        REQUIRE(zone.span.start >= inner);
        inner = zone.span.end;
      }
    }
    REQUIRE(covered == draft.text.size());
  }
}

TEST_CASE("the format is told by the name, else by the shape") {
  CHECK(guess_format("a/b.eml", "") == Format::eml);
  CHECK(guess_format("B.EML", "x") == Format::eml);
  CHECK(guess_format("reply.md", "From: a\nTo: b\nDate: c\n\n") == Format::markdown);
  CHECK(guess_format("reply.markdown", "") == Format::markdown);
  CHECK(guess_format("-", "From: a@b.c\nTo: d@e.f\nSubject: g\n\nHi") == Format::eml);
  CHECK(guess_format("x.txt", "From x\nReceived: a\n by b\nTo: d\nSubject: g\n\nHi") ==
        Format::eml);
  CHECK(guess_format("x.txt", "Note: a\nTo: b\nCc: c\n\nHi") == Format::plain);
  CHECK(guess_format("x.txt", "Hi Tom,\nFrom: a\nTo: b\nDate: c") == Format::plain);
  CHECK(guess_format("", "") == Format::plain);
}

TEST_CASE("binary is no text, UTF-16 is") {
  CHECK(looks_binary(std::string("PK\0\1", 4)));
  CHECK_FALSE(looks_binary(std::string("\xFF\xFEH\0", 4)));
  CHECK_FALSE(looks_binary("plain"));
  CHECK_FALSE(looks_binary(""));
}

}  // namespace replylint
