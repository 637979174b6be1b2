#include "draft/date_in_text.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "text/moment.hpp"

namespace replylint {
namespace {

struct Row {
  const char* line;
  const char* iso;  // "" for no date, "?" for one that may be two days
};

std::string shown(const std::optional<DateInText>& date) {
  if (!date) return "";
  return date->moment ? text::to_iso(*date->moment) : "?";
}

}  // namespace

TEST_CASE("dates as mail programs write them") {
  const std::vector<Row> rows{
      // As the zone says: +01:00 below.
      {"On Tue, 3 Nov 2026 at 10:12, Ann Lee <ann@example.com> wrote:",
       "2026-11-03T10:12:00+01:00"},
      {"On Tue, Nov 3, 2026 at 10:12 AM Ann Lee <ann@example.com> wrote:",
       "2026-11-03T10:12:00+01:00"},
      {"On Tue, Nov 3, 2026 at 10:12\u202FPM Ann Lee <ann@example.com> wrote:",
       "2026-11-03T22:12:00+01:00"},
      {"On 3 November 2026 12:05 a.m. Ann wrote:", "2026-11-03T00:05:00+01:00"},
      {"On November 3rd, 2026, at 12:05 pm, Ann wrote:", "2026-11-03T12:05:00+01:00"},
      {"On the 3rd of November 2026, Ann wrote:", "2026-11-03T00:00:00+01:00"},
      {"On 2026-11-03 10:12:30 +0530, Ann wrote:", "2026-11-03T10:12:30+05:30"},
      {"2026-11-03 23:54 GMT+02:00 Ann Lee <ann@example.com>:", "2026-11-03T23:54:00+02:00"},
      {"2026-11-03 23:54 (UTC-5) Ann Lee:", "2026-11-03T23:54:00-05:00"},
      {"Sent: Tuesday, November 3, 2026 10:12 AM", "2026-11-03T10:12:00+01:00"},
      {"Tue, 3 Nov 2026 10:12:30 +0000", "2026-11-03T10:12:30Z"},
      {"Am 03.11.2026 um 10:12 schrieb Ann Lee:", "2026-11-03T10:12:00+01:00"},
      {"Am Di., 3. Nov. 2026 um 10:12 Uhr schrieb Ann Lee:", "2026-11-03T10:12:00+01:00"},
      {"Gesendet: Dienstag, 3. März 2026 10:12", "2026-03-03T10:12:00+01:00"},
      {"Le mar. 3 nov. 2026 à 10:12, Ann a écrit :", "2026-11-03T10:12:00+01:00"},
      {"Le 3 août 2026 à 10h12, Ann a écrit :", "2026-08-03T10:12:00+01:00"},
      {"El mar, 3 nov 2026 a las 10:12, Ann escribió:", "2026-11-03T10:12:00+01:00"},
      {"El 3 de noviembre de 2026, 10:12, Ann escribió:", "2026-11-03T10:12:00+01:00"},
      {"Em ter., 3 de nov. de 2026 às 10:12, Ann escreveu:", "2026-11-03T10:12:00+01:00"},
      {"Il giorno mar 3 nov 2026 alle ore 10:12 Ann ha scritto:", "2026-11-03T10:12:00+01:00"},
      {"Op di 3 nov. 2026 om 10:12 schreef Ann:", "2026-11-03T10:12:00+01:00"},
      {"Den tis 3 nov. 2026 kl 10:12 skrev Ann:", "2026-11-03T10:12:00+01:00"},
      {"Den tir. 3. nov. 2026 kl. 10.12 skrev Ann:", "2026-11-03T10:12:00+01:00"},
      {"ti 3. marrask. 2026 klo 10.12 Ann kirjoitti:", "2026-11-03T10:12:00+01:00"},
      {"wt., 3 lis 2026 o 10:12 Ann napisał(a):", "2026-11-03T10:12:00+01:00"},
      {"út 3. 11. 2026 v 10:12 odesílatel Ann napsal:", "2026-11-03T10:12:00+01:00"},
      {"Ann ezt írta (időpont: 2026. nov. 3., K, 10:12):", "2026-11-03T10:12:00+01:00"},
      {"вт, 3 нояб. 2026 г. в 10:12, Ann:", "2026-11-03T10:12:00+01:00"},
      {"3 Kas 2026 Sal, saat 10:12 tarihinde Ann şunu yazdı:", "2026-11-03T10:12:00+01:00"},
      {"2026年11月3日(火) 10:12 Ann <ann@example.com>:", "2026-11-03T10:12:00+01:00"},
      {"On 11/3/2026 10:12 AM, Ann wrote:", "2026-11-03T10:12:00+01:00"},
      {"On 03/11/2026 10:12, Ann wrote:", "2026-11-03T10:12:00+01:00"},
      {"On 03-11-26 10:12, Ann wrote:", "2026-11-03T10:12:00+01:00"},
      {"On 13/11/2026, Ann wrote:", "2026-11-13T00:00:00+01:00"},
      {"On 11/13/2026, Ann wrote:", "2026-11-13T00:00:00+01:00"},
      {"On 11/11/2026, Ann wrote:", "2026-11-11T00:00:00+01:00"},
      {"On 05/08/2026, Ann wrote:", "?"},
      {"On 31/11/2026 10:12, Ann wrote:", "?"},
      {"Ann Lee wrote:", ""},
      {"On Tuesday at 10:12, Ann wrote:", ""},
      {"On 3 Nov at 10:12, Ann wrote:", ""},
      {"Order 12-34-5678901 of 2026", ""},
      {"", ""},
  };
  constexpr int zone = 60;
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK(shown(date_in_text(row.line, zone)) == row.iso);
  }
}

TEST_CASE("a date says where it stands") {
  const std::string line = "On Tue, 3 Nov 2026 at 10:12 PM (GMT+1), Ann";
  const auto date = date_in_text(line, 0);
  REQUIRE(date);
  REQUIRE(date->time);
  CHECK(line.substr(date->date.start, date->date.size()) == "3 Nov 2026");
  CHECK(line.substr(date->time->start, date->time->size()) == "10:12 PM (GMT+1");
}

}  // namespace replylint
