// For people: what to change first, each finding under its line, what is
// missing, the score.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include "report/formats.hpp"
#include "report/position.hpp"
#include "report/printable.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

constexpr std::size_t widest_line = 100;  // bytes of a draft's line shown around a finding
constexpr std::size_t mends_shown = 3;
constexpr std::size_t wordings_shown = 2;

enum class Ink { bold, dim, red, yellow, blue, green };
constexpr std::array<std::string_view, 6> ink_codes{"1", "2", "31", "33", "34", "32"};

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Ink::red;
    case Severity::warning:
      return Ink::yellow;
    case Severity::suggestion:
      return Ink::blue;
  }
  return Ink::blue;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The line around a span, cut to a window, with marks under the span.
struct Excerpt {
  std::string line;
  std::string marks;
};

Excerpt excerpt(std::string_view text, Span span) {
  const std::size_t before =
      span.start == 0 ? std::string_view::npos : text.rfind('\n', span.start - 1);
  std::size_t first = before == std::string_view::npos ? 0 : before + 1;
  std::size_t last = std::min(text.find('\n', span.start), text.size());
  const std::size_t end = std::min(span.end, last);
  bool cut_left = false;
  bool cut_right = false;
  if (last - first > widest_line) {
    const std::size_t room =
        end - span.start >= widest_line ? 0 : (widest_line - (end - span.start)) / 2;
    if (span.start > first + room) {
      first = span.start - room;
      while (first < span.start && is_continuation(text[first])) ++first;
      cut_left = true;
    }
    if (last > first + widest_line) {
      last = std::max(first + widest_line, std::min(end, span.start + widest_line));
      while (last < text.size() && is_continuation(text[last])) ++last;
      cut_right = true;
    }
  }
  const std::size_t mark_end = std::min(end, last);
  const std::string head = printable(text.substr(first, span.start - first));
  const std::string marked = printable(text.substr(span.start, mark_end - span.start));
  const std::string tail = printable(text.substr(mark_end, last - mark_end));
  Excerpt result;
  result.line = (cut_left ? "…" : "") + head + marked + tail + (cut_right ? "…" : "");
  result.marks = std::string(display_width(head) + (cut_left ? 1 : 0), ' ') +
                 std::string(std::max<std::size_t>(1, display_width(marked)), '^');
  return result;
}

std::string with_match(std::string wording, std::string_view match) {
  const std::size_t at = wording.find("{match}");
  return at == std::string::npos ? wording : wording.replace(at, 7, match);
}

class TextReporter : public Reporter {
 public:
  TextReporter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void add(const Record& record) override {
    ++drafts_;
    const Analysis& analysis = record.analysis;
    findings_ += analysis.findings.size();
    score_sum_ += record.score.total;
    if (style_.quiet && analysis.findings.empty()) return;
    if (drafts_ > 1 && printed_) out_ << '\n';
    printed_ = true;
    const LineIndex lines(record.source);
    if (!record.note.empty()) {
      out_ << printable(name(record)) << ": " << record.note << '\n';
      return;
    }
    print_heading(record);
    if (!style_.quiet) print_mends(record, lines);
    for (const Finding& finding : analysis.findings) {
      if (!finding.missing) print_finding(record, lines, finding);
    }
    print_missing(record);
    if (style_.quiet) return;
    print_praise(record);
    print_score(record);
    if (style_.explain_score) explain(record, lines);
  }

  void finish() override {
    if (drafts_ < 2 || style_.quiet) return;
    out_ << fmt::format("\n{} drafts, {} finding{}, mean score {:.0f}\n", drafts_, findings_,
                        findings_ == 1 ? "" : "s", score_sum_ / static_cast<double>(drafts_));
  }

 private:
  std::string paint(Ink ink, std::string_view text) const {
    if (!style_.color) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", ink_codes.at(static_cast<std::size_t>(ink)), text);
  }

  static std::string name(const Record& record) {
    if (record.record_line == 0) return record.path == "-" ? "standard input" : record.path;
    return fmt::format("{}:{} [{}]", record.path, record.record_line, record.id);
  }

  static std::string position(const Record& record, const LineIndex& lines,
                              const Finding& finding) {
    const Position at = lines.position(record.draft.source_map.to_source(finding.span).start);
    // The line of a record is one line of JSON: the place in its text says more.
    return fmt::format("{}:{}", at.line, at.column);
  }

  void print_heading(const Record& record) {
    const Analysis& analysis = record.analysis;
    out_ << paint(Ink::bold, printable(name(record)));
    if (!analysis.situations.empty()) {
      out_ << "  (";
      for (std::size_t i = 0; i < analysis.situations.size(); ++i) {
        out_ << (i == 0 ? "" : ", ") << analysis.situations[i];
      }
      out_ << ')';
    }
    out_ << '\n';
    if (analysis.findings.empty()) out_ << "\nNothing to change.\n";
  }

  void print_mends(const Record& record, const LineIndex& lines) {
    const auto& mends = record.score.mends;
    if (mends.empty()) return;
    const std::size_t count = std::min(mends.size(), mends_shown);
    out_ << '\n' << paint(Ink::bold, "Change first") << '\n';
    for (std::size_t i = 0; i < count; ++i) {
      const Finding& finding = record.analysis.findings[mends[i].finding];
      const std::string what =
          finding.missing ? std::string("missing") : "line " + position(record, lines, finding);
      out_ << fmt::format("  {}. {} ({}, {})\n", i + 1, printable(finding.message),
                          finding.rule->id, what);
    }
  }

