#include "text/moment.hpp"

#include <vector>

#include "catch.hpp"

namespace replylint::text {
namespace {

// `iso` is empty for a text that is no moment.
struct Row {
  const char* text;
  const char* iso;
};

std::string shown(const std::optional<Moment>& moment) { return moment ? to_iso(*moment) : ""; }

}  // namespace

TEST_CASE("ISO 8601 is read") {
  const std::vector<Row> rows{
      {"2026-11-03", "2026-11-03T00:00:00Z"},
      {"20261103", "2026-11-03T00:00:00Z"},
      {"2026-11-03T10:12", "2026-11-03T10:12:00Z"},
      {"2026-11-03 10:12", "2026-11-03T10:12:00Z"},
      {"2026-11-03T10", "2026-11-03T10:00:00Z"},
      {"2026-11-03T10:12Z", "2026-11-03T10:12:00Z"},
      {"2026-11-03t10:12:30z", "2026-11-03T10:12:30Z"},
      {"2026-11-03T10:12:30.250+01:00", "2026-11-03T10:12:30+01:00"},
      {"2026-11-03T10:12:30,5-0530", "2026-11-03T10:12:30-05:30"},
      {"2026-11-03T10:12+01", "2026-11-03T10:12:00+01:00"},
      {"20261103T101230Z", "2026-11-03T10:12:30Z"},
      {"2024-02-29", "2024-02-29T00:00:00Z"},
      {"2026-12-31T24:00", "2027-01-01T00:00:00Z"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
      {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"},
      {"", ""},
      {"now", ""},
      {"today", ""},
      {"2026", ""},
      {"2026-11", ""},
      {"2026-1-3", ""},
      {"2026-13-03", ""},
      {"2026-02-29", ""},
      {"2026-00-10", ""},
      {"2026-11-03T", ""},
      {"2026-11-03T25:00", ""},
      {"2026-11-03T24:01", ""},
      {"2026-11-03T10:60", ""},
      {"2026-11-03T10:1", ""},
      {"2026-11-03T10:12:30.", ""},
      {"2026-11-03T10:12 CET", ""},
      {"2026-11-03T10:12+1", ""},
      {"2026-11-03T10:12+25:00", ""},
      {"2026-11-03T10:12Zx", ""},
      {"03.11.2026", ""},
      {" 2026-11-03", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(shown(parse_iso(row.text)) == row.iso);
  }
}

TEST_CASE("a mail's date is read") {
  const std::vector<Row> rows{
      {"Tue, 3 Nov 2026 10:12:30 +0100", "2026-11-03T10:12:30+01:00"},
      {"Tue, 3 Nov 2026 10:12:30 +0100 (CET)", "2026-11-03T10:12:30+01:00"},
      {"3 Nov 2026 10:12 -0800", "2026-11-03T10:12:00-08:00"},
      {"  Tue , 03  Nov\t2026 10:12:30 GMT", "2026-11-03T10:12:30Z"},
      {"Tue, 3 Nov 2026 10:12:30 -0000", "2026-11-03T10:12:30Z"},
      {"Tue, 3 Nov 2026 10:12:30", "2026-11-03T10:12:30Z"},
      {"Tue, 3 Nov 2026 10:12:30 EST", "2026-11-03T10:12:30-05:00"},
      {"Tue, 3 Nov 2026 10:12:30 PDT", "2026-11-03T10:12:30-07:00"},
      {"Tue, 3 Nov 2026 10:12:30 XYZ", "2026-11-03T10:12:30Z"},
      {"Thu, 13 Feb 69 23:32:54 -0330", "1969-02-13T23:32:54-03:30"},
      {"21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z"},
      {"Fri, 21 Nov 02 09(comment):   55  :  06 -0600", "2002-11-21T09:55:06-06:00"},
      {"Mon, 8-Feb-99 08:00:00 +0000", "1999-02-08T08:00:00Z"},
      {"Tuesday, 3 November 2026 10:12:30 +0000", "2026-11-03T10:12:30Z"},
      {"3 nov 2026 9:05:00 +0000", "2026-11-03T09:05:00Z"},
      {"", ""},
      {"yesterday", ""},
      {"Tue, 31 Nov 2026 10:12:30 +0100", ""},
      {"Tue, 3 Nov 2026", ""},
      {"Tue, 3 Nov 2026 25:12:30 +0100", ""},
      {"Tue, 3 Xyz 2026 10:12:30 +0100", ""},
      {"Tue, 3 Nov 2026 10:12:30 +9", ""},
      {"Tue, 3 Nov 20261 10:12:30 +0100", ""},
      {"(never closed Tue, 3 Nov 2026 10:12:30", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(shown(parse_mail_date(row.text)) == row.iso);
  }
}

TEST_CASE("moments are points in time, whatever their zone") {
  CHECK(parse_iso("1970-01-01T00:00Z")->seconds == 0);
  CHECK(parse_iso("1970-01-01T01:00+01:00")->seconds == 0);
  CHECK(parse_iso("2026-11-03T10:12:30+01:00")->seconds == 1793697150);
  CHECK(parse_mail_date("Tue, 3 Nov 2026 10:12:30 +0100") ==
        parse_iso("2026-11-03T10:12:30+01:00"));
}

TEST_CASE("local time and back") {
  using namespace std::chrono;
  const Moment moment = *parse_iso("2026-01-01T00:30:00+13:00");
  const LocalTime local = local_time(moment);
  CHECK(local.day == sys_days(2026y / January / 1));
  CHECK(local.since_midnight == minutes(30));
  CHECK(weekday(local.day) == Thursday);
  CHECK(at(local, moment.offset) == moment);
}

}  // namespace replylint::text
