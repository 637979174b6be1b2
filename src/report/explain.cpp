#include "report/explain.hpp"

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <vector>

#include "report/printable.hpp"
#include "report/width.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

constexpr std::size_t words_width = 100;  // columns of a line of words in the tone

class Explainer {
 public:
  Explainer(std::ostream& out, const Record& record, const Places& places, const Painter& painter)
      : out_(out), record_(record), places_(places), painter_(painter) {}

  void explain() const {
    title("Every point of the score");
    for (std::size_t d = 0; d < dimension_names.size(); ++d) print_dimension(d);
    print_total();
    print_mends();
    print_tone();
  }

 private:
  void title(std::string_view text) const {
    out_ << '\n' << painter_.paint(Ink::bold, text) << '\n';
  }

  // A line of the bill: points, what they are for, where, how they came about.
  void print_item(const ScoreItem& item) const {
    std::string line = fmt::format("    {:>+7.4g}  {}", item.points, printable(item.reason));
    if (item.finding != ScoreItem::npos) {
      const Finding& finding = record_.analysis.findings[item.finding];
      const Position at = places_.start(finding.span);
      line += finding.missing ? "" : fmt::format(", line {}:{}", at.line, at.column);
    }
    if (!item.how.empty()) line += fmt::format("  ({})", printable(item.how));
    out_ << line << '\n';
  }

  void print_dimension(std::size_t d) const {
    const Score& score = record_.score;
    const auto dimension = static_cast<Dimension>(d);
    out_ << fmt::format("  {:<16}{:>7.4g}  weight {:.4g}\n", to_string(dimension),
                        score.values.at(d), score.weights.at(d));
    bool itemised = false;
    for (const ScoreItem& item : score.items) itemised = itemised || item.dimension == dimension;
    if (!itemised) return;
    out_ << fmt::format("    {:>7}  start\n", 100);
    for (const ScoreItem& item : score.items) {
      if (item.dimension == dimension) print_item(item);
    }
  }

  void print_total() const {
    const Score& score = record_.score;
    out_ << fmt::format("  weighted mean   {:>7.4g}\n", score.before_caps);
    for (const ScoreCap& cap : score.caps) {
      const bool bites = cap.limit < score.before_caps && &cap == &score.caps.front();
      out_ << fmt::format("  at most         {:>7.4g}  {}{}\n", cap.limit, printable(cap.reason),
                          bites ? "  ← this one holds" : "");
    }
    out_ << fmt::format("  score           {:>7}  {}\n", score.total, to_string(score.band));
  }

  void print_mends() const {
    if (record_.score.mends.empty()) return;
    title("What each change would gain");
    for (const Mend& mend : record_.score.mends) {
      const Finding& finding = record_.analysis.findings[mend.finding];
      out_ << fmt::format("    {:>+7.4g}  {}{}", mend.gain, printable(finding.rule->id),
                          mend.hits > 1 ? fmt::format(" × {}", mend.hits) : "");
      if (mend.gain + 0.001 < mend.gain_before_caps) {
        out_ << fmt::format("  ({:+.4g} before the limits)", mend.gain_before_caps);
      }
      out_ << '\n';
    }
  }

  // Words are many and small: as many on a line as fit.
  void print_words(const std::vector<ToneShare>& words) const {
    if (words.empty()) return;
    std::string line = "    words:";
    for (const ToneShare& word : words) {
      const std::string times = word.count > 1 ? fmt::format(" × {}", word.count) : std::string();
      const std::string share = fmt::format(" “{}”{} {:+.2g}{}", printable(word.pattern), times,
                                            word.points, &word == &words.back() ? "" : ",");
      if (display_width(line) + display_width(share) > words_width) {
        out_ << line << '\n';
        line = "          ";
      }
      line += share;
    }
    out_ << line << '\n';
  }

  void print_tone() const {
    const Score& score = record_.score;
    if (score.tone_items.empty()) return;
    title("Tone");
    double sum = 0;
    for (const ScoreItem& item : score.tone_items) {
      print_item(item);
      sum += item.points;
    }
    for (const ToneShare& word : score.tone_words) sum += word.points;
    print_words(score.tone_words);
    out_ << fmt::format("  tone            {:>7}  100 / (1 + e^((50 − {:.4g}) / {:.4g}))\n",
                        score.tone, sum, score.tone_width);
  }

  std::ostream& out_;
  const Record& record_;
  const Places& places_;
  const Painter& painter_;
};

}  // namespace

void explain_score(std::ostream& out, const Record& record, const Places& places,
                   const Painter& painter) {
  Explainer(out, record, places, painter).explain();
}

}  // namespace replylint::report
