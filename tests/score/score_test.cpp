// Bills that were added up by hand, with the shipped figures.
#include <cmath>

#include "sample.hpp"

namespace replylint::test {
namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;
constexpr auto suggestion = Severity::suggestion;
using enum Dimension;

TEST_CASE("a draft without words has everything") {
  Analysis empty;
  // What a situation requires is not asked of nothing.
  rules::Rule rule;
  rule.id = "missing/apology";
  empty.required.push_back({"apology", false, &rule});
  const Score score = score_of(empty);
  CHECK(score.total == 100);
  CHECK(score.tone == 100);
  CHECK(score.band == Band::ready);
  CHECK(score.dimensions == std::array<int, 6>{100, 100, 100, 100, 100, 100});
  CHECK(score.items.empty());
}

TEST_CASE("a clean draft has 100 and tone in the middle") {
  const Score score = Sample().score();
  CHECK(score.total == 100);
  CHECK(score.caps.empty());
  CHECK(score.mends.empty());
  CHECK(score.tone == 55);  // 100 / (1 + exp(-10 / 25))
}

TEST_CASE("severities cost 30, 12 and 4, unless the rule has a cost of its own") {
  CHECK(value_of(Sample().find("a/x", error, respect).score(), respect) == Approx(70));
  CHECK(value_of(Sample().find("a/x", warning, empathy).score(), empathy) == Approx(88));
  CHECK(value_of(Sample().find("a/x", suggestion, clarity).score(), clarity) == Approx(96));
  CHECK(value_of(Sample().find("a/x", error, respect).cost("a/x", 7).score(), respect) ==
        Approx(93));
  CHECK(value_of(Sample().find("a/x", error, respect).cost("a/x", 0).score(), respect) ==
        Approx(100));
}

TEST_CASE("repeats cost a half and a quarter, then nothing") {
  CHECK(value_of(Sample().find("a/x", warning, clarity, 2).score(), clarity) == Approx(100 - 18));
  CHECK(value_of(Sample().find("a/x", warning, clarity, 3).score(), clarity) == Approx(100 - 21));
  CHECK(value_of(Sample().find("a/x", warning, clarity, 9).score(), clarity) == Approx(100 - 21));
}

TEST_CASE("length softens repeats of warnings and suggestions only") {
  Sample sample;
  sample.analysis.clean_words = 600;  // √(150 / 600) = 0.5
  sample.find("a/x", warning, clarity, 2).find("b/x", error, respect, 2);
  const Score score = sample.score();
  CHECK(value_of(score, clarity) == Approx(100 - 12 - 12 * 0.5 * 0.5));
  CHECK(value_of(score, respect) == Approx(100 - 30 - 15));
}

TEST_CASE("a family takes at most 45 from a dimension") {
  Sample sample;
  sample.find("a/x", error, respect).find("a/y", error, respect).find("a/z", warning, empathy);
  const Score score = sample.score();
  CHECK(value_of(score, respect) == Approx(55));
  CHECK(value_of(score, empathy) == Approx(88));
  CHECK(value_of(sample.find("b/x", error, respect).score(), respect) == Approx(25));
}

TEST_CASE("no dimension falls below nothing") {
  Sample sample;
  for (const char* id : {"a/x", "b/x", "c/x", "d/x", "e/x"}) sample.find(id, error, respect);
  CHECK(value_of(sample.score(), respect) == 0);
}

TEST_CASE("faults weigh more where the customer is hurt") {
  const auto lost = [](const std::string& id, const std::string& situation) {
    return 100 -
           value_of(Sample().find(id, warning, respect).situation(situation).score(), respect);
  };
  CHECK(lost("blame/x", "complaint") == Approx(12));
  CHECK(lost("blame/x", "angry") == Approx(15));
  CHECK(lost("contradiction/x", "angry") == Approx(15));
  CHECK(lost("condescension/x", "angry") == Approx(15));
  CHECK(lost("dismissal/calm-down", "angry") == Approx(15));
  CHECK(lost("dismissal/tone-policing", "angry") == Approx(15));
  CHECK(lost("dismissal/minor", "angry") == Approx(12));
  CHECK(lost("blame/x", "abuse") == Approx(18));
  CHECK(lost("legal/x", "legal-threat") == Approx(24));
  CHECK(lost("legal/x", "angry") == Approx(12));
  // The greatest factor, not their product.
  CHECK(
      value_of(
          Sample().find("blame/x", warning, respect).situation("angry").situation("abuse").score(),
          respect) == Approx(82));
}

TEST_CASE("the greatest factor counts, wherever it stands") {
  std::string yaml = shipped_figures();
  const std::size_t at = yaml.find("situation: abuse, times: 1.5");
  REQUIRE(at != std::string::npos);
  yaml.replace(at, 28, "situation: abuse, times: 1.1");
  Problems problems;
  const ScoreModel model = model_of(yaml, problems);
  REQUIRE(problems.empty());
  Sample sample;
  sample.find("blame/x", warning, respect).situation("abuse").situation("angry");
  CHECK(value_of(model.score(sample.analysis), respect) == Approx(85));
}

TEST_CASE("required elements make the start value") {
  Sample sample;
  sample.require("restate", true).require("emotion", false).require("thanks", false);
  const Score score = sample.score();
  CHECK(score.start.at(0) == Approx(100.0 * 35 / 85));
  CHECK(score.items.size() == 2);
  CHECK(score.items[0].reason == "missing/emotion");
  CHECK(score.items[0].points == Approx(-100.0 * 35 / 85));
  CHECK(score.items[0].how == "100 × 35 / 85");
  // The finding itself takes nothing more.
  CHECK(value_of(score, empathy) == Approx(100.0 * 35 / 85));

  // Bases: respect keeps 80, clarity 70, professionalism 90.
  Sample bases;
  bases.require("greeting", false).require("reason", false).require("sign-off", false);
  CHECK(value_of(bases.score(), respect) == Approx(80));
  CHECK(value_of(bases.score(), clarity) == Approx(70));
  CHECK(value_of(bases.score(), professionalism) == Approx(90));
}

TEST_CASE("an element without a share costs like any finding") {
  const Score score = Sample().require("options", false, suggestion, certainty).score();
  CHECK(value_of(score, certainty) == Approx(96));
}

TEST_CASE("an element that two rules ask for counts once") {
  Sample sample;
  sample.require("apology", false, error, ownership).require("ownership", true);
  Sample twice = sample;
  const Score once = sample.score();
  twice.analysis.required.push_back(twice.analysis.required.front());
  CHECK(twice.score().total == once.total);
  CHECK(twice.score().items.size() == once.items.size());
  CHECK(twice.score().mends.front().gain == Approx(once.mends.front().gain));
}

TEST_CASE("strengths give back suggestions of their dimension, four points at most") {
  Sample sample;
  sample.find("a/x", suggestion, respect).find("b/x", suggestion, respect);
  CHECK(value_of(sample.score(), respect) == Approx(92));
  CHECK(value_of(sample.strength("joint", empathy).score(), respect) == Approx(92));
  CHECK(value_of(sample.strength("polite-request", respect).score(), respect) == Approx(96));
  CHECK(value_of(sample.strength("encouragement", respect).score(), respect) == Approx(96));
  // What the family's limit swallowed is not given back.
  Sample swallowed;
  swallowed.find("a/a", suggestion, respect).find("a/b", error, respect);
  swallowed.find("a/c", error, respect).strength("encouragement", respect);
  CHECK(value_of(swallowed.score(), respect) == Approx(55));
  // Never a warning or an error.
  Sample warned;
  warned.find("a/x", warning, respect).strength("encouragement", respect);
  CHECK(value_of(warned.score(), respect) == Approx(88));
}

TEST_CASE("the total is the weighted mean, rounded half up") {
  // 12 points of a dimension that weighs 20 are 2.4; 4 of one that weighs 10 are 0.4.
  Sample sample;
  sample.find("a/x", warning, empathy).find("b/x", suggestion, clarity);
  CHECK(sample.score().before_caps == Approx(97.2));
  CHECK(sample.score().total == 95);  // the weakest link: 60 + 0.4 × 88 = 95.2
  // 2.5 points of 20: 99.5, and the weakest link 99.
  Sample half;
  half.find("a/x", suggestion, clarity).cost("a/x", 5);
  CHECK(half.score().before_caps == Approx(99.5));
  CHECK(half.score().total == 98);
}

TEST_CASE("halves are rounded up") {
  // 60 + 0.4 × 96.25 = 98.5
  Sample sample;
  sample.find("a/x", suggestion, respect).cost("a/x", 3.75);
  CHECK(sample.score().total == 99);
}

struct Capped {
  const char* what;
  Sample sample;
  int total;
  const char* reason;
};

TEST_CASE("limits") {
  const auto errors = [](int count) {
    Sample sample;
    const char* ids[] = {"a/x", "b/x", "c/x", "d/x"};
    for (int i = 0; i < count; ++i) {
      sample.find(ids[i], error, static_cast<Dimension>(i % 4)).cost(ids[i], 1);
    }
    return sample;
  };
  const std::vector<Capped> cases{
      {"one error", errors(1), 69, "1 error"},
      {"two errors", errors(2), 59, "2 errors"},
      {"three errors", errors(3), 49, "3 errors"},
      {"four errors", errors(4), 49, "4 errors"},
      {"an error twice", Sample().find("a/x", error, respect, 2).cost("a/x", 1), 59, "2 errors"},
      {"privacy", Sample().find("privacy/x", error, professionalism), 39,
       "must not be sent: privacy/x"},
      {"swearing", Sample().find("profanity/x", warning, professionalism), 39,
       "must not be sent: profanity/x"},
      {"threat", Sample().find("legal/threat", error, professionalism), 39,
       "must not be sent: legal/threat"},
      {"placeholder", Sample().find("template/placeholder", error, professionalism), 39,
       "must not be sent: template/placeholder"},
      {"other legal",
       Sample().find("legal/admission", error, professionalism).cost("legal/admission", 1), 69,
       "1 error"},
      {"no apology",
       Sample().require("apology", false, error, ownership).require("ownership", true), 74,
       "missing: apology"},
      {"no next step",
       Sample().require("next-step", false, error, certainty).require("time-frame", true), 74,
       "missing: next-step"},
  };
  for (const Capped& one : cases) {
    INFO(one.what);
    const Score score = one.sample.score();
    REQUIRE_FALSE(score.caps.empty());
    CHECK(score.caps.front().reason == one.reason);
    CHECK(score.caps.front().limit == one.total);
    CHECK(score.total == one.total);
  }
}

TEST_CASE("apology and next step missing: 64, and no limit for errors") {
  Sample sample;
  sample.require("apology", false, error, ownership).require("next-step", false, error, certainty);
  sample.require("ownership", true).require("time-frame", true);
  const Score score = sample.score();
  REQUIRE(score.caps.size() == 2);
  CHECK(score.caps[0].limit == 64);
  CHECK(score.caps[0].reason == "missing: apology, next-step");
  // ownership 35 / 80, certainty 35 / 85
  CHECK(score.before_caps ==
        Approx((20 * (100 + 100.0 * 35 / 80 + 100.0 * 35 / 85 + 100) + 2000) / 100));
  CHECK(score.total == 64);
}

TEST_CASE("a hint never blocks") {
  CHECK(Sample().find("profanity/x", suggestion, respect).score().total == 98);
}

TEST_CASE("bands") {
  const auto at = [](double loss) {
    Sample sample;  // without a limit for errors or the weakest link in the way
    double rest = loss;
    for (const auto dimension :
         {empathy, ownership, certainty, respect, clarity, professionalism}) {
      const std::string id = std::string(to_string(dimension)) + "/x";
      sample.find(id, warning, dimension).cost(id, std::min(loss, rest));
    }
    return sample.score();
  };
  CHECK(at(0).band == Band::ready);
  CHECK(at(10).total == 90);
  CHECK(at(10).band == Band::ready);
  CHECK(at(11).band == Band::good);
  CHECK(at(25).band == Band::good);
  CHECK(at(26).band == Band::revise);
  CHECK(at(40).band == Band::revise);
  CHECK(at(41).band == Band::rewrite);
  CHECK(Sample().find("privacy/x", error, professionalism).score().band == Band::do_not_send);
}

TEST_CASE("mends are ranked by gain after the limits, then before them") {
  Sample sample;
  sample
      .find("blame/x", error, respect)              // 6 before the limits, 26 after
      .find("jargon/x", suggestion, clarity)        // nothing after the limit
      .find("vague-time/x", warning, certainty, 2)  // nothing after it, more before it
      .cost("jargon/x", 4);
  const Score score = sample.score();
  CHECK(score.total == 69);
  REQUIRE(score.mends.size() == 3);
  CHECK(score.mends[0].finding == 0);
  // Certainty at 82 limits to 92.8, and the mean is then 96: the first counts.
  CHECK(score.mends[0].gain == Approx(92.8 - 69));
  CHECK(score.mends[0].gain_before_caps == Approx(6));
  CHECK(score.mends[1].finding == 2);
  CHECK(score.mends[1].hits == 2);
  CHECK(score.mends[1].gain == Approx(0).margin(1e-9));
  CHECK(score.mends[1].gain_before_caps == Approx(18 * 0.2));
  CHECK(score.mends[2].finding == 1);
  CHECK(score.mends[2].gain_before_caps == Approx(0.4));
}

TEST_CASE("mending something missing puts the element there") {
  Sample sample;
  sample.require("apology", false, error, ownership).require("ownership", true);
  const Score score = sample.score();
  REQUIRE(score.mends.size() == 1);
  const double start = 100.0 * 35 / 80;
  const double mean = (20 * (300 + start) + 2000) / 100;
  CHECK(score.before_caps == Approx(mean));
  CHECK(score.mends[0].gain == Approx(100 - std::min(74.0, 60 + 0.4 * start)));
  CHECK(score.mends[0].gain_before_caps == Approx(100 - mean));
}

TEST_CASE("the items of a dimension and 100 add up to its value") {
  Sample sample;
  sample.situation("angry")
      .require("emotion", false)
      .require("restate", true)
      .require("greeting", false)
      .find("blame/x", error, respect, 2)
      .find("blame/y", warning, respect, 4)
      .find("demand/x", suggestion, respect, 2)
      .find("dismissal/x", warning, empathy)
      .strength("polite-request", respect);
  sample.analysis.clean_words = 400;
  const Score score = sample.score();
  std::array<double, 6> sums{};
  sums.fill(100);
  for (const ScoreItem& item : score.items) {
    sums.at(static_cast<std::size_t>(item.dimension)) += item.points;
    CHECK_FALSE(item.how.empty());
  }
  for (std::size_t d = 0; d < sums.size(); ++d) CHECK(sums.at(d) == Approx(score.values.at(d)));
}

TEST_CASE("a whole bill") {
  Sample sample;
  for (const char* present : {"restate", "apology", "ownership", "agent-name", "step-owner",
                              "next-step", "greeting", "greeting-name", "sign-off"}) {
    sample.require(present, true);
  }
  sample.require("emotion", false, warning, empathy)
      .require("thanks", false, suggestion, empathy)
      .require("contact", false, suggestion, certainty)
      .require("time-frame", false, warning, certainty)
      .find("blame/should-have", error, respect)
      .find("vague-time/soon", warning, certainty);
  sample.analysis.tone_words = {{"glad", 6, 3}};
  sample.analysis.sentences = 6;
  const Score score = sample.score();
  // empathy 100 × 35 / 85; certainty 100 × 50 / 100 − 12; respect 100 − 30
  // (20 × (41.18 + 100 + 38 + 70) + 10 × (100 + 100)) / 100 = 69.84
  CHECK(value_of(score, empathy) == Approx(41.18).margin(0.005));
  CHECK(value_of(score, ownership) == Approx(100));
  CHECK(value_of(score, certainty) == Approx(38));
  CHECK(value_of(score, respect) == Approx(70));
  CHECK(score.before_caps == Approx(69.84).margin(0.005));
  CHECK(score.total == 69);
  REQUIRE(score.caps.size() == 2);
  CHECK(score.caps[1].limit == Approx(75.2));
  CHECK(score.caps[1].reason == "the weakest dimension, certainty: 60 + 0.4 × 38");
  REQUIRE(score.mends.size() == 6);
  CHECK(sample.analysis.findings[score.mends[0].finding].rule->id == "blame/should-have");
  CHECK(score.mends[0].gain == Approx(6.2));
  CHECK(score.mends[1].gain == Approx(0).margin(1e-9));
  CHECK(score.tone == 44);
}

}  // namespace
}  // namespace replylint::test
