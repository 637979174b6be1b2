// Wishes in comments, and where they stand.
#include <string>

#include "catch.hpp"
#include "replylint/draft.hpp"

namespace replylint {
namespace {

std::string show(const std::string& source, Format format) {
  std::string all;
  const Draft draft = read_draft(source, format);
  for (const Suppression& wish : draft.suppressions) {
    all += wish.rule + "|" + wish.reason + "@" + std::to_string(wish.source) + ";";
  }
  for (const ReadWarning& warning : draft.warnings) {
    all += "!" + std::to_string(warning.source) + ";";
  }
  return all;
}

}  // namespace

TEST_CASE("comments of Markdown") {
  CHECK(show("Hi.\n\n<!-- replylint: ignore blame -- ours -->\n\nBye.", Format::markdown) ==
        "blame|ours@10;");
  CHECK(show("[//]: # (replylint: ignore blame/should-have -- ours)\n\nHi.", Format::markdown) ==
        "blame/should-have|ours@9;");
  CHECK(show("[comment]: <> (replylint: ignore a, b -- both)\n\nHi.", Format::markdown) ==
        "a|both@15;b|both@15;");
}

TEST_CASE("what is shown is no comment") {
  // Two dashes end a comment within a paragraph before it has begun.
  CHECK(show("Hi <!-- replylint: ignore blame -- ours --> you.", Format::markdown) == "!8;");
  CHECK(show("```\n<!-- replylint: ignore blame -- ours -->\n```", Format::markdown).empty());
  CHECK(show("Write `replylint: ignore blame -- ours`.", Format::markdown).empty());
  CHECK(show("<!-- replylint: ignore blame -- ours -->", Format::plain).empty());
}

TEST_CASE("comments of Liquid, in any format") {
  const std::string text = "{% comment %}replylint: ignore blame -- ours{% endcomment %}Hi.";
  CHECK(show(text, Format::plain) == "blame|ours@13;");
  CHECK(show(text, Format::markdown) == "blame|ours@13;");
  CHECK(show("{%- comment -%} replylint: ignore blame -- ours {%- endcomment -%}", Format::plain) ==
        "blame|ours@16;");
}

TEST_CASE("comments of an HTML mail, through its encoding") {
  CHECK(show("From: a@b.c\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable"
             "\n\n<p>Hi.</p><!-- replylint: ign=\nore blame -- ours -->",
             Format::eml) == "blame|ours@96;");
}

TEST_CASE("a wish without a reason, and other words, are refused") {
  CHECK(show("<!-- replylint: ignore blame -->\n\nHi.", Format::markdown) == "!5;");
  CHECK(show("<!-- replylint: ignore blame -- -->\n\nHi.", Format::markdown) == "!5;");
  CHECK(show("<!-- replylint: off -->\n\nHi.", Format::markdown) == "!5;");
  CHECK(show("<!-- see replylint: a tool -->\n\nHi.", Format::markdown).empty());
}

TEST_CASE("front matter is no text, and keeps its place") {
  const std::string source = "---\r\nchannel: chat\r\n---\r\nHi Tom.\r\n";
  const Draft draft = read_draft(source, Format::markdown);
  CHECK(draft.text == "Hi Tom.");
  REQUIRE(draft.front_matter);
  CHECK(source.substr(draft.front_matter->start, draft.front_matter->size()) ==
        "channel: chat\r\n");
  CHECK(draft.source_map.to_source({0, 2}) == Span{25, 27});
  CHECK_FALSE(read_draft("---\nno end", Format::markdown).front_matter);
  CHECK_FALSE(read_draft("Hi.\n\n---\na: b\n---\n", Format::markdown).front_matter);
  CHECK_FALSE(read_draft("---\na: b\n---\n", Format::plain).front_matter);
}

}  // namespace replylint
