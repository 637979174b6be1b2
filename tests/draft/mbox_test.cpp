#include "draft/mbox.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"

namespace replylint {
namespace {

const std::string separator = "From ann@example.org Thu Jan  1 10:00:00 2026\n";

std::vector<MboxMessage> read_all(const std::string& file, std::size_t head = 0) {
  std::istringstream in(file.substr(head));
  MboxReader reader(in, file.substr(0, head));
  std::vector<MboxMessage> messages;
  MboxMessage message;
  while (reader.next(message)) messages.push_back(message);
  return messages;
}

enum class Variant { o, rd, cl, cl2 };

// As a mailbox of each variant writes a message.
std::string write(const std::string& body, Variant variant) {
  std::string escaped;
  std::istringstream lines(body);
  for (std::string line; std::getline(lines, line);) {
    const std::string text = line.substr(std::min(line.find_first_not_of('>'), line.size()));
    const bool escape = variant == Variant::rd
                            ? text.starts_with("From ")
                            : variant != Variant::cl2 && line.starts_with("From ");
    escaped.append(escape ? ">" : "").append(line).append("\n");
  }
  std::string out = separator + "Subject: x\n";
  if (variant == Variant::cl || variant == Variant::cl2) {
    out += "Content-Length: " + std::to_string(escaped.size()) + "\n";
  }
  return out + "\n" + escaped + "\n";
}

// The body as it was sent.
std::string body_of(const MboxMessage& message) {
  return message.text.text.substr(message.text.text.find("\n\n") + 2);
}

}  // namespace

TEST_CASE("the four variants of mailbox files") {
  const std::vector<std::string> bodies{
      "From the first of May on\nwe are open.\n",
      "Hello,\n\nFrom ann@example.org Thu Jan  1 10:00:00 2026\nSubject: what I saw in my file\n",
      "plain\n",
      "> From what you say\n>> From what I said\n",
      "\n\nempty lines around\n\n\n",
  };
  for (const Variant variant : {Variant::o, Variant::rd, Variant::cl, Variant::cl2}) {
    std::string file;
    for (const std::string& body : bodies) file += write(body, variant);
    const std::vector<MboxMessage> messages = read_all(file);
    INFO(file);
    REQUIRE(messages.size() == bodies.size());
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      CHECK(body_of(messages[i]) == bodies[i]);
      CHECK(messages[i].separator == separator.substr(0, separator.size() - 1));
      CHECK_FALSE(messages[i].cut);
    }
  }
}

TEST_CASE("each byte of a message leads back to the file") {
  const std::string file = "\n" + write("Hi,\nFrom now on\n>From then\n", Variant::rd) +
                           write("one\nFrom two\nthree\n", Variant::cl);
  const std::vector<MboxMessage> messages = read_all(file);
  REQUIRE(messages.size() == 2);
  for (const MboxMessage& message : messages) {
    CHECK(file.substr(message.start, message.raw.size()) == message.raw);
    const std::string above = file.substr(0, message.start);
    CHECK(static_cast<std::size_t>(std::count(above.begin(), above.end(), '\n')) == message.before);
    CHECK(message.before == message.line);  // one line for the separator
    for (std::size_t i = 0; i < message.text.text.size(); ++i) {
      const Span source = message.text.map.to_source({i, i + 1});
      REQUIRE(source.size() == 1);
      CHECK(message.raw[source.start] == message.text.text[i]);
    }
  }
}

