// For people: what to change first, each finding under its line, what is
// missing, the score.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <set>
#include <string>

#include "report/excerpt.hpp"
#include "report/explain.hpp"
#include "report/formats.hpp"
#include "report/ink.hpp"
#include "report/place.hpp"
#include "report/printable.hpp"
#include "report/wording.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

constexpr std::size_t excerpt_columns = 96;
constexpr std::size_t praise_columns = 60;
constexpr std::size_t mends_shown = 3;
constexpr std::size_t mend_columns = 30;
constexpr std::size_t wordings_shown = 2;
constexpr std::size_t bar_cells = 20;

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// One draft's report.
class Page {
 public:
  Page(std::ostream& out, const Record& record, const Painter& painter)
      : out_(out), record_(record), painter_(painter), places_(record) {}

  void print(bool explained) {
    if (record_.analysis.findings.empty()) {
      print_clean();
    } else {
      print_heading();
      print_mends();
      print_findings();
      print_missing();
      print_praise();
      print_score();
    }
    if (explained) explain_score(out_, record_, places_, painter_);
  }

 private:
  const Score& score() const { return record_.score; }

  std::string score_words() const {
    return fmt::format("{} {}", painter_.paint(Ink::bold, fmt::format("Score {}", score().total)),
                       painter_.paint(ink_of(score().band), to_string(score().band)));
  }

  void print_clean() const {
    out_ << painter_.paint(Ink::bold, places_.name()) << ": ";
    if (record_.note.empty()) {
      out_ << "nothing to change. " << score_words() << fmt::format(", tone {}\n", score().tone);
    } else {
      out_ << printable(record_.note) << '\n';
    }
  }

  void print_heading() const {
    out_ << painter_.paint(Ink::bold, places_.name());
    const auto& situations = record_.analysis.situations;
    for (std::size_t i = 0; i < situations.size(); ++i) {
      out_ << (i == 0 ? "  (" : ", ") << printable(situations[i]);
    }
    out_ << (situations.empty() ? "\n" : ")\n");
  }

  // ", line 3", ", line 3 “you must” and 2 more"; nothing for what is missing. The
  // words stand here when the message does not say them.
  std::string where(const Mend& mend) const {
    const Finding& finding = record_.analysis.findings[mend.finding];
    if (finding.missing) return {};
    std::string words = fmt::format(", line {}", places_.start(finding.span).line);
    const std::string_view found = words_of(record_.draft, finding);
    if (finding.message.find(found) == std::string::npos) {
      words += fmt::format(" “{}”", shortened(found, mend_columns));
    }
    if (mend.hits > 1) words += fmt::format(" and {} more", mend.hits - 1);
    return words;
  }

  void print_mends() const {
    const std::size_t count = std::min(score().mends.size(), mends_shown);
    if (count == 0) return;
    out_ << '\n'
         << painter_.paint(Ink::bold, count == 1 ? "Change this first" : "Change these first")
         << '\n';
    for (std::size_t i = 0; i < count; ++i) {
      const Mend& mend = score().mends[i];
      const Finding& finding = record_.analysis.findings[mend.finding];
      out_ << fmt::format("  {}. {}  [{}{}{}]\n", i + 1, printable(finding.message),
                          printable(finding.rule->id), where(mend),
                          mend.gain >= 0.5 ? fmt::format(", {:+.0f}", mend.gain) : "");
    }
  }

  void print_findings() {
    for (const Finding& finding : record_.analysis.findings) {
      if (!finding.missing) print_finding(finding);
    }
  }

  void print_finding(const Finding& finding) {
    const rules::Rule& rule = *finding.rule;
    const Excerpt shown = excerpt(record_.draft.text, finding.span, excerpt_columns);
    out_ << fmt::format("\n{}: {} {}\n", places_.of(finding.span), painter_.paint(finding.severity),
                        printable(rule.id));
    out_ << "    " << shown.line << '\n';
    out_ << "    " << painter_.paint(ink_of(finding.severity), shown.marks) << '\n';
    out_ << "  " << printable(finding.message) << '\n';
    print_evidence(finding);
    print_fix(finding);
    // Reason and wordings once a rule: repeats only tire.
    if (!explained_.insert(&rule).second) return;
    if (!rule.why.empty())
      out_ << painter_.paint(Ink::dim, "  why: " + printable(rule.why)) << '\n';
    print_wordings(finding, wordings_shown);
  }

  void print_fix(const Finding& finding) const {
    if (!finding.fix) return;
    const Span span = finding.fix->span;
    const std::string words = shortened(
        std::string_view(record_.draft.text).substr(span.start, span.size()), praise_columns);
    out_ << "  "
         << painter_.paint(Ink::green,
                           fmt::format("fix: “{}” → “{}”", words, printable(finding.fix->text)))
         << '\n';
  }

