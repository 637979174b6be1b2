#include "replylint/problem.hpp"

#include <string>

#include "catch.hpp"

namespace replylint {
namespace {

TEST_CASE("a problem shows file, place, message, line and caret") {
  const Problem problem{"blame/x.yml", 3, 11, 5, "“grave” is no severity", "severity: grave"};
  CHECK(format_problem(problem) ==
        "blame/x.yml:3:11: error: “grave” is no severity\n"
        "  severity: grave\n"
        "            ^~~~~\n");
}

TEST_CASE("a problem of a whole file has neither place nor caret") {
  CHECK(format_problem({"house", 0, 0, 1, "cannot be read", {}}) ==
        "house: error: cannot be read\n");
  CHECK(format_problem({"", 0, 0, 1, "no", {}}) == "error: no\n");
}

TEST_CASE("what a terminal would act on is escaped, and the caret still points at its place") {
  const Problem problem{"a\x1b[31m.yml",
                        1,
                        5,
                        2,
                        "key “\x1b]0;x\x07”",
                        "a: \x1b"
                        "bc\xc2\x9b"};
  CHECK(format_problem(problem) ==
        "a\\x1b[31m.yml:1:5: error: key “\\x1b]0;x\\x07”\n"
        "  a: \\x1bbc\\x9b\n"
        "         ^~\n");
}

TEST_CASE("a tab is shown as one space, so that the caret stands right") {
  CHECK(format_problem({"f", 1, 3, 1, "m", "\t\tx"}) ==
        "f:1:3: error: m\n"
        "    x\n"
        "    ^\n");
}

TEST_CASE("columns count code points") {
  CHECK(format_problem({"f", 1, 4, 2, "m", "“é” xy"}) ==
        "f:1:4: error: m\n"
        "  “é” xy\n"
        "     ^~\n");
}

TEST_CASE("a long line is shown around the caret") {
  const std::string line = std::string(200, 'a') + "BAD" + std::string(200, 'z');
  CHECK(format_problem({"f", 1, 201, 3, "m", line}) ==
        "f:1:201: error: m\n"
        "  …" +
            std::string(50, 'a') + "BAD" + std::string(47, 'z') + "…\n" + std::string(53, ' ') +
            "^~~\n");
  CHECK(format_problem({"f", 1, 1, 1, "m", std::string(101, 'b')}) ==
        "f:1:1: error: m\n  " + std::string(100, 'b') + "…\n  ^\n");
}

TEST_CASE("a place beyond the line and an underline beyond it are cut") {
  CHECK(format_problem({"f", 1, 9, 4, "m", "abc"}) == "f:1:9: error: m\n  abc\n     ^\n");
  CHECK(format_problem({"f", 1, 2, 40, "m", "abc"}) == "f:1:2: error: m\n  abc\n   ^~\n");
}

TEST_CASE("bytes that are no UTF-8 are shown as replacements") {
  CHECK(format_problem({"f", 1, 2, 1, "m", "a\xff"}) == "f:1:2: error: m\n  a\xef\xbf\xbd\n   ^\n");
}

}  // namespace
}  // namespace replylint
