// Every format over records made by hand, against files that were reviewed.
#include "golden.hpp"

#include "report/zones.hpp"
#include "sample.hpp"

namespace replylint::test {
namespace {

using report::OutputFormat;
using report::Style;

constexpr const char* late_refund =
    "Hi Anna,\n\n"
    "You should have read the terms before ordering, and you should have told us.\n"
    "\tI am sorry if that hurt. ご迷惑 and 🙂, we can not help.\n\n"
    "Regards\nTom\n";

SampleRecord full_sample() {
  SampleRecord sample("late-refund.txt", late_refund);
  auto& record = sample.record;
  sample.element("greeting", "Hi Anna,");
  sample.element("apology", "I am sorry");
  record.analysis.elements.push_back({"greeting-name", {sample.span_of("Hi Anna")}, {}});
  record.analysis.situations = {"angry", "delay"};
  record.analysis.strengths = {{"joint", {sample.span_of("we can")}, Dimension::empathy}};
  sample.miss("next-step", "You should", Severity::error, Dimension::certainty,
              "Say what happens next.", "I will call you by Friday.");
  sample.find("blame/should-have", "You should have read", Severity::error, Dimension::respect,
              "“You should have read” blames.");
  sample.find("blame/should-have", "you should have told", Severity::error, Dimension::respect,
              "“you should have told” blames.");
  auto& sorry = sample.find("non-apology/sorry-if", "I am sorry if", Severity::warning,
                            Dimension::ownership, "“I am sorry if” takes it back.");
  sorry.fix = Fix{sorry.span, "I am sorry that"};
  auto& unable = sample.find("cold-refusal/unable", "we can not help", Severity::suggestion,
                             Dimension::empathy, "It ends there.");
  record.draft.thread = {{Party::agent, {}, "Tom", "We will help."},
                         {Party::customer, {}, "Anna", "Help,\n\033[1mnow"}};
  record.draft.customer = record.draft.thread.back().text;
  unable.evidence = {{std::nullopt, {0, record.draft.customer->size()}}, {0, {3, 12}}};
  Score& score = record.score;
  score.total = 55;
  score.band = Band::rewrite;
  score.tone = 38;
  score.dimensions = {96, 88, 33, 55, 100, 100};
  score.start = {100, 100, 33.25, 100, 100, 100};
  score.values = {96, 88, 33.25, 55, 100, 100};
  score.before_caps = 74.45;
  score.items = {{Dimension::empathy, "cold-refusal/unable", -4, 4, "suggestion 4"},
                 {Dimension::ownership, "non-apology/sorry-if", -12, 3, "warning 12"},
                 {Dimension::certainty, "missing/next-step", -66.75, 0, "100 × 50 / 75"},
                 {Dimension::respect, "blame/should-have", -30, 1, "error 30"},
                 {Dimension::respect, "blame/should-have", -15, 2, "error 30 × 0.5 hit 2"}};
  score.caps = {{59, "2 errors"}, {74, "missing: next-step"}};
  score.mends = {{1, 2, 14.25, 9}, {0, 1, 0, 13.35}};
  score.tone_items = {{Dimension::respect, "start", 60, ScoreItem::npos, {}},
                      {Dimension::respect, "blame/should-have", -15, 1, "-30 / √4"}};
  score.tone_words = {{"sorry", 2, 6}};
  score.tone_width = 25;
  return sample;
}

SampleRecord clean_sample() { return {"fine.md", "Hi Anna,\n\nyour lamp leaves us today.\n"}; }

SampleRecord empty_sample() {
  SampleRecord sample("empty.txt", "");
  sample.record.analysis.words = 0;
  sample.record.note = "nothing to lint: the draft is empty";
  return sample;
}

// Quoted-printable: one visible line from three of the source.
SampleRecord mail_sample() {
  SampleRecord sample("mail.eml",
                      "Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n"
                      "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                      "Caf=C3=A9 users, it is late and you sho=\r\nuld have kn=\r\nown.\r\n",
                      Format::eml);
  sample.find("blame/should-have", "you should have known", Severity::error, Dimension::respect,
              "“you should have known” blames.");
  sample.record.score.total = 69;
  sample.record.score.band = Band::revise;
  return sample;
}

SampleRecord jsonl_sample() {
  SampleRecord sample("replies.jsonl", "Hello.\nIt is your fault.");
  sample.record.id = "a7";
  sample.record.record_line = 12;
  sample.find("blame/your-fault", "your fault", Severity::error, Dimension::respect,
              "“your fault” blames.");
  sample.record.score.total = 69;
  sample.record.score.band = Band::revise;
  return sample;
}

// Text that tries to take over the terminal.
SampleRecord hostile_sample() {
  SampleRecord sample("evil\x1b[2J.txt",
                      "Dear \x1b[31mAnna\x1b[0m, you \xE2\x80\xAE must\x07 pay.\xC2\x9B\n");
  sample.find("demand/must\x1b", "must", Severity::warning, Dimension::respect,
              "“you \xE2\x80\xAE must” orders.");
  sample.record.id = "1\n2";
  sample.record.record_line = 3;
  return sample;
}

std::string golden(const std::string& name) { return "tests/report/golden/" + name; }

TEST_CASE("text") {
  check_golden(golden("text.txt"), printed(OutputFormat::text, {}, {full_sample()}));
}

TEST_CASE("text, the score explained") {
  Style style;
  style.explain_score = true;
  const std::string plain = printed(OutputFormat::text, {}, {full_sample()});
  const std::string explained = printed(OutputFormat::text, style, {full_sample()});
  REQUIRE(explained.starts_with(plain));
  check_golden(golden("explained.txt"), explained.substr(plain.size()));
}

TEST_CASE("text, several drafts and totals") {
  check_golden(golden("several.txt"), printed(OutputFormat::text, {},
                                              {clean_sample(), empty_sample(), mail_sample(),
                                               jsonl_sample(), hostile_sample(), clean_sample()}));
}

TEST_CASE("line") {
  check_golden(golden("line.txt"), printed(OutputFormat::line, {},
                                           {full_sample(), clean_sample(), empty_sample(),
                                            mail_sample(), jsonl_sample(), hostile_sample()}));
}

TEST_CASE("json") {
  Style style;
  style.explain_score = true;
  check_golden(golden("report.json"),
               printed(OutputFormat::json, style, {full_sample(), empty_sample(), mail_sample()}));
}

TEST_CASE("jsonl") {
  check_golden(golden("report.jsonl"),
               printed(OutputFormat::jsonl, {}, {full_sample(), jsonl_sample(), hostile_sample()}));
}

TEST_CASE("the formats of CI servers") {
  using Format = std::pair<OutputFormat, const char*>;
  for (const auto& [format, name] :
       {Format{OutputFormat::sarif, "report.sarif"}, Format{OutputFormat::github, "github.txt"},
        Format{OutputFormat::gitlab, "gitlab.json"}, Format{OutputFormat::junit, "junit.xml"},
        Format{OutputFormat::checkstyle, "checkstyle.xml"},
        Format{OutputFormat::rdjson, "rdjson.json"}}) {
    check_golden(golden(name), printed(format, {},
                                       {full_sample(), clean_sample(), empty_sample(),
                                        mail_sample(), jsonl_sample(), hostile_sample()}));
  }
}

TEST_CASE("zones") {
  SampleRecord sample("zones.txt",
                      "Hi {{name}},\n\nsee https://example.com/a now.\n\nRegards\nTom\n\n"
                      "On Monday Anna wrote:\n> Where is my lamp?\n> It is late.\n");
  std::ostringstream text;
  report::write_zones(text, sample.record, OutputFormat::text);
  check_golden(golden("zones.txt"), text.str());
  std::ostringstream json;
  report::write_zones(json, sample.record, OutputFormat::json);
  check_golden(golden("zones.json"), json.str());
}

}  // namespace
}  // namespace replylint::test
