#include "rules/yaml.hpp"

#include <string>

#include "catch.hpp"

namespace replylint::rules {
namespace {

// Each scalar with its place, in the order of the file: "text@line:column+length".
void list_scalars(const YamlNode& node, std::string& out) {
  if (const auto* scalar = node.scalar()) {
    out += scalar->text + "@" + std::to_string(node.line) + ":" + std::to_string(node.column) +
           "+" + std::to_string(node.length) + (scalar->quoted ? "q" : "") +
           (scalar->linear ? "" : "~") + "\n";
  } else if (const auto* list = node.list()) {
    for (const YamlNode& item : *list) list_scalars(item, out);
  } else {
    for (const YamlEntry& entry : *node.map()) {
      list_scalars(entry.key, out);
      list_scalars(entry.value, out);
    }
  }
}

std::string scalars(const std::string& text) {
  Problems problems;
  const YamlNode root = parse_yaml(text, "f.yml", problems);
  for (const Problem& problem : problems) FAIL(format_problem(problem));
  std::string out;
  list_scalars(root, out);
  return out;
}

std::string complaints(const std::string& text) {
  Problems problems;
  static_cast<void>(parse_yaml(text, "f.yml", problems));
  std::string out;
  for (const Problem& problem : problems) out += format_problem(problem);
  return out;
}

TEST_CASE("scalars know where their text begins") {
  struct Row {
    const char* yaml;
    const char* places;
  };
  const auto row = GENERATE(values<Row>({
      {"a: b\n", "a@1:1+1\nb@1:4+1\n"},
      {"a:\n  - you  should\n", "a@1:1+1\nyou  should@2:5+11\n"},
      {"a: \"b c\"\n", "a@1:1+1\nb c@1:5+3q\n"},
      {"a: 'b c'\n", "a@1:1+1\nb c@1:5+3q\n"},
      {"ä: “é” # note\n", "ä@1:1+1\n“é”@1:4+3\n"},
      {"é: {ü: [ö, \"ß x\"]}\n", "é@1:1+1\nü@1:5+1\nö@1:9+1\nß x@1:13+3q\n"},
      {"a: \"x\\ty\"\n", "a@1:1+1\nx\ty@1:5+4q~\n"},
      {"a: 'it''s'\n", "a@1:1+1\nit's@1:5+5q~\n"},
      {"a: |\n  one\n  two\n", "a@1:1+1\none\ntwo\n@1:4+1q~\n"},
      {"a: >\n  one\n  two\n", "a@1:1+1\none two\n@1:4+1q~\n"},
      {"a: one\n  two\n", "a@1:1+1\none two@1:4+1~\n"},
      {"a:\r\n  - b\r\n", "a@1:1+1\nb@2:5+1\n"},
      {"\xef\xbb\xbf"
       "a: b\n",
       "a@1:1+1\nb@1:4+1\n"},
      {"---\na: b\n...\n", "a@2:1+1\nb@2:4+1\n"},
      {"a: ''\n", "a@1:1+1\n@1:5+1q\n"},
      {"a: yes\nb: 007\nc: null\n",
       "a@1:1+1\nyes@1:4+3\nb@2:1+1\n007@2:4+3\nc@3:1+1\nnull@3:4+4\n"},
      {"", ""},
      {"# only a comment\n", ""},
  }));
  CAPTURE(row.yaml);
  CHECK(scalars(row.yaml) == row.places);
}

TEST_CASE("what these files do not use is refused at its place") {
  struct Row {
    const char* yaml;
    const char* complaint;
  };
  const auto row = GENERATE(values<Row>({
      {"one: 1\ntwo: 2\none: 3\n",
       "f.yml:3:1: error: the key “one” stands twice; it is already in line 1\n"
       "  one: 3\n"
       "  ^~~\n"},
      {"a: {é: 1, é: 2}\n",
       "f.yml:1:11: error: the key “é” stands twice; it is already in line 1\n"
       "  a: {é: 1, é: 2}\n"
       "            ^\n"},
      {"a: &b c\n",
       "f.yml:1:4: error: anchors (&) are not used in these files\n"
       "  a: &b c\n"
       "     ^\n"},
      {"a: &b [c]\n",
       "f.yml:1:4: error: anchors (&) are not used in these files\n"
       "  a: &b [c]\n"
       "     ^\n"},
      {"a: !b c\n",
       "f.yml:1:4: error: YAML reads “!” at the start as a tag; put the pattern in quotes\n"
       "  a: !b c\n"
       "     ^\n"},
      {"a:\n  - *ly\n",
       "f.yml:2:5: error: YAML reads “*” at the start as an alias; put the pattern in quotes\n"
       "    - *ly\n"
       "      ^\n"},
      {"a: 1\n---\nb: 2\n",
       "f.yml:2:1: error: one file holds one document; remove the second “---”\n"
       "  ---\n"
       "  ^\n"},
      {"[a]: 1\n",
       "f.yml:1:1: error: a key must be a plain text\n"
       "  [a]: 1\n"
       "  ^\n"},
  }));
  CAPTURE(row.yaml);
  CHECK(complaints(row.yaml) == row.complaint);
}

TEST_CASE("an unquoted pattern that YAML takes for its own is told to be quoted") {
  const std::string start =
      GENERATE(values<std::string>({"@list you", "[x] you", "* you", "!no", "`x`", "%x", "{a} b",
                                    "> a (", ", you", "& x", "| a"}));
  const std::string yaml = "match:\n  - " + start + "\n";
  CAPTURE(yaml);
  const std::string all = complaints(yaml);
  CHECK(all.find("in quotes") != std::string::npos);
  CHECK(all.find(":2:") != std::string::npos);
}

TEST_CASE("a syntax error stands at its place") {
  CHECK(complaints("a: \"b\nc: d\n").find("f.yml:") == 0);
  CHECK(complaints("a: b: c\n") ==
        "f.yml:1:5: error: a text that has “: ” in it is put in quotes (mapping values are not "
        "allowed in this context)\n"
        "  a: b: c\n"
        "      ^\n");
}

TEST_CASE("quotes that end too early or never are told where they stand") {
  CHECK(complaints("a:\n  - \"b\" c\n") ==
        "f.yml:2:9: error: only a part stands in quotes; put all of it in quotes (did not find "
        "expected '-' indicator)\n"
        "    - \"b\" c\n"
        "          ^\n");
  CHECK(complaints("a:\n  - 'b\n  - c\n") ==
        "f.yml:2:5: error: this quote is never closed\n"
        "    - 'b\n"
        "      ^\n");
  CHECK(complaints("a: [b,\n  c\nd: 1\n").find("opened in line 1") != std::string::npos);
}

TEST_CASE("an anchor, alias or tag is marked, so that nobody complains of its text again") {
  const std::string value = GENERATE(values<std::string>({"*x", "&x", "&x y", "!x", "!x y"}));
  CAPTURE(value);
  Problems problems;
  const YamlNode root = parse_yaml("a: " + value + "\n", "f", problems);
  CHECK(problems.size() == 1);
  REQUIRE(root.map()->size() == 1);
  CHECK(root.map()->at(0).value.scalar()->refused);
}

TEST_CASE("a line is found whatever ends it") {
  const std::string_view text = "\xef\xbb\xbfone\r\ntwo\rthree\n\nfive\u2028six";
  CHECK(line_of(text, 1) == "one");
  CHECK(line_of(text, 2) == "two");
  CHECK(line_of(text, 3) == "three");
  CHECK(line_of(text, 4).empty());
  CHECK(line_of(text, 6) == "six");
  CHECK(line_of(text, 0).empty());
  CHECK(line_of(text, 99).empty());
  CHECK(complaints("\xef\xbb\xbf"
                   "a: 1\r\na: 2\r\n") ==
        "f.yml:2:1: error: the key “a” stands twice; it is already in line 1\n"
        "  a: 2\n"
        "  ^\n");
}

TEST_CASE("bytes that are no text are refused") {
  CHECK(complaints("a: \xff\n") == "f.yml:1:4: error: these bytes are not UTF-8 text\n");
  CHECK(complaints("é: 1\né\xc3\n") == "f.yml:2:2: error: these bytes are not UTF-8 text\n");
  const std::string control = complaints("a: 1\nb: x\x01\n");
  CHECK(control.find("f.yml:2:5: error: ") == 0);
  CHECK(control.find("control characters") != std::string::npos);
  CHECK(control.find('\x01') == std::string::npos);
}

TEST_CASE("nesting is bounded") {
  CHECK(complaints("a: " + std::string(20, '[') + std::string(20, ']')).empty());
  CHECK(complaints("a: " + std::string(100'000, '[')).find("nested deeper") != std::string::npos);
}

TEST_CASE("any cut of a file is read or refused") {
  const std::string text =
      "summary: é\nmatch:\n  - \"@a b\"\n  - 'it''s'\nx: {a: [1, 2], b: |\n  c}\n---\n&a *a !t\n";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    Problems problems;
    static_cast<void>(parse_yaml(text.substr(0, size), "f", problems));
    problems.clear();
    static_cast<void>(parse_yaml(text.substr(size), "f", problems));
    for (const Problem& problem : problems) REQUIRE_FALSE(format_problem(problem).empty());
  }
}

}  // namespace
}  // namespace replylint::rules
