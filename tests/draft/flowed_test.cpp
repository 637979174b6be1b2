#include "draft/flowed.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

namespace replylint {

TEST_CASE("flowed text is joined, and leads back to its bytes") {
  struct Row {
    std::string name;
    std::string text;
    bool delsp;
    std::string joined;
  };
  const std::vector<Row> rows{
      {"nothing", "", false, ""},
      {"fixed lines", "one\ntwo\n", false, "one\ntwo\n"},
      {"a paragraph", "one \ntwo \nthree\nfour\n", false, "one two three\nfour\n"},
      {"delsp", "wo \nrd two  \nthree\n", true, "word two three\n"},
      {"a stuffed line", " From now on\n", false, "From now on\n"},
      {"a quotation", "> one \n> two\n>> three \n> four\nfive\n", false,
       "> one two\n>> three \n> four\nfive\n"},
      {"a quotation without spaces", ">one \n>two\n", false, ">one two\n"},
      {"a signature", "one \n-- \nAnn \nLee\n", false, "one \n-- \nAnn Lee\n"},
      {"an empty line", "one \n\ntwo\n", false, "one \n\ntwo\n"},
      {"no last line end", "one \ntwo", false, "one two"},
      {"a flowed last line", "one \n", false, "one \n"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    MappedText text;
    text.append_copy(row.text, 0);
    const MappedText found = unflow(text, row.delsp);
    CHECK(found.text == row.joined);
    REQUIRE(found.map.text_size() == found.text.size());
    for (std::size_t at = 0; at < found.text.size(); ++at) {
      const Span source = found.map.to_source({at, at + 1});
      REQUIRE(source.size() == 1);
      CHECK(row.text[source.start] == found.text[at]);
    }
  }
}

}  // namespace replylint
