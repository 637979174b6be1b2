#include "draft/greeting.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "show.hpp"

namespace replylint {

TEST_CASE("where a greeting ends") {
  struct Row {
    std::string line;
    std::string greeting;
  };
  const std::vector<Row> rows{
      {"Hi Tom,", "Hi Tom,"},
      {"Hi Tom, thanks for writing.", "Hi Tom,"},
      {"Hi Tom thanks for writing.", "Hi Tom"},
      {"Hi, Tom!", "Hi, Tom!"},
      {"Hi, Tom has your order.", "Hi,"},
      {"Hi there! We saw it.", "Hi there!"},
      {"Hello", "Hello"},
      {"Hello we are on it", "Hello"},
      {"Hello again Ann -", "Hello again Ann -"},
      {"Hey that is wrong", ""},
      {"Hey Ann!", "Hey Ann!"},
      {"Heyyy Ann", "Heyyy Ann"},
      {"Hiii,", "Hiii,"},
      {"HELLO TOM!", "HELLO TOM!"},
      {"Dear Ms Lee:", "Dear Ms Lee:"},
      {"Dear Dr. J. Lee,", "Dear Dr. J. Lee,"},
      {"Dear valued customer,", "Dear valued customer,"},
      {"Dear Sir or Madam", "Dear Sir or Madam"},
      {"Dear me, that is late", ""},
      {"To whom it may concern:", "To whom it may concern:"},
      {"Good morning Tom and Ann,", "Good morning Tom and Ann,"},
      {"Good morning.", "Good morning."},
      {"Good to hear", ""},
      {"Hi {{customer.first_name}}, ok", "Hi {{customer.first_name}},"},
      {"Dear [Customer Name],", "Dear [Customer Name],"},
      {"Hi @tom_83, ok", "Hi @tom_83,"},
      {"@tom_83 Hi! Ok", "@tom_83 Hi!"},
      {"@tom_83 we saw it", ""},
      {"@tom_83", ""},
      {"Hi I have news", "Hi"},
      {"Hippos are fine", ""},
      {"History matters", ""},
      {"Hola Ana:", "Hola Ana:"},
      {"Bonjour Anne,", "Bonjour Anne,"},
      {"Sehr geehrte Frau Lee,", "Sehr geehrte Frau Lee,"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK(row.line.substr(0, greeting_at_front(row.line)) == row.greeting);
  }
}

TEST_CASE("a greeting with a space that does not break") {
  CHECK(greeting_at_front("Hi\xC2\xA0Tom, it ships") == 8);
  CHECK(greeting_at_front("Dear\xC2\xA0Ms\xC2\xA0Lee,") == 14);
}

TEST_CASE("a name alone on the first line") {
  for (const char* line : {"Tom,", "Tom:", "Tom -", "Ann and Tom,", "Ann/Tom,", "Mary Jane,",
                           "All,", "Team:", "{{name}},"}) {
    INFO(line);
    CHECK(is_name_greeting(line, false));
  }
  for (const char* line : {"Unfortunately,", "Thanks,", "Tom", "URGENT:", "Please note:", "Yes,",
                           "Three Main Options Below:", "tom,", "@tom,", ""}) {
    INFO(line);
    CHECK_FALSE(is_name_greeting(line, false));
  }
  CHECK(is_name_greeting("Tom", true));
  CHECK_FALSE(is_name_greeting("Tom Lee", true));
}

TEST_CASE("the greeting of a draft") {
  CHECK(show_blocks("Hi Tom,\n\nIt ships today.") == "greeting{Hi Tom,//}body{It ships today.}");
  CHECK(show_blocks("Hi Tom, it ships today.") == "greeting{Hi Tom,}body{ it ships today.}");
  CHECK(show_blocks("\n  Tom,\nIt ships today.") ==
        "body{/}greeting{  Tom,/}body{It ships today.}");
  CHECK(show_blocks("Subject: Parcel\n\nHi Tom,\nOk then.") ==
        "body{Subject: Parcel//}greeting{Hi Tom,/}body{Ok then.}");
  CHECK(show_blocks("> Hi us,\n> where?\n\nHi Tom,\nHere.") ==
        "quoted{> Hi us,/> where?//}greeting{Hi Tom,/}body{Here.}");
  CHECK(show_blocks("It ships today.\n\nHi Tom,") == "body{It ships today.//Hi Tom,}");
}

}  // namespace replylint
