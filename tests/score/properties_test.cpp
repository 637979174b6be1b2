// How the score must move when one thing in a draft changes, over many drafts
// with the shipped rules: from the text as it is read to the total.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "made_drafts.hpp"
#include "replylint/rule_set.hpp"
#include "replylint/score.hpp"
#include "rules/rule.hpp"

namespace replylint::test {
namespace {

constexpr std::uint32_t drafts = 270;
constexpr double tiny = 1e-9;

struct Result {
  Draft draft;
  Analysis analysis;
  Score score;

  [[nodiscard]] double value(Dimension d) const {
    return score.values.at(static_cast<std::size_t>(d));
  }
  [[nodiscard]] std::vector<std::string> rules() const {
    std::vector<std::string> ids;
    for (const Finding& finding : analysis.findings) ids.push_back(finding.rule->id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }
  [[nodiscard]] double lost_to(std::string_view family) const {
    double lost = 0;
    for (const ScoreItem& item : score.items) {
      if (item.reason.starts_with(family) && item.reason[family.size()] == '/') lost -= item.points;
    }
    return lost;
  }
};

class Reviewer {
 public:
  Reviewer() : analyser_(rules_) {
    for (const Problem& problem : problems_) FAIL(format_problem(problem));
  }

  Result review(const MadeDraft& made, const std::string& text, const Words& words) {
    Result result;
    result.draft = read_draft(text, Format::plain);
    if (made.customer) result.draft.customer = filled(*made.customer, words);
    Options options;
    options.channel = made.channel;
    options.situations = made.situations;
    result.analysis = analyser_.analyse(result.draft, options);
    result.score = model_.score(result.analysis);
    return result;
  }

