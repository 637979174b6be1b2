// What the golden files do not show.
#include "report/reporter.hpp"

#include <string>

#include "sample.hpp"

namespace replylint::test {
namespace {

using report::OutputFormat;
using report::Style;

SampleRecord blamed() {
  SampleRecord sample("a.txt", "It is your fault.\n");
  sample.find("blame/your-fault", "your fault", Severity::error, Dimension::respect, "It blames.");
  sample.record.score.total = 69;
  sample.record.score.band = Band::revise;
  sample.record.score.mends = {{0, 1, 31, 6}};
  return sample;
}

std::string without_colors(std::string text) {
  for (std::size_t at = text.find("\x1b["); at != std::string::npos; at = text.find("\x1b[", at)) {
    text.erase(at, text.find('m', at) - at + 1);
  }
  return text;
}

TEST_CASE("colour only adds escapes of our own") {
  for (const bool quiet : {false, true}) {
    Style colored;
    colored.color = true;
    colored.quiet = quiet;
    colored.explain_score = true;
    Style plain = colored;
    plain.color = false;
    const std::string with = printed(OutputFormat::text, colored, {blamed(), blamed()});
    const std::string without = printed(OutputFormat::text, plain, {blamed(), blamed()});
    CHECK(with.find("\x1b[31merror\x1b[0m") != std::string::npos);
    CHECK(without.find('\x1b') == std::string::npos);
    CHECK(without_colors(with) == without);
  }
}

TEST_CASE("line and json know no colour") {
  Style style;
  style.color = true;
  for (const auto format : {OutputFormat::line, OutputFormat::json, OutputFormat::jsonl}) {
    CHECK(printed(format, style, {blamed()}).find('\x1b') == std::string::npos);
  }
}

TEST_CASE("quiet: findings only, one a line") {
  Style style;
  style.quiet = true;
  SampleRecord clean("fine.txt", "Fine.\n");
  CHECK(printed(OutputFormat::text, style, {clean, blamed(), clean}) ==
        "a.txt:1:7: error: It blames. [blame/your-fault]\n");
}

TEST_CASE("a clean draft gets one line") {
  SampleRecord clean("fine.txt", "Fine.\n");
  clean.record.score.tone = 60;
  CHECK(printed(OutputFormat::text, {}, {clean}) ==
        "fine.txt: nothing to change. Score 100 ready, tone 60\n");
}

TEST_CASE("a note does not hide findings") {
  SampleRecord sample = blamed();
  sample.record.note = "nothing to lint";
  CHECK(printed(OutputFormat::text, {}, {sample}).find("blame/your-fault") != std::string::npos);
}

TEST_CASE("reason and wordings stand once a rule") {
  SampleRecord sample("a.txt", "your fault, your problem\n");
  sample.find("blame/x", "your fault", Severity::error, Dimension::respect, "One.");
  sample.find("blame/x", "your problem", Severity::error, Dimension::respect, "Two.");
  const std::string text = printed(OutputFormat::text, {}, {sample});
  const std::string why = "why: Because of blame.";
  const std::size_t first = text.find(why);
  REQUIRE(first != std::string::npos);
  CHECK(text.find(why, first + 1) == std::string::npos);
  CHECK(text.find("Not “your fault”.") != std::string::npos);
}

TEST_CASE("nothing but the frame where no record came") {
  CHECK(printed(OutputFormat::text, {}, {}).empty());
  CHECK(printed(OutputFormat::line, {}, {}).empty());
  CHECK(printed(OutputFormat::jsonl, {}, {}).empty());
  CHECK(printed(OutputFormat::json, {}, {}).find("\"files\":0") != std::string::npos);
}

TEST_CASE("JSON holds no raw control characters either") {
  SampleRecord sample("a.txt", "you \xC2\x9B\x7F\xE2\x80\xAE\xF3\xA0\x81\x81 é must\n");
  sample.find("demand/must", sample.record.draft.text, Severity::error, Dimension::respect, "m");
  const std::string json = printed(OutputFormat::jsonl, {}, {sample});
  CHECK(json.find("you \\u009b\\u007f\\u202e\\udb40\\udc41 é must\\n") != std::string::npos);
}

TEST_CASE("a path of any bytes gives valid JSON") {
  SampleRecord sample("caf\xE9.txt", "Fine.\n");
  CHECK(printed(OutputFormat::jsonl, {}, {sample}).find("caf\xEF\xBF\xBD.txt") !=
        std::string::npos);
}

}  // namespace
}  // namespace replylint::test