TEST_CASE("what ends a message in a mailbox file") {
  const std::string header = "Subject: x\n\n";
  struct Row {
    std::string name;
    std::string file;
    std::vector<std::string> raw;
  };
  const std::vector<Row> rows{
      {"nothing", "", {}},
      {"empty lines only", "\n\r\n\n", {}},
      {"no separator", "Subject: x\n\nhello\n", {"Subject: x\n\nhello\n"}},
      {"text before the first",
       "hello\n\n" + separator + header + "a\n",
       {"hello\n\n", header + "a\n"}},
      {"a sentence",
       separator + header + "\nFrom 10:30 on, May 2026 is busy\nand so on\n",
       {header + "\nFrom 10:30 on, May 2026 is busy\nand so on\n"}},
      {"no empty line before",
       separator + header + "a\n" + separator + header + "b\n",
       {header + "a\n", header + "b\n"}},
      {"no body",
       separator + "Subject: x\n" + separator + header + "b\n",
       {"Subject: x\n", header + "b\n"}},
      {"no message", separator + separator + header, {"", header}},
      {"no last line end", separator + header + "a", {header + "a"}},
      {"length beyond the file",
       separator + "Content-Length: 99\n\na\n\n" + separator + header,
       {"Content-Length: 99\n\na\n", header}},
      {"length too short",
       separator + "Content-Length: 1\n\nabc\n\n" + separator + header,
       {"Content-Length: 1\n\nabc\n", header}},
      {"length that is no number",
       separator + "Content-Length: many\n\nabc\n",
       {"Content-Length: many\n\nabc\n"}},
      {"length of the text alone",
       separator + "Content-Length: 3\n\nabc\n\n" + separator + header,
       {"Content-Length: 3\n\nabc", header}},
      {"dash for the sender", "From - Mon May 04 10:00:00 2026\n" + header, {header}},
      {"zone before the year", "From 17@xxx Mon May 04 10:00:00 +0000 2026\n" + header, {header}},
      {"line ends of two bytes",
       "From a Thu Jan  1 10:00:00 2026\r\nSubject: x\r\n\r\na\r\n\r\n"
       "From b Thu Jan  1 10:00:00 2026\r\nSubject: x\r\n\r\nb\r\n",
       {"Subject: x\r\n\r\na\r\n", "Subject: x\r\n\r\nb\r\n"}},
  };
  for (const Row& row : rows) {
    for (const std::size_t head : {std::size_t{0}, row.file.size() / 2}) {
      INFO(row.name << ", " << head << " bytes taken before");
      const std::vector<MboxMessage> messages = read_all(row.file, head);
      std::vector<std::string> raw;
      for (const MboxMessage& message : messages) raw.push_back(message.raw);
      CHECK(raw == row.raw);
    }
  }
}

TEST_CASE("lines that begin with From are given back") {
  struct Row {
    std::string raw;
    std::string text;
  };
  const std::vector<Row> rows{
      {">From a\n", "From a\n"},
      {">>From a\n", ">From a\n"},
      {"x >From a\n", "x >From a\n"},
      {">Fromage\n", ">Fromage\n"},
      {"> before\n>From a\n> after\n", "> before\nFrom a\n> after\n"},
      {">before\n>From a\n", ">before\n>From a\n"},
      {">From a\n>after\n", ">From a\n>after\n"},
      {">before\n>>From a\n>after\n", ">before\n>From a\n>after\n"},
      {">>before\n>>From a\n", ">>before\n>>From a\n"},
      {">From a", "From a"},
  };
  for (const Row& row : rows) CHECK(unescape_from_lines(row.raw).text == row.text);
}

TEST_CASE("mailbox files are known by their name or beginning") {
  CHECK(is_mbox("a.mbox", ""));
  CHECK(is_mbox("A.MBOX", "x"));
  CHECK(is_mbox("Sent", separator + "Subject: x\n"));
  CHECK(is_mbox("-", separator + ">From b@example.org Thu Jan  1 10:00:00 2026\n"));
  CHECK_FALSE(is_mbox("a.eml", separator + "Subject: x\n"));
  CHECK_FALSE(is_mbox("Sent", separator));
  CHECK_FALSE(is_mbox("Sent", separator + "Hello Tom,\n"));
  CHECK_FALSE(is_mbox("Sent", "From today on\nNote: closed\n"));
  CHECK_FALSE(is_mbox("Sent", "From: a@b.c\nSubject: x\n"));
}

TEST_CASE("a message of a mailbox file is read as a mail") {
  const std::vector<MboxMessage> messages =
      read_all(separator + "Content-Transfer-Encoding: quoted-printable\n\n>From caf=C3=A9\n");
  REQUIRE(messages.size() == 1);
  const Draft draft = read_message(messages[0]);
  CHECK(draft.text == "From caf\xC3\xA9\n");
  const Span span = draft.source_map.to_source({8, 10});
  CHECK(messages[0].raw.substr(span.start, span.size()) == "=C3=A9");
}

TEST_CASE("messages and lines beyond any measure are cut") {
  const std::string line(MboxMessage::longest / 2 + 10, 'x');
  const std::string file = separator + "Subject: x\n\n" + line + "\n" + line + "\nlast\n\n" +
                           separator + "Subject: y\n\nb\n";
  const std::vector<MboxMessage> messages = read_all(file);
  REQUIRE(messages.size() == 2);
  CHECK(messages[0].cut);
  CHECK(messages[0].raw.size() == MboxMessage::longest);
  CHECK_FALSE(messages[1].cut);
  CHECK(messages[1].raw == "Subject: y\n\nb\n");
  CHECK(messages[1].line == 8);
}

}  // namespace replylint
