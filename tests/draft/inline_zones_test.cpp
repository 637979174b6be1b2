#include <string>
#include <vector>

#include "catch.hpp"
#include "show.hpp"

namespace replylint {
namespace {

struct Row {
  std::string text;
  std::string zones;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(show_inline("We say: " + row.text) == row.zones);
  }
}

}  // namespace

TEST_CASE("links") {
  check({
      {"see https://example.com/a?b=c.", "link{https://example.com/a?b=c}"},
      {"(http://x.y/z)", "link{http://x.y/z}"},
      {"http://x.y/a_(b) here", "link{http://x.y/a_(b)}"},
      {"<https://x.y>", "link{https://x.y}"},
      {"www.example.com, then", "link{www.example.com}"},
      {"ann.lee@example.com.", "link{ann.lee@example.com}"},
      {"mailto:ann@example.com", "link{mailto:ann@example.com}"},
      {"example.com/help.", "link{example.com/help}"},
      {"help.example.co.uk!", "link{help.example.co.uk}"},
      {"https://x.y/{{id}}/z", "link{https://x.y/{{id}}/z}"},
      {"e.g. this, i.e. that", ""},
      {"It is done.In short", ""},
      {"version 2.10", ""},
      {"photo.jpg", ""},
      {"a@b", ""},
      {"@handle", ""},
      {"https://", ""},
  });
}

TEST_CASE("code in backticks") {
  check({
      {"run `a b` now", "code{`a b`}"},
      {"run ``a ` b`` now", "code{``a ` b``}"},
      {"one ` only", ""},
      {"`{{name}}`", "code{`{{name}}`}"},
  });
}

TEST_CASE("placeholders of products") {
  check({
      {"{{ticket.requester.first_name}}", "placeholder{{{ticket.requester.first_name}}}"},
      {"{{user.name|fallback:\"there\"}}", "placeholder{{{user.name|fallback:\"there\"}}}"},
      {"{{{raw}}}", "placeholder{{{{raw}}}}"},
      {"{{broken}", "placeholder{{{broken}}"},
      {"{% if x %}", "placeholder{{% if x %}}"},
      {"{%customer.firstName,fallback=there%}",
       "placeholder{{%customer.firstName,fallback=there%}}"},
      {"{% comment %}note{% endcomment %}!", "placeholder{{% comment %}note{% endcomment %}}"},
      {"#{ticket.customer.firstname}", "placeholder{#{ticket.customer.firstname}}"},
      {"%{reply_to,fallback:there}", "placeholder{%{reply_to,fallback:there}}"},
      {"${customer.name}", "placeholder{${customer.name}}"},
      {"{first name}", "placeholder{{first name}}"},
      {"{Option A/Option B}", "placeholder{{Option A/Option B}}"},
      {"<attribute key=\"n\" default=\"x\"/>", "placeholder{<attribute key=\"n\" default=\"x\"/>}"},
      {"{}", ""},
      {"{\"a\": 1}", ""},
      {"100% sure, 50% off", ""},
  });
}

TEST_CASE("placeholders made by hand") {
  check({
      {"[Name]", "placeholder{[Name]}"},
      {"[Customer's first name]", "placeholder{[Customer's first name]}"},
      {"[ORDER_NUMBER]", "placeholder{[ORDER_NUMBER]}"},
      {"[insert the reason here]", "placeholder{[insert the reason here]}"},
      {"[your company]", "placeholder{[your company]}"},
      {"<<Name>>", "placeholder{<<Name>>}"},
      {"<insert date>", "placeholder{<insert date>}"},
      {"%NAME%", "placeholder{%NAME%}"},
      {"%first_name%", "placeholder{%first_name%}"},
      {"XXXX", "placeholder{XXXX}"},
      {"by XX/XX/XXXX,", "placeholder{XX/XX/XXXX}"},
      {"[2]", ""},
      {"[sic]", ""},
      {"[name](http://x.y)", "link{http://x.y}"},
      {"Use a < b", ""},
      {"size XXL", ""},
      {"TODO", ""},
  });
}

}  // namespace replylint
