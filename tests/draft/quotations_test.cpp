#include <string>
#include <vector>

#include "catch.hpp"
#include "show.hpp"

namespace replylint {
namespace {

const std::string own = "It ships on Friday.\n\n";

bool ends_own_text(const std::string& boundary) {
  const Draft draft = read_draft(own + boundary, Format::plain);
  return draft.zones.size() >= 2 && draft.zones[0].span.end == own.size() &&
         (draft.zones[1].kind == ZoneKind::quoted || draft.zones[1].kind == ZoneKind::forwarded);
}

}  // namespace

TEST_CASE("where the author's own text ends") {
  const std::vector<std::string> rows{
      "On Mon, 3 May 2021 at 10:00, Ann Lee <ann@example.com> wrote:\n> Where is it?",
      "On Mon, 3 May 2021 at 10:00, Ann Lee <ann@example.com> wrote:\n\nWhere is it?",
      "On Mon, 3 May 2021 at 10:00, Ann Lee\n<ann@example.com> wrote:\n> Where is it?",
      "On Mon, 3 May 2021 at 10:00, Ann Lee <ann@example.com\n> wrote:\n\n> Where is it?",
      "Le lun. 3 mai 2021 \xC3\xA0 10:00, Ann <ann@example.com> a \xC3\xA9"
      "crit\xC2\xA0:\n> Bonjour",
      "Am 03.05.2021 um 10:00 schrieb Ann Lee:\n> Wo ist es?",
      "Ann <ann@example.com> hat am 3. Mai 2021 um 10:00 geschrieben:\n\nWo?",
      "Op ma 3 mei 2021 om 10:00 schreef Ann <ann@example.com>:\n> Waar?",
      "Em seg., 3 de mai. de 2021, Ann <ann@example.com> escreveu:\n> Onde?",
      "El lun, 3 may 2021 a las 10:00, Ann (<ann@example.com>) escribi\xC3\xB3:\n> Donde?",
      "Il giorno lun 3 mag 2021 alle ore 10:00 Ann <ann@example.com> ha scritto:\n> Dove?",
      "Den m\xC3\xA5n 3 maj 2021 kl 10:00 skrev Ann <ann@example.com>:\n> Var?",
      "W dniu 3.05.2021 o 10:00, Ann pisze:\n> Gdzie?",
      "\xE5\x9C\xA8 2021\xE5\xB9\xB4"
      "5\xE6\x9C\x88"
      "3\xE6\x97\xA5\xEF\xBC\x8C"
      "Ann <ann@example.com> \xE5\x86\x99\xE9\x81\x93\xEF\xBC\x9A\n> x",
      "2021-05-03 10:00 GMT+02:00 Ann Lee <ann@example.com>:\n> Where?",
      "---- On Mon, 03 May 2021 10:00:00 +0200 Ann <ann@example.com> wrote ----\n\nWhere?",
      "*On Mon, May 3, 2021 at 10:00 Ann <ann@example.com> wrote:*\n\nWhere?",
      "Am 03.05.21 um 10:00 schrieb Ann Lee\n> Wo?",
      "* Ann Lee <ann@example.com> [2021-05-03 10:00]:\n> Where?",
      "##- Please write above this line -##\n\nYour request was updated.",
      "--- Reply above this line ---\n\nWhere?",
      "Ann Lee wrote\n> Where?",
      "tom83 said\n\n> Where?",
      "> Where?",
      "-----Original Message-----\nFrom: Ann\nSent: Monday\nSubject: Parcel\n\nWhere?",
      " -----Original Message-----\nWhere?",
      "-----Urspr\xC3\xBCngliche Nachricht-----\nVon: Ann\n\nWo?",
      "________________________________\nFrom: Ann <a@x.y>\nSent: Monday\nTo: Us\nSubject: P\n\nW?",
      "From: Ann <a@x.y>\nSent: Monday\nTo: Us\nSubject: Parcel\n\nWhere?",
      "*From:* Ann <a@x.y>\n*Sent:* Monday\n*To:* Us\n\nWhere?",
      "Von: Ann\nGesendet: Montag\nAn: Uns\nBetreff: Paket\n\nWo?",
      "De : Ann\nEnvoy\xC3\xA9 : lundi\n\xC3\x80 : Nous\nObjet : Colis\n\nOu?",
      "Ann Lee/OSL/ORG@ORG\n03/05/2021 10:00 AM\nTo: Us\ncc:\nSubject: Parcel\n\nWhere?",
      "---------- Forwarded message ---------\nFrom: Ann <a@x.y>\n\nWhere?",
      "---------------------- Forwarded by Ann Lee on 03/05/2021 10:00 AM\n---------------\n\nx",
      "Begin forwarded message:\n\nFrom: Ann\n\nWhere?",
      ">>> Ann Lee <a@x.y> 03/05/21 10:00AM >>>\nWhere?",
  };
  for (const std::string& row : rows) {
    INFO(row);
    CHECK(ends_own_text(row));
  }
}

TEST_CASE("a rule above a boundary belongs to it") {
  CHECK(
      show_blocks(
          "It ships.\n\n====\n\nOn Mon, 3 May 2021 at 10:00, Ann <ann@example.com> wrote:\n> x") ==
      "body{It ships.//}quoted{====//On Mon, 3 May 2021 at 10:00, Ann <ann@example.com> wrote:/> "
      "x}");
}

TEST_CASE("what is the author's own all the same") {
  const std::vector<std::string> rows{
      "On Monday you wrote:\nthat it is late.",
      "From: Berlin\nTo: Paris\nDate: 3 May",
      "Note: we wrote to the courier on 3 May.",
      "To: do list for today",
      "We wrote:",
      "The subject: refunds.",
      "----------\nYour options:",
      ">From here on it is easy.",
      "Forwarded by mistake.",
  };
  for (const std::string& row : rows) {
    INFO(row);
    CHECK(show_blocks(own + row).find("quoted{") == std::string::npos);
    CHECK(show_blocks(own + row).find("forwarded{") == std::string::npos);
  }
}

TEST_CASE("answers between quoted lines are the author's") {
  CHECK(show_blocks("On 3 May 2021, Ann <a@x.y> wrote:\n> One?\n\nYes, it is.\n\n> Two?\n\nNo.") ==
        "quoted{On 3 May 2021, Ann <a@x.y> wrote:/> One?//}body{Yes, it is.//}quoted{> Two?//}"
        "body{No.}");
}

TEST_CASE("the end of a quoted line that was wrapped is quoted") {
  const std::string quoted =
      "> This quoted line is long enough to have been wrapped by some mailer at its\nend\n> and "
      "on.";
  CHECK(show_blocks(quoted).find("body{") == std::string::npos);
}

TEST_CASE("the customer's message") {
  struct Row {
    std::string text;
    std::string customer;
  };
  const std::vector<Row> rows{
      {"Ok.\n\nOn 3 May 2021, Ann <a@x.y> wrote:\n> Hi,\n>\n> where is it?\n>\n> Ann",
       "Hi,\n\nwhere is it?\n\nAnn"},
      {"Ok.\n\n> New.\n> On 2 May 2021 at 9:00, We <w@x.y> wrote:\n> > Old.\n", "New."},
      {"Ok.\n\n-----Original Message-----\nFrom: Ann\nSent: Monday\nTo: Us\nSubject: P\n\nNew.\n\n"
       "-----Original Message-----\nFrom: Us\nSent: Sunday\nTo: Ann\nSubject: P\n\nOld.",
       "New."},
      {"> One?\n\nYes.\n\n> Two?\n\nNo.", "One?\n\nTwo?"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read_draft(row.text, Format::plain).customer == row.customer);
  }
  CHECK_FALSE(read_draft("No quotation.", Format::plain).customer.has_value());
  CHECK_FALSE(read_draft("See:\n\n---------- Forwarded message ---------\nFrom: Ann <a@x.y>\n"
                         "Subject: P\n\nText",
                         Format::plain)
                  .customer.has_value());
}

}  // namespace replylint
