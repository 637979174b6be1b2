// Every visible byte leads back to the bytes of the file that encode it.

#include <string>
#include <vector>

#include "catch.hpp"
#include "draft/entities.hpp"
#include "draft/transfer_decoding.hpp"
#include "replylint/draft.hpp"

namespace replylint {
namespace {

// What one character's source may be: itself, or an escape of it.
std::vector<std::string> readings(const std::string& source) {
  std::vector<std::string> out{source};
  const auto quoted = decode_transfer(source, TransferEncoding::quoted_printable, 0).bytes.text;
  out.push_back(quoted);
  if (const auto entity = decode_entity(source)) out.push_back(*entity);
  if (source == "\r\n" || source == "\r") out.emplace_back("\n");
  // Latin-1, as it stands or quoted.
  for (const std::string& bytes : {source, quoted}) {
    if (bytes.size() == 1 && static_cast<unsigned char>(bytes[0]) >= 0xA0) {
      const auto value = static_cast<unsigned char>(bytes[0]);
      out.push_back({static_cast<char>(0xC0 | value >> 6), static_cast<char>(0x80 | (value & 63))});
    }
  }
  // A run of white space is one space where HTML folds it.
  if (!source.empty() && source.find_first_not_of(" \n\t") == std::string::npos) {
    out.emplace_back(" ");
  }
  if (source == "<br>") out.emplace_back("\n");
  return out;
}

void check_every_byte(const std::string& source, Format format, const std::string& text) {
  const Draft draft = read_draft(source, format);
  INFO(source);
  REQUIRE(draft.text == text);
  REQUIRE(draft.source_map.text_size() == text.size());
  for (std::size_t k = 0; k < text.size(); ++k) {
    const Span span = draft.source_map.to_source({k, k + 1});
    REQUIRE(span.end <= source.size());
    if (span.empty()) continue;  // made up by the reader
    const std::string slice = source.substr(span.start, span.size());
    bool found = false;
    for (const std::string& reading : readings(slice)) {
      found = found || reading.find(text[k]) != std::string::npos;
    }
    INFO("byte " << k << " '" << text[k] << "' from '" << slice << "'");
    CHECK(found);
  }
}

const std::string cafe = "caf\xC3\xA9";

}  // namespace

TEST_CASE("plain text") {
  check_every_byte("Hi Tom,\n" + cafe + " is open.\n", Format::plain,
                   "Hi Tom,\n" + cafe + " is open.\n");
  check_every_byte("one\r\ntwo\rthree\n", Format::plain, "one\ntwo\nthree\n");
  check_every_byte("\xEF\xBB\xBFmarked", Format::plain, "marked");
}

TEST_CASE("UTF-16 by its mark") {
  const std::string source("\xFF\xFEH\0i\0\xE9\0", 8);
  const Draft draft = read_draft(source, Format::plain);
  CHECK(draft.text == "Hi\xC3\xA9");
  CHECK(draft.source_map.to_source({1, 2}).start == 4);
  CHECK(draft.source_map.to_source({2, 4}).start == 6);
  CHECK(draft.source_map.to_source({2, 4}).end == 8);
}

TEST_CASE("mail in quoted-printable, in two charsets") {
  check_every_byte(
      "From: a@b.c\r\nContent-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\nYour caf=C3=A9 or=\r\nder =3D late.\r\n",
      Format::eml, "Your " + cafe + " order = late.\n");
  check_every_byte(
      "From: a@b.c\nContent-Type: text/plain; charset=iso-8859-1\n"
      "Content-Transfer-Encoding: quoted-printable\n\nYour caf=E9, na\xEFve.\n",
      Format::eml, "Your " + cafe + ", na\xC3\xAFve.\n");
}

TEST_CASE("mail in base64: each byte lies within two characters of its group") {
  const std::string head =
      "From: a@b.c\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: base64\n\n";
  const std::string source = head + "WW91ciBjYWbD\nqSBpcyBsYXRlLg==\n";
  const Draft draft = read_draft(source, Format::eml);
  REQUIRE(draft.text == "Your " + cafe + " is late.");
  for (std::size_t k = 0; k < draft.text.size(); ++k) {
    const Span span = draft.source_map.to_source({k, k + 1});
    const std::string slice = source.substr(span.start, span.size());
    REQUIRE(slice.size() == 2);
    // The text divides into groups of three from its beginning.
    const std::string group = std::string(k % 3, 'A') + slice + std::string(2 - k % 3, 'A');
    CHECK(decode_transfer(group, TransferEncoding::base64, 0).bytes.text.at(k % 3) ==
          draft.text[k]);
  }
}

TEST_CASE("mail in HTML") {
  check_every_byte(
      "From: a@b.c\nContent-Type: text/html; charset=utf-8\n\n"
      "<p>Hi &amp; <b>welcome</b>,\n  Tom.</p>caf&eacute;<br>&#8364;5 &unknown; a < b",
      Format::eml,
      "Hi & welcome, Tom.\n\n" + cafe +
          "\n\xE2\x82\xAC"
          "5 &unknown; a < b");
}

TEST_CASE("Markdown") {
  check_every_byte(
      "# Title\n\nHi *Tom*,\nyour caf&eacute; \\* `x y`.\n\n- one\n- [two](http://a.b)\n",
      Format::markdown, "Title\n\nHi Tom,\nyour " + cafe + " * x y.\n\n- one\n- two");
}

}  // namespace replylint
