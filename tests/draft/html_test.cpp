// What is visible of HTML, and where it stands in the source.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "draft/entities.hpp"
#include "draft/html_tokens.hpp"
#include "replylint/draft.hpp"
#include "text/utf8.hpp"

namespace replylint {
namespace {

Draft read(const std::string& html) { return read_draft(html, Format::html); }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::filesystem::path> documents() {
  std::vector<std::filesystem::path> found;
  const auto folder =
      std::filesystem::path(REPLYLINT_SOURCE_DIR) / "tests/draft/html_oracle/documents";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".html") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

// What a slice of a source in UTF-8 stands for, when it is no plain text.
std::string decoded(const std::string& slice) {
  if (const auto reference = character_reference(slice);
      reference && reference->size == slice.size()) {
    const bool space = reference->text.find_first_not_of(" \t\n\r\f") == std::string::npos;
    return space ? " \t\n" : reference->text;
  }
  if (slice.find_first_not_of(" \t\n\r\f") == std::string::npos) return " \n";
  HtmlTokens tokens(slice);
  if (tokens.next() && tokens.token().span.size() == slice.size()) {
    if (tokens.token().name == "br") return "\n";
    if (tokens.token().name == "img") {
      return attribute_text(tokens.token().attribute("alt").value_or(""));
    }
  }
  // Of a run of white space, the first may be a reference: "&#32; ".
  return "";
}

void check_every_byte(const std::string& source) {
  const Draft draft = read(source);
  REQUIRE(draft.source_map.text_size() == draft.text.size());
  for (std::size_t k = 0; k < draft.text.size(); ++k) {
    const Span span = draft.source_map.to_source({k, k + 1});
    REQUIRE(span.end <= source.size());
    if (span.empty()) {
      // Made up by the reader: between blocks, cells, before an item.
      const bool made_up =
          std::string("\n\t- .0123456789").find(draft.text[k]) != std::string::npos;
      INFO("byte " << k << " '" << draft.text[k] << "' has no source");
      CHECK(made_up);
      continue;
    }
    const std::string slice = source.substr(span.start, span.size());
    if (slice == draft.text.substr(k, 1)) continue;
    INFO("byte " << k << " '" << draft.text[k] << "' from '" << slice << "'");
    CHECK(decoded(slice).find(draft.text[k]) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("the visible text of HTML") {
  struct Row {
    std::string html;
    std::string text;
  };
  const std::vector<Row> rows{
      {"", ""},
      {"plain", "plain"},
      {" <p> one </p> <p>two</p> ", "one\n\ntwo"},
      {"<div>a</div><div><br></div><div>b<br></div>c", "a\n\nb\nc"},
      {"a<br style='display:none'>b", "ab"},
      {"<b>a </b> <i> b</i>", "a b"},
      {"a&nbsp; b", "a\xC2\xA0 b"},
      {"a&#32;&#10; b", "a b"},
      {"<table><tr><th>a<th>b<tr><td>c<td>d</table>e", "a\tb\nc\td\n\ne"},
      {"<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "a\n\nb"},
      {"<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n\n- b\n\n- c"},
      {"<ol start=3><li>a<li><li value=9>b<li>c</ol>", "3. a\n9. b\n10. c"},
      {"<ul style='list-style:none'><li>a<li>b</ul>", "a\nb"},
      {"<pre>\n a\n  b\n</pre>c", " a\n  b\n\nc"},
      {"<p style='white-space:pre-line'>a  b\n c</p>", "a b\nc"},
      {"<p hidden>a</p><p style='visibility:hidden'>b<b style='visibility:visible'>c</b></p>", "c"},
      {"<td style='font-size:0'>a</td><p style='font-size:0'>b<b style='font-size:9px'>c</b></p>",
       "a\n\nc"},
      {"<style>.x{display:none}</style><p class=x>a</p>b", "b"},
      {"<p style='display:none'>a<div>b</div>", "b"},
      {"<p title='>'>a</p>", "a"},
      {"Hi <Name>, <b>x</b> <<b>y</b>", "Hi <Name>, x <y"},
      {"your <link> and <link rel=x>", "your <link> and"},
      {"<o:p>a</o:p> <my-part>b</my-part>", "a b"},
      {"<title>a</title><textarea>b</textarea>c<script>d</SCRIPT >e", "ce"},
      {"<svg><title/><style/><path/></svg>a", "a"},
      {"x<img alt='😀'>y<img alt='logo'>z", "x😀yz"},
      {"if a<b then", "if a<b then"},
      {"</p>a</br>b", "a\nb"},
  };
  for (const Row& row : rows) {
    INFO(row.html);
    CHECK(read(row.html).text == row.text);
  }
}

TEST_CASE("every visible byte leads back to what encodes it") {
  for (const auto& document : documents()) {
    INFO(document.filename().string());
    const std::string source = read_file(document);
    // The charsets of the others are none that `decoded` knows.
    if (text::is_valid_utf8(source)) check_every_byte(source);
  }
}

TEST_CASE("so it does however the HTML is damaged") {
  std::vector<std::string> sources;
  for (const auto& document : documents()) {
    std::string source = read_file(document);
    if (text::is_valid_utf8(source) && source.find("\r") == std::string::npos) {
      sources.push_back(std::move(source));
    }
  }
  std::mt19937 random(5);
  const std::string extra = "<>/\"'&;!-= \npb#1";
  for (int round = 0; round < 1500; ++round) {
    std::string source = sources[random() % sources.size()];
    for (std::size_t n = random() % 10; n > 0 && !source.empty(); --n) {
      const std::size_t at = random() % source.size();
      if (random() % 2 == 0) {
        source.insert(at, 1, extra[random() % extra.size()]);
      } else {
        source.erase(at, 1 + random() % 4);
      }
    }
    if (!text::is_valid_utf8(source)) continue;
    INFO(source);
    check_every_byte(source);
  }
}

TEST_CASE("other charsets are those that the file declares") {
  const Draft draft = read("<meta charset=windows-1252><p>It\x92s caf\xE9, &#146;");
  CHECK(draft.text == "It’s café, ’");
  CHECK(draft.source_map.to_source({2, 5}).start == 32);
  CHECK(draft.source_map.to_source({2, 5}).size() == 1);
  CHECK(draft.warnings.empty());
  CHECK(read("<meta http-equiv=content-type content='text/html; charset=x-none'>é").text == "é");
  CHECK(read("<meta charset=x-none>caf\xE9").warnings.size() == 1);
  const std::string utf16("\xFF\xFE<\0b\0>\0\xE9\0", 10);
  CHECK(read(utf16).text == "é");
  CHECK(read("<p>a\xFF").warnings.size() == 1);
}

TEST_CASE("what never ends is said") {
  const auto warning = [](const std::string& html) {
    const Draft draft = read(html);
    return draft.warnings.empty() ? "" : std::to_string(draft.warnings[0].source);
  };
  CHECK(warning("<p>a<!-- b</p>") == "4");
  CHECK(warning("<p>a<script>b</p>") == "4");
  CHECK(warning("<p>a</p><p title=\"b>c</p>") == "8");
  CHECK(warning("<p>a<b>c").empty());
  CHECK(read("<p>a</p><p title=\"b>c</p>").text == "a\n\nc");
}

TEST_CASE("hostile nesting is bounded") {
  const auto times = [](const std::string& part, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += part;
    return all;
  };
  const Draft deep = read(times("<div>", 10000) + "deep" + times("</div>", 10000) + "<p>top</p>");
  CHECK(deep.text == "deep\n\ntop");
  REQUIRE(deep.warnings.size() == 1);
  CHECK(deep.warnings[0].message.find("nested more than 512 deep") != std::string::npos);
  // Quotations end where they ought to, beyond what is told apart.
  const Draft quoted =
      read(times("<blockquote>", 10000) + "deep" + times("</blockquote>", 10000) + "<p>top</p>");
  CHECK(quoted.text == "deep\n\ntop");
  CHECK(quoted.zones.back().kind == ZoneKind::body);
  for (const std::string part :
       {"<", "<a ", "<a b=\"", "<!--", "</", "&", "&#", "<td>", "<table>", "<ul><li>", "<b>",
        "</b>", "<style>a{", "<svg>", "<div class=gmail_quote>x", "<p><table><td><b>", "<code>x",
        "<a href=x>y"}) {
    INFO(part);
    const Draft draft = read(times(part, 100000));
    CHECK(draft.source_map.text_size() == draft.text.size());
  }
}

TEST_CASE("HTML is told by name and by shape") {
  CHECK(guess_format("reply.html", "Hi") == Format::html);
  CHECK(guess_format("a/Reply.HTM", "") == Format::html);
  CHECK(guess_format("-", "<!DOCTYPE html>\n<html>") == Format::html);
  CHECK(guess_format("x.txt", "\n <p class=\"a\">Hi</p>") == Format::html);
  CHECK(guess_format("-", "<div>Hi</div>") == Format::html);
  CHECK(guess_format("-", "Hi Tom,<br><br>it ships today.<br>Ann") == Format::html);
  CHECK(guess_format("x.md", "<p>Hi</p>") == Format::markdown);
  CHECK(guess_format("-", "<Name>,\n\nyour order") == Format::plain);
  CHECK(guess_format("-", "<address> is where it goes") == Format::plain);
  CHECK(guess_format("-", "Use <br> at the end of a line.") == Format::plain);
  CHECK(guess_format("-", "Put `<p>` and `</p>`, `<br>` around it") == Format::plain);
  CHECK(guess_format("-", "Hi Tom,\n\nput </p> or <br> or </div> there.") == Format::plain);
  CHECK(guess_format("-", "a < b") == Format::plain);
}

}  // namespace replylint
