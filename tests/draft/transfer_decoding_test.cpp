#include "draft/transfer_decoding.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"

namespace replylint {
namespace {

std::string encode_base64(const std::string& bytes) {
  static constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = bits << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      out += i + k > bytes.size() ? '=' : letters[bits >> (18 - 6 * k) & 63];
    }
  }
  return out;
}

}  // namespace

TEST_CASE("quoted-printable") {
  struct Row {
    std::string body;
    std::string bytes;
    bool damaged;
  };
  const std::vector<Row> rows{
      {"plain", "plain", false},
      {"caf=C3=A9", "caf\xC3\xA9", false},
      {"lower=c3=a9", "lower\xC3\xA9", false},
      {"one=\nline", "oneline", false},
      {"one=\r\nline\r\n", "oneline\r\n", false},
      {"padded=  \nline", "paddedline", false},
      {"trailing space \t\nnext", "trailing space\nnext", false},
      {"kept=20\nnext", "kept \nnext", false},
      {"1 = 2", "1 = 2", true},
      {"end=", "end", false},
      {"cut=4", "cut=4", true},
      {"=3D=3D", "==", false},
      {"", "", false},
  };
  for (const Row& row : rows) {
    INFO(row.body);
    const TransferDecoded found = decode_transfer(row.body, TransferEncoding::quoted_printable, 0);
    CHECK(found.bytes.text == row.bytes);
    CHECK(found.damage.has_value() == row.damaged);
    CHECK(found.bytes.map.text_size() == row.bytes.size());
  }
  const auto damaged = decode_transfer("a\n1 = 2", TransferEncoding::quoted_printable, 50);
  CHECK(damaged.damage == 54);
}

TEST_CASE("base64") {
  struct Row {
    std::string body;
    std::string bytes;
    bool damaged;
  };
  const std::vector<Row> rows{
      {"SGkgVG9t", "Hi Tom", false},
      {"SGkgVG9tLg==", "Hi Tom.", false},
      {"SGkg\nVG9t\n", "Hi Tom", false},
      {"SG\r\nkgVG\r\n9t", "Hi Tom", false},
      {"SGkgVG9tLi4=", "Hi Tom..", false},
      {"SGkgVG9tLg", "Hi Tom.", true},
      {"SGkg!VG9t", "Hi Tom", true},
      {"SGkgV", "Hi ", true},
      {"SGkgLg==SGkg", "Hi .Hi ", false},
      {"", "", false},
      {"SGkgVG9t\n\nsent by: us\n", "Hi Tomsent by: us\n", true},
      {"SGkgLg==\n-- \nus", "Hi .-- \nus", true},
  };
  for (const Row& row : rows) {
    INFO(row.body);
    const TransferDecoded found = decode_transfer(row.body, TransferEncoding::base64, 0);
    CHECK(found.bytes.text == row.bytes);
    CHECK(found.damage.has_value() == row.damaged);
    CHECK(found.bytes.map.text_size() == row.bytes.size());
  }
}

TEST_CASE("uuencode") {
  struct Row {
    std::string body;
    std::string bytes;
  };
  const std::vector<Row> rows{
      {"begin 644 a\n#0V%T\n`\nend\n", "Cat"},
      {"begin 644 a\r\n$0V%T<P``\r\n`\r\nend\r\n", "Cats"},
      {"begin 644 a\n$0V%T<P\n \nend\n", "Cats"},
      {"before\nbegin 644 a\n#0V%T\n`\nend\nbehind\n", "before\nCatbehind\n"},
      {"begin 644 a\n#0V%T\n", "Cat"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.body);
    const TransferDecoded found = decode_transfer(row.body, TransferEncoding::uuencode, 0);
    CHECK(found.bytes.text == row.bytes);
    REQUIRE(found.bytes.map.text_size() == row.bytes.size());
    CHECK(found.bytes.map.to_source({0, row.bytes.size()}).end <= row.body.size());
  }
  const TransferDecoded cat = decode_transfer(rows[0].body, TransferEncoding::uuencode, 0);
  CHECK(cat.bytes.map.to_source({1, 2}) == Span{14, 16});
}

TEST_CASE("every byte of base64 comes from the characters that hold its bits") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::string bytes(random() % 120, ' ');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    std::string body = encode_base64(bytes);
    const std::size_t width = 1 + random() % 20;
    for (std::size_t at = width; at < body.size(); at += width + 1) body.insert(at, 1, '\n');
    const TransferDecoded found = decode_transfer(body, TransferEncoding::base64, 0);
    REQUIRE(found.bytes.text == bytes);
    for (std::size_t k = 0; k < bytes.size(); ++k) {
      const Span source = found.bytes.map.to_source({k, k + 1});
      std::string slice = body.substr(source.start, source.size());
      slice.erase(std::remove(slice.begin(), slice.end(), '\n'), slice.end());
      REQUIRE(slice.size() == 2);
      // The two characters at their place in a group of four give the byte.
      const std::string group = std::string(k % 3, 'A') + slice + std::string(2 - k % 3, 'A');
      const auto decoded = decode_transfer(group, TransferEncoding::base64, 0).bytes.text;
      CHECK(decoded.at(k % 3) == bytes[k]);
    }
  }
}

TEST_CASE("names of transfer encodings are read leniently") {
  CHECK(transfer_encoding_from("") == TransferEncoding::identity);
  CHECK(transfer_encoding_from("7bit") == TransferEncoding::identity);
  CHECK(transfer_encoding_from("7-bit") == TransferEncoding::identity);
  CHECK(transfer_encoding_from("8bits") == TransferEncoding::identity);
  CHECK(transfer_encoding_from("8BIT;") == TransferEncoding::identity);
  CHECK(transfer_encoding_from("Quoted-Printable") == TransferEncoding::quoted_printable);
  CHECK(transfer_encoding_from("BASE64") == TransferEncoding::base64);
  CHECK(transfer_encoding_from("x-uuencode") == TransferEncoding::uuencode);
}

}  // namespace replylint
