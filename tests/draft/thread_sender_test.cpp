#include "draft/thread_sender.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "text/moment.hpp"

namespace replylint {
namespace {

struct Row {
  const char* text;
  const char* name;
  const char* address;
};

}  // namespace

TEST_CASE("mailboxes of a From: field") {
  const std::vector<Row> rows{
      {"Ann Lee <Ann@Example.com>", "Ann Lee", "ann@example.com"},
      {"\"Lee, Ann\" <ann@example.com>", "Lee, Ann", "ann@example.com"},
      {"'Ann Lee' <ann@example.com>", "Ann Lee", "ann@example.com"},
      {"Ann Lee [mailto:ann@example.com]", "Ann Lee", "ann@example.com"},
      {"Ann Lee <mailto:ann@example.com>", "Ann Lee", "ann@example.com"},
      {"ann@example.com (Ann Lee)", "Ann Lee", "ann@example.com"},
      {"ann.lee+shop@mail.example.co.uk", "", "ann.lee+shop@mail.example.co.uk"},
      {"<ann@example.com>", "", "ann@example.com"},
      {"Ann Lee", "Ann Lee", ""},
      {"Ann Lee Jr. <ann@example.com>, Tom <tom@example.com>", "Ann Lee Jr.", "ann@example.com"},
      {"Zoë Brontë <zoe@example.com>", "Zoë Brontë", "zoe@example.com"},
      {"@", "@", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Mailbox found = mailbox_in(row.text);
    CHECK(found.name == row.name);
    CHECK(found.address == row.address);
  }
}

TEST_CASE("who wrote, by the lines above a quotation") {
  struct Case {
    const char* lines;
    const char* name;
    const char* address;
    const char* iso;
  };
  const std::vector<Case> rows{
      {"On Tue, 3 Nov 2026 at 10:12, Ann Lee <ann@example.com> wrote:", "Ann Lee",
       "ann@example.com", "2026-11-03T10:12:00Z"},
      {"On Tue, Nov 3, 2026 at 10:12 AM Ann Lee\n<ann@example.com> wrote:", "Ann Lee",
       "ann@example.com", "2026-11-03T10:12:00Z"},
      {"On 3 Nov 2026, at 10:12, Ann Lee wrote:", "Ann Lee", "", "2026-11-03T10:12:00Z"},
      {"On 3 Nov 2026 at 10:12, ann@example.com wrote:", "", "ann@example.com",
       "2026-11-03T10:12:00Z"},
      {"Ann Lee <ann@example.com> wrote on 3 Nov 2026 at 10:12:", "Ann Lee", "ann@example.com",
       "2026-11-03T10:12:00Z"},
      {"Ann Lee wrote on 3 Nov 2026 at 10:12:", "Ann Lee", "", "2026-11-03T10:12:00Z"},
      {"Ann Lee wrote", "Ann Lee", "", ""},
      {"tom83 said:", "tom83", "", ""},
      {"Am 03.11.2026 um 10:12 schrieb Ann Lee:", "Ann Lee", "", "2026-11-03T10:12:00Z"},
      {"Am Di., 3. Nov. 2026 um 10:12 Uhr schrieb Ann Lee <ann@example.com>:", "Ann Lee",
       "ann@example.com", "2026-11-03T10:12:00Z"},
      {"Ann Lee <ann@example.com> hat am 3. Mai 2026 um 10:00 geschrieben:", "Ann Lee",
       "ann@example.com", "2026-05-03T10:00:00Z"},
      {"Le mar. 3 nov. 2026 à 10:12, Ann Lee <ann@example.com> a écrit :", "Ann Lee",
       "ann@example.com", "2026-11-03T10:12:00Z"},
      {"El mar, 3 nov 2026 a las 10:12, Ann Lee (<ann@example.com>) escribió:", "Ann Lee",
       "ann@example.com", "2026-11-03T10:12:00Z"},
      {"Il giorno mar 3 nov 2026 alle ore 10:12 Ann Lee <ann@example.com> ha scritto:", "Ann Lee",
       "ann@example.com", "2026-11-03T10:12:00Z"},
      {"Den tis 3 nov. 2026 kl 10:12 skrev Ann Lee <ann@example.com>:", "Ann Lee",
       "ann@example.com", "2026-11-03T10:12:00Z"},
      {"2026年11月3日(火) 10:12 Ann Lee <ann@example.com>:", "Ann Lee", "ann@example.com",
       "2026-11-03T10:12:00Z"},
      {"From: Ann Lee <ann@example.com>\nSent: Tuesday, November 3, 2026 10:12 AM\nTo: Us\n"
       "Subject: From Friday on",
       "Ann Lee", "ann@example.com", "2026-11-03T10:12:00Z"},
      {"-----Original Message-----\nFrom: Ann Lee\nSent: Tuesday\nTo: Us", "Ann Lee", "", ""},
      {"*From:* Ann Lee <ann@example.com>\n*Sent:* 3 Nov 2026 10:12\n*To:* Us", "Ann Lee",
       "ann@example.com", "2026-11-03T10:12:00Z"},
      {"Von: Ann Lee\nGesendet: Dienstag, 3. November 2026 10:12\nAn: Uns\nBetreff: Paket",
       "Ann Lee", "", "2026-11-03T10:12:00Z"},
      {"差出人： Ann Lee <ann@example.com>\n送信日時： 2026年11月3日 10:12\n宛先： 我々", "Ann Lee",
       "ann@example.com", "2026-11-03T10:12:00Z"},
      {"-----Original Message-----", "", "", ""},
      {"", "", "", ""},
  };
  for (const Case& row : rows) {
    INFO(row.lines);
    const Attributed found = read_attribution(row.lines, 0);
    CHECK(found.sender.name == row.name);
    CHECK(found.sender.address == row.address);
    CHECK((found.at ? text::to_iso(*found.at) : "") == row.iso);
    CHECK(found.unclear_date.empty());
  }
  CHECK(read_attribution("On 05/08/2026, Ann wrote:", 0).unclear_date == "05/08/2026");
  CHECK(read_attribution("On 3 Nov 2026 at 10:12, Ann wrote:", 60).at ==
        text::parse_iso("2026-11-03T10:12+01:00"));
}

}  // namespace replylint
