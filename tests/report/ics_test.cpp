#include "report/ics.hpp"

#include <string>

#include "catch.hpp"

namespace replylint::report {

TEST_CASE("text values are escaped") {
  CHECK(ics_text("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne");
  CHECK(ics_text("x\r\ny\tz\x1b[31m") == "x\\ny z[31m");
  CHECK(ics_text("caf\u00e9 \u202Eevil") == "caf\u00e9 evil");
}

TEST_CASE("long lines are folded at 75 bytes, never inside a character") {
  CHECK(ics_line("SHORT:1") == "SHORT:1\r\n");
  CHECK(ics_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
  CHECK(ics_line(std::string(76, 'a')) == std::string(75, 'a') + "\r\n a\r\n");
  // 74 bytes and a character of two.
  CHECK(ics_line(std::string(74, 'a') + "\u00e9") == std::string(74, 'a') + "\r\n \u00e9\r\n");
  const std::string folded = ics_line(std::string(300, 'b'));
  std::size_t start = 0;
  while (start < folded.size()) {
    const std::size_t end = folded.find("\r\n", start);
    CHECK(end - start <= 75);
    start = end + 2;
  }
}

}  // namespace replylint::report
