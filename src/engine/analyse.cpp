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
#include "engine/restate.hpp"
#include "engine/subject.hpp"
#include "replylint/analysis.hpp"

namespace replylint {

namespace engine {

namespace {

// Facts in the order in which they may rest on each other: signals, elements,
// situations, strengths; then the rules.
class Pass {
 public:
  Pass(const RuleSet::Compiled& compiled, Matcher& matcher, const Draft& draft,
       const Options& options)
      : compiled_(compiled),
        draft_(draft),
        options_(options),
        matcher_(matcher),
        author_(read_author(draft)),
        matches_(compiled, author_, matcher),
        facts_(compiled.facts) {
    if (draft.customer) customer_.emplace(compiled, *draft.customer, matcher);
  }

  Analysis run() {
    find_facts();
    describe();
    const Customer* customer = customer_ ? &*customer_ : nullptr;
    Earlier earlier(compiled_, draft_.thread, matcher_);
    const Context context{compiled_, draft_,   options_, author_, matches_,
                          facts_,    customer, matcher_, earlier};
    add_findings(context, analysis_);
    drop_doubtful_strengths();
    count_clean_words();
    for (const PhraseId phrase : matches_.exhausted()) {
      for (const CompiledRule& rule : compiled_.rules) {
        if (rule.phrase == phrase) analysis_.exhausted.push_back(rule.rule->id);
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
    if (const auto angry = compiled_.facts.find("situation.angry"); angry && facts_.holds(*angry)) {
      facts_.set("customer.angry");
    }
    if (customer_)
      customer_->reading = read_message(customer_->subject, compiled_, facts_, sender());
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
    for (const CompiledRule& rule : compiled_.rules) {
      const auto* detector = std::get_if<rules::Detector>(&rule.rule->kind);
      if (detector != nullptr && detector->kind == kind && facts_.holds(rule.when)) {
        detect(rule, *detector);
      }
    }
  }

  void detect(const CompiledRule& rule, const rules::Detector& detector) {
    if (rule.customer_phrase != no_phrase && customer_) {
      for (const Match& match : customer_->matches.of(rule.customer_phrase)) {
        facts_.set_by_customer(rule.fact, match.span);
      }
      return;
    }
    for (const Match& match : matches_.of(rule.phrase)) facts_.set(rule.fact, match.span);
    for (const Zone& zone : draft_.zones) {
      const auto& from = detector.from_zones;
      if (std::find(from.begin(), from.end(), zone.kind) != from.end()) {
        facts_.set(rule.fact, zone.span);
      }
    }
    if (detector.restates_customer && customer_) {
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
      const auto fact = compiled_.facts.find("element." + std::string(name));
      analysis_.elements.push_back({std::string(name),
                                    fact ? joined(facts_.spans(*fact)) : std::vector<Span>{},
                                    Dimension::respect});
    }
    std::set<std::string> situations(options_.situations.begin(), options_.situations.end());
    for (const CompiledRule& rule : compiled_.rules) {
      const auto* detector = std::get_if<rules::Detector>(&rule.rule->kind);
      if (detector == nullptr || !facts_.holds(rule.fact)) continue;
      const std::string name = rule.rule->id.substr(rule.rule->id.find('/') + 1);
      if (detector->kind == rules::DetectorKind::situation) situations.insert(name);
      const bool core =
          std::find(core_elements.begin(), core_elements.end(), name) != core_elements.end();
      if (detector->kind == rules::DetectorKind::element && !core) {
        analysis_.elements.push_back({name, joined(facts_.spans(rule.fact)), Dimension::respect});
      }
      if (detector->kind == rules::DetectorKind::signal) {
        analysis_.signals.push_back({name, joined(facts_.spans(rule.fact)), Dimension::respect});
      }
      if (detector->kind == rules::DetectorKind::customer) {
        analysis_.customer.push_back({name, facts_.customer_spans(rule.fact), Dimension::respect});
      }
      if (detector->kind == rules::DetectorKind::strength) {
        analysis_.strengths.push_back(
            {name, joined(facts_.spans(rule.fact)), rule.rule->dimension});
      }
    }
    analysis_.situations.assign(situations.begin(), situations.end());
    for (const text::Token& token : author_.document.tokens) {
      analysis_.words += token.is_word() ? 1U : 0U;
    }
    add_tone_words();
    analysis_.sentences = author_.document.sentences.size();
  }

  void add_tone_words() {
    for (std::size_t t = 0; t < compiled_.tone.size(); ++t) {
      const rules::WeightedWords& words = compiled_.tone[t]->words;
      const std::vector<std::uint32_t>& counts = matches_.tone_counts(t);
      for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        const auto& pattern = std::get<rules::Pattern>(words.phrase.match[i]);
        analysis_.tone_words.push_back({pattern.text, words.weights[i], counts[i]});
      }
    }
    std::stable_sort(analysis_.tone_words.begin(), analysis_.tone_words.end(),
                     [](const ToneWord& a, const ToneWord& b) {
                       return std::abs(a.weight) > std::abs(b.weight);
                     });
  }

  const RuleSet::Compiled& compiled_;
  const Draft& draft_;
  const Options& options_;
  Matcher& matcher_;
  Subject author_;
  PhraseMatches matches_;
  std::optional<Customer> customer_;
  Facts facts_;
  Analysis analysis_;
};

}  // namespace
}  // namespace engine

struct Analyser::Work {
  explicit Work(RuleSet set) : rules(std::move(set)), matcher(rules.compiled().program) {}
  RuleSet rules;
  engine::Matcher matcher;
};

CustomerReading read_customer(const RuleSet& rules, std::string_view message,
                              std::string_view sender) {
  Draft draft;
  draft.customer = message;
  const Options options;
  engine::Matcher matcher(rules.compiled().program);
  return engine::Pass(rules.compiled(), matcher, draft, options).read(sender);
}

Analyser::Analyser(RuleSet rules) : work_(std::make_unique<Work>(std::move(rules))) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

Analysis Analyser::analyse(const Draft& draft, const Options& options) {
  return engine::Pass(work_->rules.compiled(), work_->matcher, draft, options).run();
}

const ElementFound* Analysis::element(std::string_view name) const {
  const auto at = std::find_if(elements.begin(), elements.end(),
                               [&](const ElementFound& e) { return e.name == name; });
  return at == elements.end() ? nullptr : &*at;
}

}  // namespace replylint
