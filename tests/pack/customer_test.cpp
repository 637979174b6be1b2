// How the shipped pack reads a customer's message.
#include "replylint/customer.hpp"

#include <fmt/format.h>

#include <string>

#include "catch.hpp"
#include "replylint/rule_set.hpp"
#include "shipped.hpp"

namespace replylint {
namespace {

// One line for each thing that was read.
std::string show(std::string_view message, std::string_view sender = {}) {
  static const test::Shipped shipped;
  const CustomerReading read = read_customer(shipped.rules, message, sender);
  std::string out;
  const auto words = [&](Span span) { return message.substr(span.start, span.size()); };
  const auto add = [&](std::string_view what, std::string_view more, Span span) {
    out += fmt::format("{}{}{}: {}\n", what, more.empty() ? "" : " ", more, words(span));
  };
  if (read.name) {
    out += fmt::format("name {}: {}\n",
                       name_source_names.at(static_cast<std::size_t>(read.name->source)),
                       read.name->text);
  }
  for (const CustomerQuestion& question : read.questions) {
    add(question.rhetorical ? "outcry" : "question",
        question_kind_names.at(static_cast<std::size_t>(question.kind)), question.span);
  }
  for (const Span span : read.requests) add("request", "", span);
  for (const Span span : read.deadlines) add("deadline", "", span);
  for (const CustomerReference& reference : read.references) {
    out += fmt::format("{}: {} = {}\n",
                       reference_kind_names.at(static_cast<std::size_t>(reference.kind)),
                       words(reference.span), reference.value);
  }
  for (const CustomerDetail& detail : read.details) {
    add("gave", detail_kind_names.at(static_cast<std::size_t>(detail.kind)), detail.span);
  }
  for (const TriedStep& step : read.tried) add("tried", step.name, step.span);
  for (const CustomerEmotion& emotion : read.emotions) {
    out += fmt::format("{} {:.1f}\n", emotion_names.at(static_cast<std::size_t>(emotion.emotion)),
                       emotion.strength);
  }
  for (const CustomerThreat& threat : read.threats) {
    add("will", threat_kind_names.at(static_cast<std::size_t>(threat.kind)), threat.span);
  }
  for (const Span span : read.asks_for_manager) add("manager", "", span);
  if (read.times_written > 1) out += fmt::format("message {}\n", read.times_written);
  if (read.anger.angry) out += fmt::format("angry {:.1f}\n", read.anger.strength);
  CHECK(read.anger.angry == (read.anger.strength >= 1));
  return out;
}

TEST_CASE("a complaint with everything in it") {
  const std::string message =
      "Hello,\n\nthis is my third email about order AB-1234 of 4 June. You charged me £38.00 "
      "twice!\n"
      "I restarted the app and cleared the cache. Where is my refund? I need it by Friday for the "
      "wedding.\n"
      "I am furious. If this goes on I am going to sue. Let me speak to a manager.\n\n"
      "Regards,\nCarol Smith\n";
  CHECK(show(message) ==
        "name sign-off: Carol Smith\n"
        "question where: Where is my refund?\n"
        "request: I need it by\n"
        "deadline: need it by Friday for the wedding\n"
        "order: AB-1234 = AB1234\n"
        "date: 4 June = 06-04\n"
        "amount: £38.00 = GBP 38\n"
        "date: Friday = friday\n"
        "tried restart: I restarted\n"
        "tried clear-cache: and cleared the cache\n"
        "anger 1.0\n"
        "will sue: going to sue\n"
        "manager: speak to a manager\n"
        "message 3\n"
        "angry 2.5\n");
}

TEST_CASE("calm messages") {
  CHECK(show("Thanks, all good.") == "");
  CHECK(show("") == "");
  CHECK(show("How do I export my data?", "Ann Lee") ==
        "name sender: Ann Lee\nquestion how: How do I export my data?\n");
}

TEST_CASE("questions that wait for no answer") {
  CHECK(show("Are you serious?").starts_with("outcry yes-no: Are you serious?\n"));
  CHECK(show("Really??").starts_with("outcry yes-no: Really??\n"));
  CHECK(show("Any ideas?") == "question help: Any ideas?\n");
}

TEST_CASE("feelings and their strength") {
  CHECK(show("I am worried about my data.").find("worry 1.0\n") != std::string::npos);
  CHECK(show("I am worried. So worried!").find("worry 2.0\n") != std::string::npos);
  CHECK(show("I am not worried.") == "");
}

TEST_CASE("anger adds up by hand") {
  CHECK(show("This is ridiculous.").find("angry 1.0\n") != std::string::npos);
  CHECK(show("This is ridiculous. It is a disgrace.").find("angry 1.5\n") != std::string::npos);
  CHECK(show("THIS IS RIDICULOUS!!").find("angry 2.0\n") != std::string::npos);
}

TEST_CASE("a long message is read in one pass") {
  std::string message;
  for (int i = 0; i < 20000; ++i)
    message += "Order AB-1234 cost £5 on 4 June, \"Blue Lamp\". Why? ";
  CHECK(show(message).size() > message.size());
}

}  // namespace
}  // namespace replylint
