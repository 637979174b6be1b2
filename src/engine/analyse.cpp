#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <unordered_set>

#include "engine/compiled.hpp"
#include "engine/customer.hpp"
#include "engine/facts.hpp"
#include "engine/findings.hpp"
#include "engine/phrases.hpp"
#include "engine/placeholder_faults.hpp"
#include "engine/restate.hpp"
#include "engine/subject.hpp"
#include "engine/suppressions.hpp"
#include "engine/variants.hpp"
#include "replylint/analysis.hpp"

namespace replylint {

namespace engine {

namespace {

// Facts in the order in which they may rest on each other: signals, elements,
// situations, strengths; then the rules.
class Pass {
 public:
  Pass(const RuleSet::Compiled& compiled, Scratch& scratch, const Draft& draft,
       const Options& options)
      : compiled_(compiled),
        draft_(draft),
        options_(options),
        scratch_(scratch),
        author_(read_author(draft)),
        matches_(compiled, author_, Side::author, scratch),
        facts_(compiled) {
    if (draft.customer) customer_.emplace(compiled, *draft.customer, scratch);
  }

  // `placeholders`: what is wrong with those of the draft. `suppressions`: which
  // rules are to be silent in it.
  Analysis run(const std::vector<FaultyPlaceholder>& placeholders,
               const std::vector<Suppression>& suppressions) {
    find_facts();
    describe();
    const Customer* customer = customer_ ? &*customer_ : nullptr;
    Earlier earlier(compiled_, draft_.thread, scratch_);
    const Context context{compiled_, draft_,       options_, author_, matches_,
                          facts_,    placeholders, customer, earlier};
    add_findings(context, analysis_);
    silence(suppressions, analysis_);
    drop_doubtful_strengths();
    count_clean_words();
    for (const PhraseId phrase : matches_.exhausted()) {
      for (const RuleRecord& rule : compiled_.tables.rules) {
        if (rule.phrase == phrase) {
          analysis_.exhausted.emplace_back(compiled_.tables.text(rule.id));
        }
      }
    }
    return std::move(analysis_);
  }

  // How the customer's message is read, without a look at the draft.
  CustomerReading read(std::string_view sender) {
    find_facts();
    return read_message(customer_->subject, compiled_, facts_, sender);
  }

 private:
  void find_facts() {
    set_given_facts();
    detect(rules::DetectorKind::customer);
    detect(rules::DetectorKind::signal);
    detect(rules::DetectorKind::element);
    detect(rules::DetectorKind::situation);
    if (facts_.holds(compiled_.fact("situation.angry"))) facts_.set("customer.angry");
    if (customer_) {
      customer_->reading = read_message(customer_->subject, compiled_, facts_, sender());
    }
    detect(rules::DetectorKind::strength);
  }

  // Who wrote last in the thread, by their mail's From:.
  [[nodiscard]] std::string_view sender() const {
    const auto last =
        std::find_if(draft_.thread.rbegin(), draft_.thread.rend(),
                     [](const Message& message) { return message.from == Party::customer; });
    return last == draft_.thread.rend() ? std::string_view{} : last->sender;
  }

  void set_given_facts() {
    const auto channel = channel_names.at(static_cast<std::size_t>(options_.channel));
    if (options_.channel != Channel::unknown) facts_.set("channel." + std::string(channel));
    facts_.set("mode." + std::string(mode_names.at(static_cast<std::size_t>(options_.mode))));
    if (customer_) facts_.set("customer.present");
    for (const std::string& situation : options_.situations) {
      facts_.set("situation." + situation);
    }
  }

  void detect(rules::DetectorKind kind) {
    if (kind == rules::DetectorKind::situation && !options_.situations.empty()) return;
    for (const RuleRecord& rule : compiled_.tables.rules) {
      if (is_detector(rule, kind) && facts_.allow(rule)) detect(rule);
    }
  }

