#include "engine/time_expression.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "text/moment.hpp"

namespace replylint::engine {

namespace {

// Every time of a text as "[words] earliest/latest precision", said on Tuesday,
// 24 November 2026, at 14:30 in a place an hour east of UTC.
std::string times_in(const std::string& words, DateOrder order = DateOrder::unknown,
                     const char* now = "2026-11-24T14:30:00+01:00") {
  const auto base = text::parse_iso(now);
  REQUIRE(base);
  const auto document = text::read_document(words);
  std::string out;
  for (const text::Sentence& sentence : document.sentences) {
    for (const TimeExpression& time : find_times(words, document, sentence.first, sentence.last)) {
      const std::size_t start = document.tokens[time.first].start;
      if (!out.empty()) out += ", ";
      out += "[" + words.substr(start, document.tokens[time.last - 1].end - start) + "]";
      const auto range = resolve(time, *base, order);
      if (!range) {
        out += " -";
        continue;
      }
      // Without seconds and, where it is the message's own, without the zone.
      const auto shown = [&](Moment moment) {
        const std::string iso = text::to_iso(moment);
        return iso.substr(0, 16) + (moment.offset == base->offset ? "" : iso.substr(19));
      };
      out += " ";
      out += range->earliest == range->latest ? "" : shown(range->earliest) + "/";
      out += shown(range->latest);
      out += range->precision == Precision::day ? " day" : "";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("times are found and resolved") {
  struct Row {
    const char* words;
    const char* times;
  };
  for (const auto& [words, times] : {
           // Clocks.
           Row{"call you at 4.", "[at 4] 2026-11-24T16:00"},
           Row{"call you at 4 pm", "[at 4 pm] 2026-11-24T16:00"},
           Row{"call you at 9", "[at 9] 2026-11-25T09:00"},
           Row{"by noon", "[by noon] 2026-11-24T14:30/2026-11-25T12:00"},
           Row{"by midnight", "[by midnight] 2026-11-24T14:30/2026-11-25T00:00"},
           Row{"before 17:00", "[before 17:00] 2026-11-24T14:30/2026-11-24T17:00"},
           Row{"at 5.30pm", "[at 5.30pm] 2026-11-24T17:30"},
           Row{"between 3 and 5 pm", "[between 3 and 5 pm] 2026-11-24T15:00/2026-11-24T17:00"},
           Row{"3-5pm today", "[3-5pm today] 2026-11-24T15:00/2026-11-24T17:00"},
           Row{"in an hour", "[in an hour] 2026-11-24T15:30"},
           Row{"in half an hour", "[in half an hour] 2026-11-24T15:00"},
           Row{"within 48 hours", "[within 48 hours] 2026-11-24T14:30/2026-11-26T14:30"},
           Row{"this evening", "[this evening] 2026-11-24T18:00/2026-11-24T22:00"},
           // Days.
           Row{"today", "[today] 2026-11-24T00:00/2026-11-24T23:59 day"},
           Row{"tomorrow", "[tomorrow] 2026-11-25T00:00/2026-11-25T23:59 day"},
           Row{"the day after tomorrow",
               "[the day after tomorrow] 2026-11-26T00:00/2026-11-26T23:59 day"},
           Row{"on Thursday", "[on Thursday] 2026-11-26T00:00/2026-11-26T23:59 day"},
           Row{"on Tuesday", "[on Tuesday] 2026-12-01T00:00/2026-12-01T23:59 day"},
           Row{"next Friday", "[next Friday] 2026-12-04T00:00/2026-12-04T23:59 day"},
           Row{"by Friday", "[by Friday] 2026-11-24T14:30/2026-11-27T23:59 day"},
           Row{"before Monday", "[before Monday] 2026-11-24T14:30/2026-11-29T23:59 day"},
           Row{"on Sat", "[on Sat] 2026-11-28T00:00/2026-11-28T23:59 day"},
           Row{"on 3 May", "[on 3 May] 2027-05-03T00:00/2027-05-03T23:59 day"},
           Row{"on December 3rd", "[on December 3rd] 2026-12-03T00:00/2026-12-03T23:59 day"},
           Row{"by the 15th", "[by the 15th] 2026-11-24T14:30/2026-12-15T23:59 day"},
           Row{"on 2026-12-01", "[on 2026-12-01] 2026-12-01T00:00/2026-12-01T23:59 day"},
           Row{"on 3.12.2026", "[on 3.12.2026] 2026-12-03T00:00/2026-12-03T23:59 day"},
           Row{"by 25/12", "[by 25/12] 2026-11-24T14:30/2026-12-25T23:59 day"},
           Row{"by Monday, 30 November",
               "[by Monday, 30 November] 2026-11-24T14:30/2026-11-30T23:59 day"},
           Row{"on 31 June", "[on 31 June] -"},
           // Weeks and months.
           Row{"next week", "[next week] 2026-11-30T00:00/2026-12-06T23:59 day"},
           Row{"this weekend", "[this weekend] 2026-11-28T00:00/2026-11-29T23:59 day"},
           Row{"by the end of the day",
               "[by the end of the day] 2026-11-24T14:30/2026-11-24T23:59 day"},
           Row{"by the end of the week",
               "[by the end of the week] 2026-11-24T14:30/2026-11-27T23:59 day"},
           Row{"by the end of the month",
               "[by the end of the month] 2026-11-24T14:30/2026-11-30T23:59 day"},
           // Lengths of time.
           Row{"within two days", "[within two days] 2026-11-24T14:30/2026-11-26T23:59 day"},
           Row{"in 3–5 business days",
               "[in 3–5 business days] 2026-11-27T00:00/2026-12-01T23:59 day"},
           Row{"it takes 3 to 5 working days",
               "[3 to 5 working days] 2026-11-27T00:00/2026-12-01T23:59 day"},
           Row{"the next business day",
               "[the next business day] 2026-11-25T00:00/2026-11-25T23:59 day"},
           Row{"in three months", "[in three months] 2027-02-24T00:00/2027-02-24T23:59 day"},
           // Days and clocks together, in either order.
           Row{"by Friday 17:00", "[by Friday 17:00] 2026-11-24T14:30/2026-11-27T17:00"},
           Row{"at 4 pm on Friday", "[at 4 pm on Friday] 2026-11-27T16:00"},
           Row{"tomorrow morning", "[tomorrow morning] 2026-11-25T06:00/2026-11-25T12:00"},
           Row{"by 6 pm at the latest",
               "[by 6 pm at the latest] 2026-11-24T14:30/2026-11-24T18:00"},
           Row{"on May 3rd, 2027 at 10:00", "[on May 3rd, 2027 at 10:00] 2027-05-03T10:00"},
           // Zones.
           Row{"tomorrow at 10 am PST", "[tomorrow at 10 am PST] 2026-11-25T10:00-08:00"},
           Row{"at 10 am Pacific Time on 3 July",
               "[at 10 am Pacific Time on 3 July] 2027-07-03T10:00-07:00"},
           Row{"at 10 am ASAP", "[at 10 am] 2026-11-25T10:00"},
           // Open at the end.
           Row{"after Monday", "[after Monday] -"},
           // No times of something to come.
           Row{"two days ago, last Friday, every Monday, for two hours", ""},
           Row{"24/7, 4.5 stars, at 4 places, by 2 people, over 24 hours", ""},
           Row{"in a few days, soon, may be, the sun sat down", ""},
           Row{"on 40/40, at 25:00, by 13/13/2026", ""},
       }) {
    CAPTURE(words);
    CHECK(times_in(words) == times);
  }
}

TEST_CASE("a numeric date is read in the order of its country") {
  CHECK(times_in("by 5/6") == "[by 5/6] -");
  CHECK(times_in("by 5/6", DateOrder::day_first) ==
        "[by 5/6] 2026-11-24T14:30/2027-06-05T23:59 day");
  CHECK(times_in("by 5/6", DateOrder::month_first) ==
        "[by 5/6] 2026-11-24T14:30/2027-05-06T23:59 day");
  // Only one order makes a date of these.
  CHECK(times_in("by 12/25", DateOrder::day_first) ==
        "[by 12/25] 2026-11-24T14:30/2026-12-25T23:59 day");
  CHECK(times_in("by 6/6") == "[by 6/6] 2026-11-24T14:30/2027-06-06T23:59 day");
}

TEST_CASE("the end of shorter months, leap years, the turn of the year") {
  CHECK(times_in("in a month", {}, "2027-01-31T09:00Z") ==
        "[in a month] 2027-02-28T00:00/2027-02-28T23:59 day");
  CHECK(times_in("on 29 February", {}, "2028-01-31T09:00Z") ==
        "[on 29 February] 2028-02-29T00:00/2028-02-29T23:59 day");
  CHECK(times_in("tomorrow", {}, "2026-12-31T09:00Z") ==
        "[tomorrow] 2027-01-01T00:00/2027-01-01T23:59 day");
  CHECK(times_in("in two business days", {}, "2026-11-27T09:00Z") ==
        "[in two business days] 2026-12-01T00:00/2026-12-01T23:59 day");
  CHECK(times_in("in 900 years", {}, "9998-12-31T09:00Z") == "[in 900 years] -");
}

TEST_CASE("the clocks of a zone change between the promise and its time") {
  // Pacific time goes back by an hour on 1 November 2026.
  const char* before = "2026-10-31T12:00:00-07:00";
  CHECK(times_in("today at 3 pm PT", {}, before) == "[today at 3 pm PT] 2026-10-31T15:00");
  CHECK(times_in("tomorrow at 3 pm PT", {}, before) ==
        "[tomorrow at 3 pm PT] 2026-11-01T15:00-08:00");
}

}  // namespace replylint::engine