 private:
  Problems problems_;
  RuleSet rules_ = RuleSet::load({}, problems_);
  ScoreModel model_ = ScoreModel::of(rules_, problems_);
  Analyser analyser_;
};

// Loading the rules takes longer than reading all the drafts.
Reviewer& reviewer() {
  static Reviewer shared;
  return shared;
}

Result review_text(const MadeDraft& made, const std::string& text,
                   const Words& words = usual_words) {
  return reviewer().review(made, text, words);
}

Result review(const MadeDraft& made, const Words& words = usual_words) {
  return review_text(made, written(made, words), words);
}

std::string listed(const Result& result) {
  std::string out = "total " + std::to_string(result.score.total) + ", ";
  for (const ScoreItem& item : result.score.items) {
    out += item.reason + ' ' + std::to_string(item.points) + ", ";
  }
  return out + "\n" + result.draft.text;
}

void check_same(const Result& before, const Result& after) {
  CHECK(after.rules() == before.rules());
  CHECK(after.score.total == before.score.total);
  CHECK(after.score.tone == before.score.tone);
  CHECK(after.score.dimensions == before.score.dimensions);
}

#define SHOW(seed, before, after) \
  INFO("seed " << (seed) << "\nbefore: " << listed(before) << "\nafter: " << listed(after))

TEST_CASE("made drafts are of every kind") {
  std::set<std::string> rules;
  std::set<int> bands;
  std::size_t clean = 0;
  for (std::uint32_t seed = 0; seed < drafts; ++seed) {
    const Result result = review(make_draft(seed));
    for (std::string& rule : result.rules()) rules.insert(std::move(rule));
    bands.insert(static_cast<int>(result.score.band));
    if (result.analysis.findings.empty()) ++clean;
  }
  CHECK(rules.size() > 30);
  CHECK(rules.contains("structure/reading-level"));
  CHECK(rules.contains("blame/you-start-density"));
  CHECK(bands.size() == band_names.size());
  CHECK(clean > 5);
}

TEST_CASE("a sentence of blame raises neither respect nor the total, and lowers respect") {
  std::size_t lowered = 0;
  for (std::uint32_t seed = 0; seed < drafts; ++seed) {
    Dice dice(seed);
    MadeDraft made = make_draft(seed);
    const Result before = review(made);
    Paragraph& paragraph = made.body[dice.below(made.body.size())];
    const auto at = static_cast<std::ptrdiff_t>(dice.below(paragraph.size() + 1));
    const std::string_view blame = dice.pick(blames);
    paragraph.emplace(paragraph.begin() + at, blame);
    const Result after = review(made);
    SHOW(seed, before, after);
    CHECK(after.value(Dimension::respect) <= before.value(Dimension::respect) + tiny);
    CHECK(after.score.total <= before.score.total);
    const auto again = before.draft.text.find(filled(blame, usual_words)) != std::string::npos;
    const bool limited = before.lost_to("blame") > 45 - tiny || again;
    if (before.value(Dimension::respect) < tiny || limited) continue;
    ++lowered;
    CHECK(after.value(Dimension::respect) < before.value(Dimension::respect));
  }
  CHECK(lowered > drafts / 2);
}

TEST_CASE("a date in place of “soon” does not lower certainty") {
  constexpr std::array vague{"soon", "shortly", "as soon as possible", "in due course"};
  constexpr std::array dated{"on Friday", "by 12 June", "tomorrow before noon", "within two days"};
  constexpr std::array promises{"I will send it ", "We will call you ", "I will write to you ",
                                "Our team in {town} will repair it "};
  std::size_t raised = 0;
  for (std::uint32_t seed = 0; seed < drafts; ++seed) {
    Dice dice(seed);
    MadeDraft made = make_draft(seed);
    const std::string promise = dice.pick(promises);
    MadeDraft with_date = made;
    made.body.back().push_back(promise + dice.pick(vague) + ".");
    with_date.body.back().push_back(promise + dice.pick(dated) + ".");
    const Result before = review(made);
    const Result after = review(with_date);
    SHOW(seed, before, after);
    CHECK(after.value(Dimension::certainty) >= before.value(Dimension::certainty) - tiny);
    if (after.value(Dimension::certainty) > before.value(Dimension::certainty)) ++raised;
  }
  CHECK(raised > drafts / 2);
}

TEST_CASE("the apology that is required does not lower ownership") {
  std::size_t tried = 0;
  std::size_t raised = 0;
  for (std::uint32_t seed = 0; seed < drafts * 4; ++seed) {
    Dice dice(seed);
    MadeDraft made = make_draft(seed);
    const Result before = review(made);
    const auto& required = before.analysis.required;
    const bool missing = std::any_of(required.begin(), required.end(), [](const auto& element) {
      return element.name == "apology" && !element.present;
    });
    if (!missing) continue;
    ++tried;
    Paragraph& first = made.body.front();
    first.emplace(first.begin(), dice.pick(scenes[seed % scenes.size()].sorry));
    const Result after = review(made);
    SHOW(seed, before, after);
    CHECK(after.value(Dimension::ownership) >= before.value(Dimension::ownership) - tiny);
    if (before.value(Dimension::ownership) < tiny) continue;
    ++raised;
    CHECK(after.value(Dimension::ownership) > before.value(Dimension::ownership));
  }
  CHECK(tried > drafts / 8);
  CHECK(raised > drafts / 16);
}

TEST_CASE("quoting the customer, insults and all, changes nothing") {
  constexpr std::array quotes{
      "\n> You idiots, this is a bloody scam.\n> You should have known!!\n",
      "\nOn Mon, 1 June 2026 at 09:12, Carol Smith <carol@example.org> wrote:\n> You are useless.\n"
      "> I will sue you.\n",
      "\n-----Original Message-----\nFrom: Carol Smith\nSent: Monday, 1 June 2026 09:12\n"
      "To: Desk\nSubject: your crap\n\nYou people are liars, calm down yourselves.\n"};
  for (std::uint32_t seed = 0; seed < drafts; ++seed) {
    Dice dice(seed);
    MadeDraft made = make_draft(seed);
    if (!made.customer) made.customer = scenes[seed % scenes.size()].customer;
    const Result before = review(made);
    const Result after = review_text(made, written(made) + dice.pick(quotes));
    SHOW(seed, before, after);
    check_same(before, after);
  }
}

TEST_CASE("names and products and British or American spelling change nothing") {
  const std::vector<std::pair<std::string_view, Words>> others{
      {"names", {{"name", "Priya"}, {"agent", "Tom Reed"}, {"town", "Cardiff"}}},
      {"names", {{"name", "José"}, {"agent", "Anne-Marie O'Neil"}, {"town", "Łódź"}}},
      {"names", {{"name", "Nguyễn"}, {"agent", "Zoë"}, {"town", "Bath"}}},
      {"names", {{"name", "May"}, {"agent", "Mark Hill"}, {"town", "Reading"}}},
      // Of as many syllables: the reading grade counts them.
      {"products", {{"thing", "blender"}}},
      {"products", {{"thing", "printer"}}},
      {"spelling",
       {{"apologise", "apologize"},
        {"cancelled", "canceled"},
        {"colour", "color"},
        {"favour", "favor"},
        {"centre", "center"},
        {"organised", "organized"}}}};
  for (std::uint32_t seed = 0; seed < drafts; ++seed) {
    const MadeDraft made = make_draft(seed);
    const Result before = review(made);
    for (const auto& [what, changed] : others) {
      Words words = changed;
      words.insert(usual_words.begin(), usual_words.end());
      const Result after = review(made, words);
      INFO(what);
      SHOW(seed, before, after);
      check_same(before, after);
    }
  }
}

TEST_CASE("typographic and straight quotation marks are the same") {
  constexpr std::array sentences{
      "We don't have it, and that's our mistake.", "You wrote \"it's broken\" on Monday.",
      "I can't promise it, but I'll try.", "The switch is called \"Eco 'n' Go\".",
      "You should've asked, and we'd have told you."};
  for (std::uint32_t seed = 0; seed < drafts; ++seed) {
    Dice dice(seed);
    MadeDraft made = make_draft(seed);
    made.body.back().emplace_back(dice.pick(sentences));
    const std::string straight = written(made);
    std::string curly;
    bool open = false;
    for (const char c : straight) {
      if (c == '"') {
        open = !open;
        curly += open ? "“" : "”";
      } else if (c == '\'') {
        curly += "’";
      } else {
        curly += c;
      }
    }
    const Result before = review(made);
    const Result after = review_text(made, curly);
    SHOW(seed, before, after);
    check_same(before, after);
  }
}

TEST_CASE("a clean paragraph said twice does not raise the score") {
  std::size_t tried = 0;
  for (std::uint32_t seed = 0; seed < drafts; ++seed) {
    const MadeDraft made = make_draft(seed);
    const Result before = review(made);
    for (std::size_t p = 0; p < made.body.size(); ++p) {
      MadeDraft alone = made;
      alone.body = {made.body[p]};
      alone.greeting.clear();
      alone.closing.clear();
      const Result own = review(alone);
      const auto& found = own.analysis.findings;
      if (!std::all_of(found.begin(), found.end(), [](const auto& f) { return f.missing; }))
        continue;
      ++tried;
      MadeDraft twice = made;
      const Paragraph again = made.body[p];
      twice.body.insert(twice.body.begin() + static_cast<std::ptrdiff_t>(p), again);
      const Result after = review(twice);
      SHOW(seed, before, after);
      CHECK(after.score.total <= before.score.total);
      for (std::size_t d = 0; d < dimension_names.size(); ++d) {
        CHECK(after.score.values.at(d) <= before.score.values.at(d) + tiny);
      }
    }
  }
  CHECK(tried > drafts / 2);
}

TEST_CASE("the order of sentences that do not lean on each other does not matter") {
  for (std::uint32_t seed = 0; seed < drafts; ++seed) {
    Dice dice(seed);
    MadeDraft made = make_draft(seed);
    std::vector<std::string> some;
    const std::size_t start = dice.below(faults.size());
    for (std::size_t i = 0; i < 4; ++i) some.emplace_back(faults[(start + 3 * i) % faults.size()]);
    MadeDraft turned = made;
    made.body.push_back(some);
    std::rotate(some.begin(), some.begin() + 1 + static_cast<std::ptrdiff_t>(dice.below(3)),
                some.end());
    turned.body.push_back(some);
    const Result before = review(made);
    const Result after = review(turned);
    SHOW(seed, before, after);
    check_same(before, after);
  }
}

TEST_CASE("line ends change nothing") {
  for (std::uint32_t seed = 0; seed < drafts; ++seed) {
    const MadeDraft made = make_draft(seed);
    std::string text;
    for (const char c : written(made)) {
      if (c == '\n') text += '\r';
      text += c;
    }
    const Result before = review(made);
    const Result after = review_text(made, text);
    SHOW(seed, before, after);
    check_same(before, after);
  }
}

}  // namespace
}  // namespace replylint::test
