#include <string>

#include "catch.hpp"
#include "show.hpp"

namespace replylint {

TEST_CASE("Markdown as its reader sees it") {
  struct Row {
    std::string source;
    std::string text;
  };
  const std::vector<Row> rows{
      {"Hi **Tom**,\n\nyour _order_.\n", "Hi Tom,\n\nyour order."},
      {"# Title\ntext", "Title\n\ntext"},
      {"Title\n-----\ntext", "Title\n\ntext"},
      {"soft\nbreak", "soft\nbreak"},
      {"hard  \nbreak\\\nagain", "hard\nbreak\nagain"},
      {"- a\n- b\n", "- a\n- b"},
      {"3. a\n4. b\n", "3. a\n4. b"},
      {"- a\n  1. b\n  2. c\n- d", "- a\n1. b\n2. c\n- d"},
      {"- [x] done", "- done"},
      {"[text](http://a.b \"title\")", "text"},
      {"[text][ref]\n\n[ref]: http://a.b", "text"},
      {"<https://a.b>", "https://a.b"},
      {"a ![alt *text*](i.png) b", "a  b"},
      {"a &amp; b &euro; &nope;", "a & b \xE2\x82\xAC &nope;"},
      {"a\\*b", "a*b"},
      {"a <!-- hidden --> b", "a  b"},
      {"<!-- hidden\nblock -->\n\ntext", "text"},
      {"<div>\n<p>one</p>two\n</div>\n\nthree", "one\n\ntwo\n\nthree"},
      {"a<br>b <b>c</b>", "a\nb c"},
      {"~~gone~~ here", "gone here"},
      {"| a | b |\n|---|---|\n| c | d |", "a\nb\nc\nd"},
      {"a\n\n---\n\nb", "a\n\nb"},
      {"---\ntitle: x\n---\nHi", "Hi"},
      {"---\nnever closed", "never closed"},
      {"Hi {{customer.first_name}} %{a_b} <<Name>>", "Hi {{customer.first_name}} %{a_b} <<Name>>"},
      {"Hi <attribute key=\"n\"/>", "Hi <attribute key=\"n\"/>"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.source);
    CHECK(read_draft(row.source, Format::markdown).text == row.text);
  }
}

TEST_CASE("zones that Markdown tells") {
  const auto blocks = [](const std::string& text) { return show_blocks(text, Format::markdown); };
  CHECK(blocks("Try this:\n\n```sh\nrun me\n\nnow\n```\n\nDone.") ==
        "body{Try this://}code{run me//now//}body{Done.}");
  CHECK(blocks("Try:\n\n    run me\n\nDone.") == "body{Try://}code{run me//}body{Done.}");
  CHECK(blocks("> Where is it?\n> > Older.\n\nOn its way.") ==
        "quoted{Where is it?//Older.//}body{On its way.}");
  CHECK(read_draft("> Where is *it*?\n> > Older.\n\nHere.", Format::markdown).customer ==
        "Where is it?");
  CHECK(show_inline("Run `a b` at <https://x.y/z>.", Format::markdown) ==
        "code{a b}link{https://x.y/z}");
}

}  // namespace replylint
