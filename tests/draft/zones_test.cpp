#include <string>

#include "catch.hpp"
#include "show.hpp"

namespace replylint {

TEST_CASE("a whole reply") {
  CHECK(show_blocks("Hi Tom,\n"
                    "\n"
                    "Your refund is on its way.\n"
                    "\n"
                    "Kind regards,\n"
                    "Ann\n"
                    "-- \n"
                    "Example Ltd\n"
                    "\n"
                    "On Mon, 3 May 2021 at 10:00, Tom <tom@example.com> wrote:\n"
                    "> Where is my refund?\n") ==
        "greeting{Hi Tom,//}body{Your refund is on its way.//}closing{Kind regards,/Ann/}"
        "signature{-- /Example Ltd//}"
        "quoted{On Mon, 3 May 2021 at 10:00, Tom <tom@example.com> wrote:/> Where is my refund?/}");
}

TEST_CASE("fences mean code in plain text, when they close") {
  CHECK(show_blocks("Try:\n```\nHi Tom,\n> x\n```\nDone.") ==
        "body{Try:/}code{```/Hi Tom,/> x/```/}body{Done.}");
  CHECK(show_blocks("Try:\n```\nrun it") == "body{Try:/```/run it}");
}

TEST_CASE("drafts without a text of their own") {
  CHECK(read_draft("", Format::plain).zones.empty());
  CHECK(show_blocks(" \n\n") == "body{ //}");
  CHECK(show_blocks("> only\n> quoted") == "quoted{> only/> quoted}");
}

TEST_CASE("a line without an end is body") {
  const std::string line(3000000, 'y');
  const Draft draft = read_draft("Hi Tom,\n" + line, Format::plain);
  REQUIRE(draft.zones.size() == 2);
  CHECK(draft.zones[1].kind == ZoneKind::body);
  CHECK(draft.zones[1].span.end == line.size() + 8);
}

}  // namespace replylint