  static rules::DetectorKind kind_of(const RuleRecord& detector) {
    return static_cast<rules::DetectorKind>(detector.detector);
  }

  void detect(const RuleRecord& rule) {
    if (rule.customer_phrase != no_phrase && customer_) {
      for (const Match& match : customer_->matches.of(rule.customer_phrase)) {
        facts_.set_by_customer(rule.fact, match.span);
      }
      return;
    }
    for (const Match& match : matches_.of(rule.phrase)) {
      const bool counts =
          match.sentence >= author_.first || kind_of(rule) == rules::DetectorKind::situation;
      if (counts) facts_.set(rule.fact, match.span);
    }
    for (const Zone& zone : draft_.zones) {
      if (((rule.from_zones >> static_cast<unsigned>(zone.kind)) & 1U) != 0) {
        facts_.set(rule.fact, zone.span);
      }
    }
    if (rule.restates_customer != 0 && customer_) {
      for (const Match& match :
           find_restatements(author_, matches_.function_words(), customer_->subject,
                             customer_->matches.function_words())) {
        if (!matches_.is_excepted(rule.phrase, match.span)) facts_.set(rule.fact, match.span);
      }
    }
  }

  // What a rule objects to is not praised.
  void drop_doubtful_strengths() {
    const auto is_doubtful = [&](Span span) {
      return std::any_of(
          analysis_.findings.begin(), analysis_.findings.end(), [&](const Finding& finding) {
            return finding.severity != Severity::suggestion && finding.span.overlaps(span);
          });
    };
    for (ElementFound& strength : analysis_.strengths) std::erase_if(strength.spans, is_doubtful);
    std::erase_if(analysis_.strengths, [](const ElementFound& s) { return s.spans.empty(); });
  }

  // More faults and more of the same must not make a draft longer, or they
  // would soften the faults beside them.
  void count_clean_words() {
    const text::Document& document = author_.document;
    const auto words_of = [&](const text::Sentence& sentence) {
      return author_.text.substr(sentence.span.start, sentence.span.size());
    };
    std::vector<bool> faulty(document.sentences.size());
    for (const Finding& finding : analysis_.findings) {
      // What is counted over the whole draft is the fault of no one sentence.
      const auto* count = std::get_if<rules::Count>(&finding.rule->kind);
      const bool of_draft = count != nullptr && count->per == rules::Per::draft;
      if (finding.missing || of_draft || finding.sentence >= faulty.size()) continue;
      faulty[finding.sentence] = true;
    }
    std::unordered_set<std::string_view> seen;
    for (std::size_t s = 0; s < faulty.size(); ++s) {
      if (faulty[s]) seen.insert(words_of(document.sentences[s]));
    }
    for (const text::Sentence& sentence : document.sentences) {
      if (!seen.insert(words_of(sentence)).second) continue;
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        analysis_.clean_words += document.tokens[i].is_word() ? 1U : 0U;
      }
    }
  }

  // Sorted, overlapping spans joined.
  static std::vector<Span> joined(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.start < b.start; });
    std::vector<Span> out;
    for (const Span span : spans) {
      if (!out.empty() && span.start < out.back().end) {
        out.back().end = std::max(out.back().end, span.end);
      } else {
        out.push_back(span);
      }
    }
    return out;
  }

