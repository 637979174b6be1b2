// What must hold whatever the findings are: checked on many made-up drafts.
#include <algorithm>
#include <random>
#include <string>

#include "dice.hpp"
#include "sample.hpp"

namespace replylint::test {
namespace {

constexpr std::array families{"blame", "condescension", "dismissal", "legal", "privacy", "jargon"};
constexpr std::array elements{"restate",   "emotion",    "thanks",   "apology",  "ownership",
                              "next-step", "time-frame", "greeting", "sign-off", "options"};

void add_random_finding(Sample& sample, Dice& dice) {
  const std::size_t family = dice.below(families.size());
  // Severity and dimension hang on the rule, as they do in a pack.
  const std::size_t number = dice.below(4);
  const auto severity = static_cast<Severity>((number + family) % 3);
  const auto dimension = static_cast<Dimension>((family + number / 2) % 6);
  sample.find(std::string(families.at(family)) + "/r" + std::to_string(number), severity, dimension,
              1 + static_cast<int>(dice.below(3)));
}

Sample random_sample(Dice& dice) {
  Sample sample;
  sample.analysis.clean_words = 20 + dice.below(400);
  for (const char* situation : {"angry", "abuse", "legal-threat"}) {
    if (dice.one_in(3)) sample.situation(situation);
  }
  for (const char* element : elements) {
    if (dice.one_in(2)) {
      sample.require(element, dice.one_in(2), static_cast<Severity>(dice.below(3)),
                     static_cast<Dimension>(dice.below(6)));
    }
  }
  for (std::size_t n = dice.below(6); n > 0; --n) add_random_finding(sample, dice);
  for (std::size_t d = 0; d < dimension_names.size(); ++d) {
    if (dice.one_in(3)) sample.strength("strength", static_cast<Dimension>(d));
  }
  return sample;
}

constexpr std::uint32_t rounds = 400;

TEST_CASE("another finding never raises the score, and lowers it where nothing limits it") {
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    Dice dice(seed);
    Sample sample = random_sample(dice);
    const Score before = sample.score();
    add_random_finding(sample, dice);
    const Score after = sample.score();
    INFO("seed " << seed);
    CHECK(after.total <= before.total);
    CHECK(after.before_caps <= before.before_caps + 1e-9);
    for (std::size_t d = 0; d < after.values.size(); ++d) {
      CHECK(after.values.at(d) <= before.values.at(d) + 1e-9);
    }
    CHECK(after.tone <= before.tone);
  }
  CHECK(Sample().find("blame/x", Severity::error, Dimension::respect).score().total < 100);
}

TEST_CASE("putting a missing element there never lowers anything") {
  std::size_t tried = 0;
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    Dice dice(seed);
    Sample sample = random_sample(dice);
    const Score before = sample.score();
    auto& required = sample.analysis.required;
    const auto absent = std::find_if(required.begin(), required.end(),
                                     [](const auto& element) { return !element.present; });
    if (absent == required.end()) continue;
    ++tried;
    absent->present = true;
    std::erase_if(sample.analysis.findings,
                  [&](const Finding& finding) { return finding.rule == absent->rule; });
    const Score after = sample.score();
    INFO("seed " << seed << ' ' << absent->name);
    CHECK(after.total >= before.total);
    CHECK(after.before_caps >= before.before_caps - 1e-9);
    for (std::size_t d = 0; d < after.values.size(); ++d) {
      CHECK(after.values.at(d) >= before.values.at(d) - 1e-9);
    }
  }
  CHECK(tried > rounds / 2);
}

TEST_CASE("the order of findings does not matter") {
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    Dice dice(seed);
    Sample sample = random_sample(dice);
    const Score before = sample.score();
    std::shuffle(sample.analysis.findings.begin(), sample.analysis.findings.end(),
                 std::mt19937(seed));
    const Score after = sample.score();
    INFO("seed " << seed);
    CHECK(after.total == before.total);
    CHECK(after.tone == before.tone);
    CHECK(after.dimensions == before.dimensions);
  }
}

TEST_CASE("a longer draft is never scored lower, and not higher without repeats") {
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    Dice dice(seed);
    Sample sample = random_sample(dice);
    const Score before = sample.score();
    sample.analysis.clean_words *= 2;
    INFO("seed " << seed);
    CHECK(sample.score().total >= before.total);

    auto& findings = sample.analysis.findings;
    std::sort(findings.begin(), findings.end(),
              [](const Finding& a, const Finding& b) { return a.rule->id < b.rule->id; });
    findings.erase(std::unique(findings.begin(), findings.end(),
                               [](const Finding& a, const Finding& b) { return a.rule == b.rule; }),
                   findings.end());
    const double once = sample.score().before_caps;
    sample.analysis.clean_words *= 2;
    CHECK(sample.score().before_caps == Approx(once));
  }
}

TEST_CASE("a mend gains what it says") {
  std::size_t tried = 0;
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    Dice dice(seed);
    Sample sample = random_sample(dice);
    const Score before = sample.score();
    if (before.mends.empty()) continue;
    ++tried;
    const Mend mend = before.mends.front();
    const rules::Rule* rule = sample.analysis.findings[mend.finding].rule;
    std::erase_if(sample.analysis.findings,
                  [&](const Finding& finding) { return finding.rule == rule; });
    for (RequiredElement& element : sample.analysis.required) {
      if (element.rule == rule) element.present = true;
    }
    INFO("seed " << seed << ' ' << rule->id);
    const Score after = sample.score();
    CHECK(after.before_caps == Approx(before.before_caps + mend.gain_before_caps));
    CHECK(std::abs(after.total - (before.total + mend.gain)) <= 1);
    for (const Mend& other : before.mends) CHECK(other.gain <= mend.gain + 0.001);
  }
  CHECK(tried > rounds / 2);
}

}  // namespace
}  // namespace replylint::test
