// A reading made by hand, against files that were reviewed.
#include "report/context.hpp"

#include <sstream>

#include "catch.hpp"
#include "golden.hpp"
#include "text/moment.hpp"

namespace replylint::test {
namespace {

using report::ContextRecord;
using report::OutputFormat;

// A message with one of everything.
class Sample {
 public:
  ContextRecord record;

  Sample() {
    record.path = "asked.eml";
    record.text =
        "Where is my lamp? Order ab-4471 was due on 3 May. WHY NOBODY ANSWERS?! I restarted it. "
        "I am furious, damn it, you fools. Please call me at 555 0100 by Friday. "
        "I will sue, let me speak to your manager. It is my third email.\nAnn Lee";
    record.thread = {
        {Party::customer, text::parse_iso("2026-05-02T10:00Z"), "Ann Lee", "Where is my lamp?"},
        {Party::agent, std::nullopt, "", "It ships \x1b[31mon 3 May.\nSam"},
        {Party::customer, text::parse_iso("2026-05-04T09:30+02:00"), "Ann Lee", record.text}};
    CustomerReading& reading = record.reading;
    reading.name = CustomerName{"Ann Lee", NameSource::sender, std::nullopt};
    reading.questions = {{at("Where is my lamp?"), QuestionKind::where, false},
                         {at("WHY NOBODY ANSWERS?!"), QuestionKind::why, true}};
    reading.requests = {at("Please call me at 555 0100 by Friday.")};
    reading.deadlines = {at("by Friday")};
    reading.references = {{ReferenceKind::order, at("Order ab-4471"), "AB4471"},
                          {ReferenceKind::date, at("3 May"), "05-03"}};
    reading.details = {{DetailKind::phone, at("555 0100")}};
    reading.tried = {{"restart", at("I restarted it")}};
    reading.emotions = {{Emotion::anger, 1.5, {at("furious")}}};
    reading.threats = {{ThreatKind::sue, at("I will sue")}};
    reading.asks_for_manager = {at("your manager")};
    reading.times_written = 3;
    reading.wrote_before = {at("my third email")};
    reading.anger = {3,
                     true,
                     {at("furious")},
                     {at("WHY NOBODY ANSWERS")},
                     {at("?!")},
                     {at("damn it")},
                     {at("you fools")}};
    reading.situations = {"angry", "delay"};
  }

 private:
  [[nodiscard]] Span at(std::string_view words) const {
    const std::size_t start = record.text.find(words);
    REQUIRE(start != std::string::npos);
    return {start, start + words.size()};
  }
};

std::string printed(const ContextRecord& record, OutputFormat format) {
  std::ostringstream out;
  write_context(out, record, format);
  return out.str();
}

// A message of which nothing is known.
ContextRecord bare() {
  ContextRecord record;
  record.path = "-";
  record.text = "It broke.";
  record.thread = {{Party::customer, std::nullopt, "", record.text},
                   {Party::agent, std::nullopt, "", "A new one ships today."}};
  record.answered = true;
  return record;
}

}  // namespace

TEST_CASE("a reading as text") {
  check_golden("tests/report/golden/context.txt",
               printed(Sample().record, OutputFormat::text) + printed(bare(), OutputFormat::text));
}

TEST_CASE("a reading as JSON") {
  check_golden("tests/report/golden/context.jsonl",
               printed(Sample().record, OutputFormat::json) + printed(bare(), OutputFormat::json));
}

}  // namespace replylint::test
