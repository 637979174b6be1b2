#include "report/excerpt.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "report/width.hpp"
#include "text/utf8.hpp"

namespace replylint::report {
namespace {

struct Row {
  std::string text;
  std::string words;
  std::string line;
  std::string marks;
};

TEST_CASE("the line and the marks under the words") {
  const std::vector<Row> rows{
      {"You should know.", "should", "You should know.", "    ^^^^^^"},
      {"One.\nTwo three.\nFour.", "three", "Two three.", "    ^^^^^"},
      {"One.\r\nTwo.\r\n", "Two", "Two.", "^^^"},
      {"\tTab you", "you", " Tab you", "     ^^^"},
      {"日本 you", "you", "日本 you", "     ^^^"},
      {"🙂 no", "🙂", "🙂 no", "^^"},
      // Words over two lines: the first of them.
      {"Why did\nyou go?", "did\nyou", "Why did", "    ^^^"},
      {"\x1b[1m you", "you", "\\x1b[1m you", "        ^^^"},
      // Cut on the right, on the left, on both sides.
      {"abcdefghij klmnopqrst uvwxyz end", "abc", "abcdefghij klmnopqr…", "^^^"},
      {"abcdefghij klmnopqrst uvwxyz end", "end", "…mnopqrst uvwxyz end", "                 ^^^"},
      {"abcdefghij klmnopqrst uvwxyz end", "nop", "…ghij klmnopqrst uv…", "         ^^^"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const std::size_t at = row.text.find(row.words);
    const Excerpt found = excerpt(row.text, {at, at + row.words.size()}, 20);
    CHECK(found.line == row.line);
    CHECK(found.marks == row.marks);
  }
}

TEST_CASE("something missing gets one mark, also at the end of the text") {
  CHECK(excerpt("Dear Anna,", {5, 5}, 40).marks == "     ^");
  CHECK(excerpt("Bye.\n", {5, 5}, 40).line.empty());
  CHECK(excerpt("Bye.\n", {5, 5}, 40).marks == "^");
  CHECK(excerpt("", {0, 0}, 40).marks == "^");
}

TEST_CASE("never wider than the columns, always valid, marks under the words") {
  std::string text;
  for (int i = 0; i < 300; ++i)
    text += i % 3 == 0 ? "é日" : (i % 7 == 0 ? "🙂 e\xCC\x81" : "word ");
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).length) {
    const std::string_view character =
        std::string_view(text).substr(at, text::code_point_at(text, at).length);
    if (display_width(character) > 0) starts.push_back(at);
  }
  for (const std::size_t columns : {10U, 40U, 96U}) {
    for (std::size_t i = 0; i < starts.size(); i += 5) {
      for (const std::size_t length : {std::size_t{0}, std::size_t{1}, std::size_t{30}}) {
        const Span span{starts[i], starts[std::min(i + length, starts.size() - 1)]};
        const Excerpt found = excerpt(text, span, columns);
        INFO("columns " << columns << " span " << span.start << ", " << span.end);
        CHECK(display_width(found.line) <= columns);
        CHECK(text::is_valid_utf8(found.line));
        const std::size_t before = found.marks.find('^');
        const std::size_t words = prefix_within(found.line, before);
        const std::string_view rest = std::string_view(found.line).substr(words);
        const std::string_view first =
            std::string_view(text).substr(span.start, text::code_point_at(text, span.start).length);
        const bool shown = rest.starts_with(first) || rest.starts_with("…");
        CHECK(shown);
      }
    }
  }
}

TEST_CASE("shortened words") {
  CHECK(shortened("a\nb", 10) == "a b");
  CHECK(shortened("0123456789", 10) == "0123456789");
  CHECK(shortened("0123456789x", 10) == "012345678…");
  CHECK(shortened("日本語日本語", 6) == "日本…");
  CHECK(shortened(std::string(100000, 'x'), 5) == "xxxx…");
}

}  // namespace
}  // namespace replylint::report
