#include "draft/read_thread.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "show_thread.hpp"

namespace replylint {
namespace {

std::string mail(const std::string& from, const std::string& date, const std::string& body) {
  return "From: " + from + "\n" + (date.empty() ? "" : "Date: " + date + "\n") +
         "Message-ID: <1@example.com>\nSubject: Parcel\n\n" + body + "\n";
}

const std::string ann = "Ann Lee <ann@gmail.com>";
const std::string sam = "Sam <sam@shop.example>";

struct Result {
  std::string thread;
  std::string warnings;
  std::string error;
};

Result read(const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<ThreadFile> list;
  for (const auto& [name, bytes] : files) list.push_back({name, bytes});
  const ThreadRead found = read_thread(list);
  Result result{show_thread(to_thread(found.letters, {})), {}, found.error};
  for (const auto& warning : found.warnings) {
    result.warnings += list.at(warning.file).name + ":" + std::to_string(warning.warning.source) +
                       ": " + warning.warning.message + "\n";
  }
  return result;
}

}  // namespace

TEST_CASE("one message is a thread of one") {
  CHECK(read({{"a.txt", "Where is it?\n\nAnn\n"}}).thread == "customer - -: Where is it?//Ann");
  CHECK(read({{"a.md", "Where *is* it?"}}).thread == "customer - -: Where is it?");
  CHECK(read({{"a.eml", mail(ann, "Tue, 3 Nov 2026 10:12:00 +0100", "Where?")}}).thread ==
        "customer 2026-11-03T10:12:00+01:00 Ann Lee: Where?");
  // Where it quotes only, that is the message.
  CHECK(read({{"a.txt", "> Where?"}}).thread == "customer - -: Where?");
}

TEST_CASE("a mail and what it quotes are a thread") {
  const Result found =
      read({{"a.eml", mail(ann, "Tue, 3 Nov 2026 10:12:00 +0100",
                           "Still not here.\n\nOn Mon, 2 Nov 2026 at 9:00, Sam <sam@shop.example> "
                           "wrote:\n> It ships.\n>\n>> When?")}});
  CHECK(found.thread ==
        "customer - -: When? | agent 2026-11-02T09:00:00+01:00 Sam: It ships. | "
        "customer 2026-11-03T10:12:00+01:00 Ann Lee: Still not here.");
  CHECK(found.warnings ==
        "a.eml:0: 1 quoted message does not say who wrote it; the sides were taken in turn\n");
}

TEST_CASE("mails of a mailbox file and of a folder are put in order") {
  const std::string one = mail(ann, "Sun, 1 Nov 2026 08:00:00 +0100", "When?");
  const std::string two =
      mail(sam, "Mon, 2 Nov 2026 08:00:00 +0100",
           "It ships.\n\nOn Sun, 1 Nov 2026 at 8:00, Ann Lee <ann@gmail.com> wrote:\n> When?");
  const std::string three =
      mail(ann, "Tue, 3 Nov 2026 08:00:00 +0100", "Still not here.\n\n> It\n> ships.");
  const std::string wanted =
      "customer 2026-11-01T08:00:00+01:00 Ann Lee: When? | "
      "agent 2026-11-02T08:00:00+01:00 Sam: It ships. | "
      "customer 2026-11-03T08:00:00+01:00 Ann Lee: Still not here.";
  const Result folder = read({{"3.eml", three}, {"2.eml", two}, {"1.eml", one}});
  CHECK(folder.thread == wanted);
  CHECK(folder.warnings.empty());
  const std::string from = "From ann@gmail.com Sun Nov  1 08:00:00 2026\n";
  const Result mbox = read({{"a.mbox", from + three + "\n" + from + one + "\n" + from + two}});
  CHECK(mbox.thread == wanted);
  CHECK(mbox.warnings.empty());
}

TEST_CASE("what only a quotation holds counts too") {
  const Result found =
      read({{"1.eml", mail(ann, "Sun, 1 Nov 2026 08:00:00 +0100", "When?")},
            {"2.eml", mail(ann, "Tue, 3 Nov 2026 08:00:00 +0100",
                           "Still not here.\n\nOn Mon, 2 Nov 2026 at 9:00, Sam <sam@shop.example> "
                           "wrote:\n> It ships.\n> \n>> When?")}});
  CHECK(found.thread ==
        "customer 2026-11-01T08:00:00+01:00 Ann Lee: When? | "
        "agent 2026-11-02T09:00:00+01:00 Sam: It ships. | "
        "customer 2026-11-03T08:00:00+01:00 Ann Lee: Still not here.");
}

TEST_CASE("without dates the order of the file stays") {
  const Result found = read({{"1.eml", mail(ann, "", "When?")},
                             {"2.eml", mail(sam, "Mon, 2 Nov 2026 08:00:00 +0100", "It ships.")},
                             {"3.eml", mail(ann, "", "Still not here.")}});
  CHECK(found.thread ==
        "customer - Ann Lee: When? | agent 2026-11-02T08:00:00+01:00 Sam: It ships. | "
        "customer - Ann Lee: Still not here.");
  CHECK(found.warnings == "1.eml:0: 2 messages have no date; the order of the files was kept\n");
}

TEST_CASE("replies by machines are no part of a thread") {
  const Result found =
      read({{"1.eml", mail(ann, "Sun, 1 Nov 2026 08:00:00 +0100", "When?")},
            {"2.eml", "Auto-Submitted: auto-replied\n" +
                          mail(ann, "Mon, 2 Nov 2026 08:00:00 +0100", "I am on holiday.")}});
  CHECK(found.thread == "customer 2026-11-01T08:00:00+01:00 Ann Lee: When?");
}

TEST_CASE("threads as JSON") {
  CHECK(read({{"a.json",
               R"([{"from": "customer", "at": "2026-05-02T10:00Z", "name": "Ann", "text": "When?"},
                   {"from": "agent", "at": null, "text": " Soon. "},
                   {"from": "customer", "text": "  "}])"}})
            .thread == "customer 2026-05-02T10:00:00Z Ann: When? | agent - -: Soon.");
  // Told by its shape where the name does not.
  CHECK(read({{"-", R"(  [ {"from": "customer", "text": "When?"}])"}}).thread ==
        "customer - -: When?");
  struct Row {
    const char* bytes;
    const char* error;
  };
  const std::vector<Row> rows{
      {"", "is no JSON; write [{\"from\": "},
      {"{", "is no JSON; write [{\"from\": "},
      {"[{\"from\": \"customer\", \"text\": \"\xFF\"}]", "is no JSON; write [{\"from\": "},
      {"{}", "is no list of messages; write [{\"from\": "},
      {"[]", "holds no message"},
      {"[1]", "message 1: is no object; write [{\"from\": "},
      {R"([{"from": "customer", "text": "a"}, {"text": "b"}])",
       "message 2: has no “from”; write customer or agent"},
      {R"([{"from": "us", "text": "a"}])", "message 1: “from” is “us”; write customer or agent"},
      {R"([{"from": 1, "text": "a"}])", "message 1: “from” is no text"},
      {R"([{"from": "agent"}])", "message 1: has no “text”"},
      {R"([{"from": "customer", "at": "noon", "text": "a"}])",
       "message 1: “at” is “noon”; write a time as 2026-05-02T10:00Z (ISO 8601)"},
      {R"([{"from": "agent", "text": "a"}])", "holds no message from the customer"},
      {R"([{"from": "customer", "text": " "}])", "holds no message"},
  };
  for (const Row& row : rows) {
    INFO(row.bytes);
    const Result found = read({{"a.json", row.bytes}});
    CHECK(found.error.find(row.error) == 0);
    CHECK(found.thread.empty());
  }
}

TEST_CASE("damage and doubt are told") {
  CHECK(read({{"a.txt", ""}}).error == "holds no message");
  CHECK(read({{"a.mbox", ""}}).error == "holds no message");
  CHECK(read({{"a.txt", "bad \xFF byte"}}).warnings ==
        "a.txt:4: 1 sequence of bytes is not valid UTF-8; it was read as U+FFFD\n");
  const std::string from = "From ann@gmail.com Sun Nov  1 08:00:00 2026\n";
  const std::string damaged = mail(ann, "noon", "When?");
  CHECK(read({{"a.mbox", from + damaged}}).warnings == "a.mbox:44: the Date: “noon” is no date\n");
  CHECK(read({{"a.eml", mail(ann, "Tue, 3 Nov 2026 10:12:00 +0100",
                             "No.\n\nOn 05/08/2026, Sam wrote:\n> It ships.")}})
            .warnings ==
        "a.eml:0: “05/08/2026” may be two days; the message below it is taken to have no date\n");
}

}  // namespace replylint
