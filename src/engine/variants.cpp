#include "engine/variants.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

#include "rules/rule.hpp"

namespace replylint::engine {

namespace {

// A rule about the draft as a whole speaks once.
bool is_about_all(const rules::Rule& rule) {
  const auto* count = std::get_if<rules::Count>(&rule.kind);
  return std::holds_alternative<rules::Require>(rule.kind) ||
         std::holds_alternative<rules::Order>(rule.kind) ||
         (count != nullptr && count->per == rules::Per::draft &&
          count->measure != rules::Measure::repeated_sentences);
}

void sort(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.span.start, a.span.end, a.rule->id) <
           std::tie(b.span.start, b.span.end, b.rule->id);
  });
}

// Spans that do not overlap.
class Spans {
 public:
  // False where it, or a part of it, is there already.
  bool insert(Span span) {
    const auto after = ends_.lower_bound(span.start);
    const bool meets_next =
        after != ends_.end() && (after->first < span.end || after->first == span.start);
    const bool meets_last = after != ends_.begin() && std::prev(after)->second > span.start;
    if (meets_next || meets_last) return false;
    ends_.emplace(span.start, span.end);
    return true;
  }

 private:
  std::map<std::size_t, std::size_t> ends_;  // by start
};

class Joiner {
 public:
  explicit Joiner(const Draft& draft) : draft_(draft) {}

  Analysis run(std::vector<Analysis> analyses) {
    const auto longest =
        std::max_element(analyses.begin(), analyses.end(),
                         [](const Analysis& a, const Analysis& b) { return a.words < b.words; });
    out_.words = longest->words;
    out_.clean_words = longest->clean_words;
    out_.sentences = longest->sentences;
    out_.tone_words = longest->tone_words;
    std::set<std::string> situations;
    std::set<std::string> exhausted;
    for (std::size_t i = 0; i < analyses.size(); ++i) {
      Analysis& one = analyses[i];
      map_ = &draft_.variants[i].source_map;
      text_ = draft_.variants[i].text;
      for (Finding& finding : one.findings) add(std::move(finding));
      add("element", one.elements, out_.elements);
      add("strength", one.strengths, out_.strengths);
      add("signal", one.signals, out_.signals);
      add(one.required);
      situations.insert(one.situations.begin(), one.situations.end());
      exhausted.insert(one.exhausted.begin(), one.exhausted.end());
      out_.silenced.resize(std::max(out_.silenced.size(), one.silenced.size()));
      for (std::size_t s = 0; s < one.silenced.size(); ++s) out_.silenced[s] += one.silenced[s];
    }
    out_.situations.assign(situations.begin(), situations.end());
    out_.exhausted.assign(exhausted.begin(), exhausted.end());
    sort(out_.findings);
    return std::move(out_);
  }

 private:
  void add(Finding finding) {
    const Span span = map_->to_source(finding.span);
    if (finding.fix) keep_fix(finding);
    finding.span = span;
    const bool once = finding.missing || is_about_all(*finding.rule);
    if (found_[finding.rule].insert(once ? Span{0, 1} : span)) {
      out_.findings.push_back(std::move(finding));
    }
  }

  // Only where the template itself holds the words in one piece.
  void keep_fix(Finding& finding) const {
    const Span at = finding.fix->span;
    const Span span = map_->to_source(at);
    const bool same =
        draft_.text.compare(span.start, span.size(), text_.substr(at.start, at.size())) == 0;
    if (same) {
      finding.fix->span = span;
    } else {
      finding.fix.reset();
    }
  }

  void add(const std::string& kind, const std::vector<ElementFound>& some,
           std::vector<ElementFound>& all) {
    for (const ElementFound& found : some) {
      auto known = std::find_if(all.begin(), all.end(),
                                [&](const ElementFound& e) { return e.name == found.name; });
      if (known == all.end()) {
        all.push_back({found.name, {}, found.dimension});
        known = all.end() - 1;
      }
      for (const Span span : found.spans) {
        const Span at = map_->to_source(span);
        if (elements_[{kind, found.name}].insert(at)) known->spans.push_back(at);
      }
      std::sort(known->spans.begin(), known->spans.end(),
                [](Span a, Span b) { return a.start < b.start; });
    }
  }

  void add(const std::vector<RequiredElement>& some) {
    for (const RequiredElement& element : some) {
      const auto known =
          std::find_if(out_.required.begin(), out_.required.end(),
                       [&](const RequiredElement& e) { return e.rule == element.rule; });
      if (known == out_.required.end()) {
        out_.required.push_back(element);
      } else {
        known->present = known->present && element.present;
      }
    }
  }

  const Draft& draft_;
  const OffsetMap* map_ = nullptr;
  std::string_view text_;
  std::map<const rules::Rule*, Spans> found_;
  std::map<std::pair<std::string, std::string>, Spans> elements_;  // by kind and name
  Analysis out_;
};

}  // namespace

bool is_linted_as_variants(const Draft& draft, const Options& options) {
  return !draft.variants.empty() && (draft.rendered || options.mode == Mode::draft_template);
}

Analysis join_variants(const Draft& draft, std::vector<Analysis> analyses) {
  return Joiner(draft).run(std::move(analyses));
}

void add_placeholder_findings(Analysis whole, Analysis& joined) {
  for (Finding& finding : whole.findings) {
    if (std::holds_alternative<rules::PlaceholderFault>(finding.rule->kind)) {
      joined.findings.push_back(std::move(finding));
    }
  }
  sort(joined.findings);
  // What was silenced there of other rules is silenced in the variants too.
  for (std::size_t s = 0; s < joined.silenced.size(); ++s) {
    joined.silenced[s] = std::max(joined.silenced[s], whole.silenced[s]);
  }
}

}  // namespace replylint::engine