  void print_wordings(const Finding& finding, std::size_t most) const {
    const auto all = wordings(record_.draft, finding);
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
      out_ << "  " << painter_.paint(Ink::green, "try: " + printable(all[i])) << '\n';
    }
  }

  void print_missing() const {
    bool first = true;
    for (const Finding& finding : record_.analysis.findings) {
      if (!finding.missing) continue;
      if (first) out_ << '\n' << painter_.paint(Ink::bold, "Missing") << '\n';
      first = false;
      out_ << fmt::format("  {} {}: {}\n", painter_.paint(finding.severity),
                          printable(finding.rule->id), printable(finding.message));
      print_evidence(finding);
      out_ << "  ";
      print_wordings(finding, 1);
    }
  }

  // What was written before and is not in the message already.
  void print_evidence(const Finding& finding) const {
    for (const Evidence& evidence : finding.evidence) {
      const auto words =
          message_of(record_.draft, evidence).substr(evidence.span.start, evidence.span.size());
      if (finding.message.find(words) != std::string::npos) continue;
      const bool ours =
          evidence.message && record_.draft.thread.at(*evidence.message).from == Party::agent;
      out_ << "  "
           << painter_.paint(Ink::dim, fmt::format("{} wrote: “{}”", ours ? "we" : "the customer",
                                                   shortened(words, praise_columns)))
           << '\n';
    }
  }

  void print_praise() const {
    const auto& strengths = record_.analysis.strengths;
    if (strengths.empty()) return;
    out_ << '\n' << painter_.paint(Ink::bold, "Good") << '\n';
    for (const ElementFound& strength : strengths) {
      const Span span = strength.spans.empty() ? Span{} : strength.spans.front();
      const auto words = std::string_view(record_.draft.text).substr(span.start, span.size());
      out_ << fmt::format("  {}: {}\n", printable(strength.name), shortened(words, praise_columns));
    }
  }

  void print_score() const {
    out_ << '\n' << score_words() << fmt::format(", tone {}\n", score().tone);
    for (std::size_t d = 0; d < dimension_names.size(); ++d) {
      const auto value = static_cast<std::size_t>(std::clamp(score().dimensions.at(d), 0, 100));
      const std::size_t full = (value * bar_cells + 50) / 100;
      std::string bar;
      for (std::size_t cell = 0; cell < full; ++cell) bar += "█";
      std::string rest;
      for (std::size_t cell = full; cell < bar_cells; ++cell) rest += "░";
      out_ << fmt::format("  {:<16}{:>3}  {}{}\n", dimension_names.at(d), value, bar,
                          painter_.paint(Ink::dim, rest));
    }
  }

  std::ostream& out_;
  const Record& record_;
  const Painter& painter_;
  Places places_;
  std::set<const rules::Rule*> explained_;
};

// Totals over the drafts of a run.
class Totals {
 public:
  void add(const Record& record) {
    for (const Finding& finding : record.analysis.findings) {
      ++severities_.at(static_cast<std::size_t>(finding.severity));
    }
    if (!record.note.empty() && record.analysis.findings.empty()) {
      ++unlinted_;
      return;
    }
    ++drafts_;
    sum_ += record.score.total;
    ++bands_.at(static_cast<std::size_t>(record.score.band));
    if (drafts_ == 1 || record.score.total < lowest_) {
      lowest_ = record.score.total;
      lowest_name_ = Places(record).name();
    }
  }

  void print(std::ostream& out, const Painter& painter) const {
    out << '\n' << painter.paint(Ink::bold, counted(drafts_ + unlinted_, "draft"));
    for (std::size_t s = severity_names.size(); s-- > 0;) {
      out << (s + 1 == severity_names.size() ? ": " : ", ")
          << counted(severities_.at(s), severity_names.at(s));
    }
    if (unlinted_ > 0) out << fmt::format("; {} with nothing to lint", unlinted_);
    out << '\n';
    if (drafts_ == 0) return;
    out << fmt::format("  mean score {:.0f}, lowest {} in {}\n",
                       sum_ / static_cast<double>(drafts_), lowest_, lowest_name_);
    bool first = true;
    for (std::size_t b = band_names.size(); b-- > 0;) {
      if (bands_.at(b) == 0) continue;
      out << (first ? "  " : ", ") << band_names.at(b) << ' ' << bands_.at(b);
      first = false;
    }
    out << '\n';
  }

  [[nodiscard]] std::size_t all() const { return drafts_ + unlinted_; }

 private:
  std::size_t drafts_ = 0;
  std::size_t unlinted_ = 0;
  std::array<std::size_t, severity_names.size()> severities_{};
  std::array<std::size_t, band_names.size()> bands_{};
  double sum_ = 0;
  int lowest_ = 0;
  std::string lowest_name_;
};

class TextReporter : public Reporter {
 public:
  TextReporter(std::ostream& out, const Style& style)
      : out_(out), painter_(style.color), explained_(style.explain_score) {}

  void add(const Record& record) override {
    // One line each where nothing is to be said; a blank line around the rest.
    const bool long_page = explained_ || !record.analysis.findings.empty();
    if (totals_.all() > 0 && (long_page || after_long_page_)) out_ << '\n';
    after_long_page_ = long_page;
    totals_.add(record);
    Page(out_, record, painter_).print(explained_);
  }

  void finish() override {
    if (totals_.all() > 1) totals_.print(out_, painter_);
  }

 private:
  std::ostream& out_;
  Painter painter_;
  bool explained_;
  bool after_long_page_ = false;
  Totals totals_;
};

}  // namespace

std::unique_ptr<Reporter> make_text_reporter(std::ostream& out, const Style& style) {
  if (style.quiet) return make_line_reporter(out, style.color);
  return std::make_unique<TextReporter>(out, style);
}

}  // namespace replylint::report
