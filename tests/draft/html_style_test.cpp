#include "draft/html_style.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

namespace replylint {

TEST_CASE("styles that hide") {
  struct Row {
    std::string css;
    bool hides;
  };
  const std::vector<Row> rows{
      {"display:none", true},
      {" DISPLAY : None !important ;", true},
      {"display:none;display:block", false},
      {"display:none!important;display:block", true},
      {"display:nonesuch", false},
      {"/* display:block */ display:none", true},
      {"color:red;display:none", true},
      {"background:url(data:image/png;base64,xx);display:none", true},
      {"opacity:0", true},
      {"opacity:0.0", true},
      {"opacity:0.5", false},
      {"max-height:0;overflow:hidden", true},
      {"height:0px;overflow:hidden", true},
      {"max-height:0", false},
      {"overflow:hidden", false},
      {"mso-hide:all", false},
      {"", false},
      {";;:;x", false},
  };
  for (const Row& row : rows) {
    INFO(row.css);
    const HtmlRule rule = parse_declarations(row.css);
    CHECK(HtmlStyleSheet().style("p", "", "", rule).hides() == row.hides);
  }
}

TEST_CASE("letters too small to be read") {
  const auto tiny = [](const std::string& size) {
    return parse_declarations("font-size:" + size).normal.tiny;
  };
  CHECK(tiny("0") == true);
  CHECK(tiny("0px") == true);
  CHECK(tiny("1px") == true);
  CHECK(tiny("0.9pt") == true);
  CHECK(tiny("0.9em") == false);
  CHECK(tiny("12px") == false);
  CHECK(tiny("small") == false);
  CHECK(tiny("inherit") == std::nullopt);
}

TEST_CASE("a style sheet") {
  HtmlStyleSheet sheet;
  sheet.add(
      "<!-- /* x { display:none } */ .gone, p.note { display: none }\n"
      "@media print { .shown { display: none } p { display: none } }\n"
      "@import 'x.css'; #top { visibility: hidden }\n"
      ".loud { display: block !important } div p.deep { display: none } a:hover { display: none }\n"
      ".pre { white-space: pre } -->");
  const HtmlRule none;
  const HtmlRule hidden = parse_declarations("display:none");
  CHECK(sheet.style("p", "gone", "", none).hides());
  CHECK(sheet.style("p", "a  gone\tb", "", none).hides());
  CHECK(sheet.style("p", "note", "", none).hides());
  CHECK_FALSE(sheet.style("div", "note", "", none).hides());
  CHECK_FALSE(sheet.style("p", "shown", "", none).hides());
  CHECK_FALSE(sheet.style("p", "deep", "", none).hides());
  CHECK_FALSE(sheet.style("p", "Gone", "", none).hides());
  CHECK(sheet.style("p", "", "top", none).visible == false);
  CHECK_FALSE(sheet.style("p", "loud", "", hidden).hides());
  CHECK(sheet.style("b", "pre", "", none).white_space == WhiteSpace::keep);
  // One that never ends.
  sheet.add("p { display: none");
  CHECK(sheet.style("p", "", "", none).hides());
}

}  // namespace replylint