  void print_finding(const Record& record, const LineIndex& lines, const Finding& finding) {
    const rules::Rule& rule = *finding.rule;
    const Excerpt shown = excerpt(record.draft.text, finding.span);
    const std::string at = position(record, lines, finding);
    out_ << fmt::format("\n{} {} {}\n", at,
                        paint(ink_of(finding.severity), to_string(finding.severity)), rule.id);
    out_ << "  " << shown.line << '\n';
    out_ << "  " << paint(ink_of(finding.severity), shown.marks) << '\n';
    out_ << "  " << printable(finding.message) << '\n';
    if (style_.quiet) return;
    out_ << paint(Ink::dim, "  why: " + rule.why) << '\n';
    const std::string match =
        printable(record.draft.text.substr(finding.span.start, finding.span.size()));
    for (std::size_t i = 0; i < std::min(rule.instead.size(), wordings_shown); ++i) {
      out_ << "  " << paint(Ink::green, "try: " + with_match(rule.instead[i], match)) << '\n';
    }
  }

  void print_missing(const Record& record) {
    bool first = true;
    for (const Finding& finding : record.analysis.findings) {
      if (!finding.missing) continue;
      if (first) out_ << '\n' << paint(Ink::bold, "Missing") << '\n';
      first = false;
      const rules::Rule& rule = *finding.rule;
      out_ << fmt::format("  {} {}: {}\n",
                          paint(ink_of(finding.severity), to_string(finding.severity)), rule.id,
                          printable(finding.message));
      const auto* require = std::get_if<rules::Require>(&rule.kind);
      if (!style_.quiet && require != nullptr && !require->sample.empty()) {
        out_ << "    " << paint(Ink::green, "try: " + require->sample) << '\n';
      }
    }
  }

  void print_praise(const Record& record) {
    const auto& strengths = record.analysis.strengths;
    if (strengths.empty()) return;
    out_ << '\n' << paint(Ink::bold, "Good") << '\n';
    for (const ElementFound& strength : strengths) {
      const Span span = strength.spans.empty() ? Span{} : strength.spans.front();
      const std::string words = printable(record.draft.text.substr(span.start, span.size()));
      out_ << fmt::format("  {}: {}\n", strength.name, words);
    }
  }

  void print_score(const Record& record) {
    const Score& score = record.score;
    const Ink ink = score.total >= 75 ? Ink::green : score.total >= 60 ? Ink::yellow : Ink::red;
    out_ << fmt::format(
        "\n{}  {}   tone {}\n", paint(Ink::bold, fmt::format("Score {}", score.total)),
        paint(ink, band_names.at(static_cast<std::size_t>(score.band))), score.tone);
    for (std::size_t d = 0; d < dimension_names.size(); ++d) {
      out_ << fmt::format("{}{} {}", d == 0 ? "  " : "   ", dimension_names.at(d),
                          score.dimensions.at(d));
    }
    out_ << '\n';
  }

  void explain(const Record& record, const LineIndex& lines) {
    const Score& score = record.score;
    out_ << '\n' << paint(Ink::bold, "Every point") << '\n';
    for (std::size_t d = 0; d < dimension_names.size(); ++d) {
      out_ << fmt::format("  {:<16} starts at {:.4g}, ends at {}\n", dimension_names.at(d),
                          score.start.at(d), score.dimensions.at(d));
      for (const ScoreItem& item : score.items) {
        if (item.dimension != static_cast<Dimension>(d)) continue;
        const bool in_start =
            item.finding != ScoreItem::npos && record.analysis.findings[item.finding].missing;
        std::string where;
        if (in_start) {
          where = " (missing, in the start)";
        } else if (item.finding != ScoreItem::npos) {
          where = " (line " + position(record, lines, record.analysis.findings[item.finding]) + ")";
        }
        out_ << fmt::format("    {:>+7.4g}  {}{}\n", item.points, item.reason, where);
      }
    }
    out_ << fmt::format("  weighted sum {:.4g}\n", score.before_caps);
    for (const ScoreCap& cap : score.caps) {
      out_ << fmt::format("  at most {:.4g}: {}\n", cap.limit, cap.reason);
    }
    for (const Mend& mend : score.mends) {
      out_ << fmt::format("  without {}: {:+.4g} ({:+.4g} before caps)\n",
                          record.analysis.findings[mend.finding].rule->id, mend.gain,
                          mend.gain_before_caps);
    }
    out_ << fmt::format("  tone {}, shares before the curve:\n", score.tone);
    for (const ScoreItem& item : score.tone_items) {
      out_ << fmt::format("    {:>+7.4g}  {}\n", item.points, item.reason);
    }
  }

  std::ostream& out_;
  Style style_;
  std::size_t drafts_ = 0;
  std::size_t findings_ = 0;
  double score_sum_ = 0;
  bool printed_ = false;
};

}  // namespace

std::unique_ptr<Reporter> make_text_reporter(std::ostream& out, const Style& style) {
  return std::make_unique<TextReporter>(out, style);
}

}  // namespace replylint::report
