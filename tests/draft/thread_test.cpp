#include "draft/thread.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "replylint/draft.hpp"
#include "show_thread.hpp"

namespace replylint {
namespace {

// A mail of ours with this body.
std::string our_mail(const std::string& body) {
  return "From: Sam <sam@shop.example>\nTo: Ann Lee <ann@gmail.com>\n"
         "Date: Wed, 4 Nov 2026 09:00:00 +0100\nSubject: Re: Parcel\n\n" +
         body;
}

Letter letter(const std::string& name, const std::string& address, std::size_t quoted_by) {
  return {{name, address}, std::nullopt, "text", quoted_by, std::nullopt};
}

std::string sides(const std::vector<Letter>& letters, const std::vector<Mailbox>& author = {}) {
  std::string out;
  for (const Message& message : to_thread(letters, author)) {
    out += message.from == Party::customer ? 'c' : 'a';
  }
  return out;
}

constexpr std::size_t top = Letter::by_draft;

}  // namespace

TEST_CASE("what a draft quotes is its thread") {
  struct Row {
    std::string text;
    std::string thread;
  };
  const std::vector<Row> rows{
      {"Ok.", ""},
      {"Ok.\n\nOn Tue, 3 Nov 2026 at 10:12, Ann Lee <ann@gmail.com> wrote:\n> Where is it?",
       "customer 2026-11-03T10:12:00+01:00 Ann Lee: Where is it?"},
      {"Ok.\n\n> Where is it?\n>> It ships.\n>>> When?",
       "customer - -: When? | agent - -: It ships. | customer - -: Where is it?"},
      {"Ok.\n\n"
       "On Tue, 3 Nov 2026 at 10:12, Ann Lee <ann@gmail.com> wrote:\n"
       "> Still not here.\n"
       ">\n"
       "> On Mon, 2 Nov 2026 at 9:00, Tom <tom@shop.example> wrote:\n"
       ">> It ships.\n"
       ">>\n"
       ">> On Sun, 1 Nov 2026 at 8:00, Ann Lee <ann@gmail.com> wrote:\n"
       ">>> When?\n",
       "customer 2026-11-01T08:00:00+01:00 Ann Lee: When? | "
       "agent 2026-11-02T09:00:00+01:00 Tom: It ships. | "
       "customer 2026-11-03T10:12:00+01:00 Ann Lee: Still not here."},
      // Outlook quotes below, without marks.
      {"Ok.\n\nFrom: Ann Lee <ann@gmail.com>\nSent: Tuesday, 3 November 2026 10:12\nTo: Shop\n"
       "Subject: Parcel\n\nStill not here.\n\nFrom: Tom <tom@shop.example>\n"
       "Sent: Monday, 2 November 2026 09:00\nTo: Ann\nSubject: Parcel\n\nIt ships.\n\nTom\n",
       "agent 2026-11-02T09:00:00+01:00 Tom: It ships.//Tom | "
       "customer 2026-11-03T10:12:00+01:00 Ann Lee: Still not here."},
      // Answered between the lines: one message.
      {"On 3 Nov 2026 at 10:12, Ann <ann@gmail.com> wrote:\n> One?\n\nYes.\n\n> Two?\n\nNo.",
       "customer 2026-11-03T10:12:00+01:00 Ann: One?//Two?"},
      // Two messages on one level; dates put them in order.
      {"Ok.\n\nOn 2 Nov 2026 at 10:12, Ann <ann@gmail.com> wrote:\n> One.\n\n"
       "On 3 Nov 2026 at 11:00, Ann <ann@gmail.com> wrote:\n> Two.",
       "customer 2026-11-02T10:12:00+01:00 Ann: One. | "
       "customer 2026-11-03T11:00:00+01:00 Ann: Two."},
      // A follow-up to our own message.
      {"One thing more.\n\nOn 3 Nov 2026 at 10:12, Sam <sam@shop.example> wrote:\n> It ships.\n"
       ">\n> On 2 Nov 2026 at 10:12, Ann <ann@gmail.com> wrote:\n>> When?",
       "customer 2026-11-02T10:12:00+01:00 Ann: When? | "
       "agent 2026-11-03T10:12:00+01:00 Sam: It ships."},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(show_thread(read_draft(our_mail(row.text), Format::eml).thread) == row.thread);
  }
}

TEST_CASE("a thread says what the customer wrote since our last message") {
  const auto customer = [](const std::string& body) {
    return read_draft(our_mail(body), Format::eml).customer;
  };
  CHECK(customer("Ok.\n\n> New.\n>> Ours.\n>>> Old.") == "New.");
  CHECK(customer("Ok.\n\nOn 2 Nov 2026 at 10:12, Ann <ann@gmail.com> wrote:\n> One.\n\n"
                 "On 3 Nov 2026 at 11:00, Ann <ann@gmail.com> wrote:\n> Two.") == "One.\n\nTwo.");
  CHECK(!customer("More.\n\nOn 3 Nov 2026 at 10:12, Sam <sam@shop.example> wrote:\n> It ships."));
  CHECK(!customer("Ok."));
}

TEST_CASE("a mail tells its author and date") {
  const Draft draft =
      read_draft("Return-Path: <bounce@mailer.shop.example>\n" + our_mail("Ok."), Format::eml);
  REQUIRE(draft.author.size() == 2);
  CHECK(draft.author[0].name == "Sam");
  CHECK(draft.author[0].address == "sam@shop.example");
  CHECK(draft.author[1].address == "bounce@mailer.shop.example");
  CHECK(draft.date == text::parse_iso("2026-11-04T09:00+01:00"));
  CHECK(draft.warnings.empty());
  const Draft damaged =
      read_draft("From: Sam <s@shop.example>\nDate: soon\nSubject: x\n\nOk.", Format::eml);
  CHECK(!damaged.date);
  REQUIRE(damaged.warnings.size() == 1);
  CHECK(damaged.warnings[0].message == "the Date: “soon” is no date");
}

TEST_CASE("who is who") {
  const std::vector<Mailbox> shop{{"Sam", "sam@shop.example"}};
  const std::vector<Mailbox> public_shop{{"Sam", "sam.shop@gmail.com"}};
  // Newest first here, oldest first in the result.
  const Letter ann = letter("Ann", "ann@gmail.com", top);
  const Letter tom = letter("Tom", "tom@shop.example", 0);
  CHECK(sides({ann, tom}, shop) == "ac");
  CHECK(sides({ann, tom}) == "ac");
  const Letter tom_last = letter("Tom", "tom@shop.example", top);
  const Letter ann_before = letter("Ann", "ann@gmail.com", 0);
  CHECK(sides({tom_last, ann_before}, shop) == "ca");
  // Without a draft's mailboxes the newest is the customer's.
  CHECK(sides({tom_last, ann_before}) == "ac");
  // The customer's colleague: a domain of their own tells it.
  CHECK(sides({letter("A", "a@firm.example", top), letter("B", "b@firm.example", 0)}) == "cc");
  CHECK(sides({letter("A", "a@gmail.com", top), letter("B", "b@gmail.com", 0)}) == "ac");
  CHECK(sides({letter("A", "a@gmail.com", top), letter("B", "b@gmail.com", 0)}, shop) == "cc");
  // On a public provider only the address is ours.
  CHECK(sides({ann, letter("Sam", "sam.shop@gmail.com", 0)}, public_shop) == "ac");
  CHECK(sides({letter("", "tom@gmail.com", top)}, public_shop) == "c");
  // Role addresses are ours, but somebody has to be the customer.
  CHECK(sides({letter("Shop", "support@shop.example", top), letter("A", "a@x.example", 0)}) ==
        "ca");
  CHECK(sides({letter("Shop", "info@shop.example", top)}) == "c");
  CHECK(sides({letter("Shop", "info@firm.example", top)}, shop) == "c");
  // Names where there is no address, turns where there is neither.
  CHECK(sides({letter("Ann", "", top), letter("Sam", "", 0), letter("Ann", "", 1)}) == "cac");
  CHECK(sides({letter("Ann", "", top), letter("Sam", "", 0), letter("Sam", "", 1)}) == "aac");
  CHECK(sides({letter("Sam", "", top), letter("Ann", "", 0)}, shop) == "ca");
  CHECK(sides({letter("", "", top), letter("", "", 0), letter("", "", 1)}) == "cac");
  CHECK(sides({letter("", "", top), letter("Sam", "", 0), letter("", "", 1)}) == "cac");
  CHECK(sides({}).empty());
}

TEST_CASE("sides that are guessed") {
  const Letter ann = letter("Ann", "ann@gmail.com", top);
  const Letter tom = letter("Tom", "tom@shop.example", 0);
  CHECK(sides_are_guessed({ann, tom}, {}));
  CHECK(!sides_are_guessed({ann, tom}, {{"Sam", "sam@shop.example"}}));
  CHECK(!sides_are_guessed({ann, tom, letter("Ann", "ann@gmail.com", 1)}, {}));
  CHECK(!sides_are_guessed({ann, letter("Shop", "support@shop.example", 0)}, {}));
  CHECK(!sides_are_guessed({ann, letter("", "", 0)}, {}));
  CHECK(!sides_are_guessed({letter("", "", top), tom, letter("Ann", "ann@gmail.com", 1)}, {}));
  CHECK(!sides_are_guessed({ann}, {}));
  CHECK(!sides_are_guessed({}, {}));
}

TEST_CASE("a thread of many levels is bounded") {
  std::string deep = "Ok.\n";
  std::string wide = "Ok.\n";
  for (int i = 1; i < 1000; ++i) {
    deep += std::string(static_cast<std::size_t>(i), '>') + " Level " + std::to_string(i) + "\n";
    wide += "-----Original Message-----\nMessage " + std::to_string(i) + "\n";
  }
  CHECK(read_draft(deep, Format::plain).thread.size() == Quotes::most_messages);
  CHECK(read_draft(wide, Format::plain).thread.size() == Quotes::most_messages);
}

}  // namespace replylint
