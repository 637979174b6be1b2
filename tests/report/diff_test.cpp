#include "report/diff.hpp"

#include <sstream>
#include <string>

#include "catch.hpp"

namespace replylint::report {
namespace {

std::string diff(std::string_view before, std::string_view after, bool safe = false) {
  std::ostringstream out;
  write_diff(out, "a.txt", before, after, safe);
  return out.str();
}

}  // namespace

TEST_CASE("what is the same has no diff") { CHECK(diff("a\n", "a\n").empty()); }

TEST_CASE("a changed line stands between three others on either side") {
  CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nx\n6\n7\n8\n") ==
        "--- a.txt\n+++ a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
}

TEST_CASE("a file without a last line break says so") {
  CHECK(diff("a", "b") ==
        "--- a.txt\n+++ a.txt\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No "
        "newline at end of file\n");
}

TEST_CASE("bytes stay as they are, but for a terminal") {
  CHECK(diff("\x1b[31m\r\n", "\xFF\r\n").find("-\x1b[31m\r\n+\xFF\r\n") != std::string::npos);
  CHECK(diff("\x1b[31m\n", "b\n", true).find("-\\x1b[31m\n+b\n") != std::string::npos);
}

}  // namespace replylint::report
