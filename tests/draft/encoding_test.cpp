// A replacement is written as its place in the file asks for.
#include "draft/encoding.hpp"

#include "catch.hpp"

namespace replylint {
namespace {

using Kind = EncodingLayer::Kind;

const EncodingLayer html{Kind::html};
const EncodingLayer json{Kind::json_string};
const EncodingLayer csv{Kind::csv_quoted};

std::string written(std::string_view text, const Encoding& encoding) {
  return encode(text, encoding).value_or("(nothing)");
}

}  // namespace

TEST_CASE("a text without layers stands as it is") {
  CHECK(written("a <b> \"c\"\n", {}) == "a <b> \"c\"\n");
}

TEST_CASE("each layer has its escapes") {
  CHECK(written("a <b> & c", {html}) == "a &lt;b> &amp; c");
  CHECK(written("\"a\\b\"\n\t\x01 caf\u00e9", {json}) == R"(\"a\\b\"\n\t\u0001 caf)"
                                                         "\u00e9");
  CHECK(written("it's", {{Kind::yaml_single}}) == "it''s");
  CHECK(written("say \"yes\"", {{Kind::yaml_double}}) == R"(say \"yes\")");
  CHECK(written("one\ntwo", {{Kind::yaml_literal, 4}}) == "one\n    two");
  CHECK(written("say \"yes\"", {csv}) == "say \"\"yes\"\"");
}

TEST_CASE("layers go from the innermost outward") {
  CHECK(written("\"a\" & b", {html, json, csv}) == R"(\""a\"" &amp; b)");
}

TEST_CASE("what a place cannot hold is not written there") {
  const EncodingLayer plain{Kind::yaml_plain};
  CHECK(written("don't", {plain}) == "don't");
  CHECK_FALSE(encode("note: this", {plain}));
  CHECK_FALSE(encode("ticket #7", {plain}));
  CHECK_FALSE(encode("'quoted'", {plain}));
  CHECK_FALSE(encode("one\ntwo", {plain}));
  CHECK_FALSE(encode("one\ntwo", {{Kind::yaml_single}}));
  CHECK_FALSE(encode("one\ntwo", {{Kind::yaml_folded, 2}}));
  CHECK_FALSE(encode("a\x01", {{Kind::yaml_literal, 2}}));
  CHECK_FALSE(encode("one, two", {{Kind::csv_plain, 0, ','}}));
  CHECK(written("one, two", {{Kind::csv_plain, 0, ';'}}) == "one, two");
  CHECK_FALSE(encode("one; two", {html, {Kind::csv_plain, 0, ';'}}));
}

}  // namespace replylint