  void describe() {
    for (const std::string_view name : core_elements) {
      const FactId fact = compiled_.fact("element." + std::string(name));
      analysis_.elements.push_back(
          {std::string(name), joined(facts_.spans(fact)), Dimension::respect});
    }
    std::set<std::string> situations(options_.situations.begin(), options_.situations.end());
    const PackTables& tables = compiled_.tables;
    for (const RuleRecord& rule : tables.rules) {
      if (!is<rules::Detector>(rule) || !facts_.holds(rule.fact)) continue;
      const rules::DetectorKind kind = kind_of(rule);
      const std::string name(tables.text(rule.id).substr(rule.family.size + 1));
      if (kind == rules::DetectorKind::situation) situations.insert(name);
      const bool core =
          std::find(core_elements.begin(), core_elements.end(), name) != core_elements.end();
      if (kind == rules::DetectorKind::element && !core) {
        analysis_.elements.push_back({name, joined(facts_.spans(rule.fact)), Dimension::respect});
      }
      if (kind == rules::DetectorKind::signal) {
        analysis_.signals.push_back({name, joined(facts_.spans(rule.fact)), Dimension::respect});
      }
      if (kind == rules::DetectorKind::customer) {
        analysis_.customer.push_back({name, facts_.customer_spans(rule.fact), Dimension::respect});
      }
      if (kind == rules::DetectorKind::strength) {
        analysis_.strengths.push_back(
            {name, joined(facts_.spans(rule.fact)), static_cast<Dimension>(rule.dimension)});
      }
    }
    analysis_.situations.assign(situations.begin(), situations.end());
    const auto& sentences = author_.document.sentences;
    for (std::size_t s = author_.first; s < sentences.size(); ++s) {
      for (std::uint32_t i = sentences[s].first; i < sentences[s].last; ++i) {
        analysis_.words += author_.document.tokens[i].is_word() ? 1U : 0U;
      }
    }
    add_tone_words();
    analysis_.sentences = author_.document.sentences.size();
  }

  void add_tone_words() {
    const PackTables& tables = compiled_.tables;
    for (const ToneCount& found : matches_.tone()) {
      const ToneRecord& file = tables.tone[found.file];
      analysis_.tone_words.push_back({tables.text(tables.texts[file.patterns.first + found.place]),
                                      tables.weights[file.weights.first + found.place],
                                      found.count});
    }
    std::stable_sort(analysis_.tone_words.begin(), analysis_.tone_words.end(),
                     [](const ToneWord& a, const ToneWord& b) {
                       return std::abs(a.weight) > std::abs(b.weight);
                     });
  }

  const RuleSet::Compiled& compiled_;
  const Draft& draft_;
  const Options& options_;
  Scratch& scratch_;
  Subject author_;
  PhraseMatches matches_;
  std::optional<Customer> customer_;
  Facts facts_;
  Analysis analysis_;
};

}  // namespace
}  // namespace engine

struct Analyser::Work {
  explicit Work(RuleSet set) : rules(std::move(set)), scratch(rules.compiled().tables) {}
  RuleSet rules;
  engine::Scratch scratch;
};

CustomerReading read_customer(const RuleSet& rules, std::string_view message,
                              std::string_view sender) {
  Draft draft;
  draft.customer = message;
  const Options options;
  engine::Scratch scratch(rules.compiled().tables);
  return engine::Pass(rules.compiled(), scratch, draft, options).read(sender);
}

Analyser::Analyser(RuleSet rules) : work_(std::make_unique<Work>(std::move(rules))) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

Analysis Analyser::analyse(const Draft& draft, const Options& options) {
  const auto run = [&](const Draft& one, const std::vector<engine::FaultyPlaceholder>& faults) {
    return engine::Pass(work_->rules.compiled(), work_->scratch, one, options)
        .run(faults, draft.suppressions);
  };
  const auto faults = engine::find_faulty_placeholders(draft, options);
  if (!engine::is_linted_as_variants(draft, options)) return run(draft, faults);
  std::vector<Analysis> analyses;
  for (const Draft& variant : draft.variants) {
    analyses.push_back(run(variant, {}));
  }
  Analysis joined = engine::join_variants(draft, std::move(analyses));
  // The placeholders are those of the template as it was written.
  if (!faults.empty()) engine::add_placeholder_findings(run(draft, faults), joined);
  return joined;
}

const ElementFound* Analysis::element(std::string_view name) const {
  const auto at = std::find_if(elements.begin(), elements.end(),
                               [&](const ElementFound& e) { return e.name == name; });
  return at == elements.end() ? nullptr : &*at;
}

}  // namespace replylint
