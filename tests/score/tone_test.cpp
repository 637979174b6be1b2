#include <cmath>

#include "sample.hpp"

namespace replylint::test {
namespace {

using enum Dimension;

int squashed(double sum) {
  return static_cast<int>(std::floor(100 / (1 + std::exp((50 - sum) / 25)) + 0.5));
}

TEST_CASE("tone: strengths, words and faults by sentence, squashed") {
  Sample sample;  // 4 sentences: everything is halved
  sample.strength("joint", empathy);
  sample.analysis.tone_words = {{"glad", 6, 2}, {"no", -8, 1}};
  CHECK(sample.score().tone == squashed(55 + (8 + 2 * 6 - 8) / 2.0));
  sample.find("a/x", Severity::error, respect).find("b/x", Severity::warning, respect, 2);
  CHECK(sample.score().tone == squashed(55 + (8 + 2 * 6 - 8 - 30 - 16 - 8) / 2.0));
}

TEST_CASE("tone: what is missing and the situation play no part") {
  Sample sample;
  sample.find("blame/x", Severity::warning, respect);
  const int before = sample.score().tone;
  sample.require("apology", false, Severity::error, ownership).situation("angry");
  CHECK(sample.score().tone == before);
}

TEST_CASE("tone: a placeholder, a long sentence, a term do not sound") {
  for (const char* id :
       {"template/placeholder", "structure/long-sentence", "jargon/x", "privacy/x"}) {
    CHECK(Sample().find(id, Severity::error, clarity).score().tone == Sample().score().tone);
  }
}

TEST_CASE("tone: its items add up to what is squashed") {
  Sample sample;
  sample.strength("joint", empathy).find("a/x", Severity::error, respect, 5);
  sample.analysis.tone_words = {{"no", -8, 2}};
  sample.analysis.sentences = 3;
  const Score score = sample.score();
  double sum = 0;
  for (const ScoreItem& item : score.tone_items) sum += item.points;
  for (const ToneShare& word : score.tone_words) sum += word.points;
  CHECK(score.tone == squashed(sum));
  CHECK(score.tone_width == 25);
}

TEST_CASE("tone stays within its range") {
  Sample bad;
  for (char family = 'a'; family <= 'z'; ++family) {
    bad.find(std::string(1, family) + "/x", Severity::error, respect, 3);
  }
  CHECK(bad.score().tone == 0);
  Sample good;
  good.analysis.tone_words = {{"glad", 6, 500}};
  CHECK(good.score().tone == 100);
  Sample none;
  none.analysis.sentences = 0;
  none.find("a/x", Severity::warning, respect);
  CHECK(none.score().tone == squashed(55 - 16));
}

}  // namespace
}  // namespace replylint::test
