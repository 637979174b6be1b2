#include "text/calendar.hpp"

#include <unicode/gregocal.h>

#include <memory>
#include <string>

#include "catch.hpp"

namespace replylint::text {

namespace {

using std::chrono::hours;
using std::chrono::sys_days;
using std::chrono::year;

LocalTime local(int y, unsigned month, unsigned day, int minute) {
  return {sys_days(year(y) / static_cast<int>(month) / static_cast<int>(day)),
          std::chrono::minutes(minute)};
}

}  // namespace

TEST_CASE("days by name") {
  CHECK(weekday_named("monday") == std::chrono::Monday);
  CHECK(weekday_named("thurs") == std::chrono::Thursday);
  CHECK(weekday_named("sun") == std::chrono::Sunday);
  for (const char* word : {"", "mo", "mondays", "someday", "day"}) CHECK_FALSE(weekday_named(word));
}

TEST_CASE("months by their English names") {
  CHECK(english_month("january") == 1U);
  CHECK(english_month("may") == 5U);
  CHECK(english_month("sept") == 9U);
  for (const char* word : {"", "ju", "mayor", "januar y", "monday"})
    CHECK_FALSE(english_month(word));
}

TEST_CASE("numbers in words") {
  CHECK(number_named("one") == 1);
  CHECK(number_named("twelve") == 12);
  CHECK(number_named("twenty-four") == 24);
  for (const char* word : {"", "zero", "a", "few", "hundred", "onetwo"}) {
    CHECK_FALSE(number_named(word));
  }
}

TEST_CASE("zones by the name behind a time") {
  struct Row {
    const char* name;
    int july;
    int december;
  };
  constexpr int unknown = 9999;
  for (const auto& [name, july, december] : {
           Row{"UTC", 0, 0},
           Row{"GMT", 0, 0},
           Row{"PST", -480, -480},
           Row{"PDT", -420, -420},
           Row{"PT", -420, -480},
           Row{"Pacific Time", -420, -480},
           Row{"Eastern Standard Time", -300, -300},
           Row{"ET", -240, -300},
           Row{"BST", 60, 60},
           Row{"CET", 60, 60},
           Row{"CEST", 120, 120},
           Row{"AEST", 600, 600},
           Row{"IST", 330, 330},
           Row{"", unknown, unknown},
           Row{"ASAP", unknown, unknown},
           Row{"New lamp", unknown, unknown},
       }) {
    CAPTURE(name);
    CHECK(zone_offset(name, local(2026, 7, 1, 600)).value_or(unknown) == july);
    CHECK(zone_offset(name, local(2026, 12, 1, 600)).value_or(unknown) == december);
  }
}

// The clocks of California go from 2:00 to 3:00 on 8 March 2026, and back from
// 2:00 to 1:00 on 1 November.
TEST_CASE("times that the clocks skip or show twice are read as before the change") {
  CHECK(zone_offset("PT", local(2026, 3, 8, 119)) == -480);
  CHECK(zone_offset("PT", local(2026, 3, 8, 150)) == -480);
  CHECK(zone_offset("PT", local(2026, 3, 8, 180)) == -420);
  CHECK(zone_offset("PT", local(2026, 11, 1, 90)) == -420);
  CHECK(zone_offset("PT", local(2026, 11, 1, 120)) == -480);
}

TEST_CASE("ICU's own calendar agrees on every day of two years") {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(icu::TimeZone::createTimeZone("America/New_York"), status);
  REQUIRE(U_SUCCESS(status));
  int changes = 0;
  int last = 0;
  for (sys_days day = year(2026) / 1 / 1; day < sys_days(year(2028) / 1 / 1);
       day += std::chrono::days(1)) {
    const std::chrono::year_month_day date(day);
    calendar.clear();
    calendar.set(static_cast<int>(date.year()),
                 static_cast<int>(static_cast<unsigned>(date.month())) - 1,
                 static_cast<int>(static_cast<unsigned>(date.day())), 10, 0);
    const int expected =
        (calendar.get(UCAL_ZONE_OFFSET, status) + calendar.get(UCAL_DST_OFFSET, status)) / 60'000;
    const int offset = zone_offset("ET", {day, hours(10)}).value_or(0);
    CHECK(offset == expected);
    changes += last != 0 && offset != last ? 1 : 0;
    last = offset;
  }
  CHECK(changes == 4);
}

TEST_CASE("where the day comes first") {
  CHECK(puts_day_first("en-GB") == true);
  CHECK(puts_day_first("de-DE") == true);
  CHECK(puts_day_first("en-US") == false);
  for (const char* tag : {"", "en", "x", "en_US!", "éé"}) CHECK_FALSE(puts_day_first(tag));
}

}  // namespace replylint::text
