#include "engine/shadow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/matcher.hpp"

namespace replylint::engine {

namespace {

constexpr std::size_t most_sequences = 32;
using Words = std::vector<std::string>;

// All word sequences that a node stands for, appended to each of `heads`;
// nothing where it holds anything but plain words or stands for too many.
std::optional<std::vector<Words>> spell_out(const rules::Node& node, std::vector<Words> heads) {
  if (const auto* word = std::get_if<rules::Word>(&node.value)) {
    for (Words& head : heads) head.push_back(word->form);
    return heads;
  }
  if (const auto* sequence = std::get_if<rules::Sequence>(&node.value)) {
    std::optional<std::vector<Words>> all = std::move(heads);
    for (const rules::Node& part : sequence->parts) {
      all = spell_out(part, std::move(*all));
      if (!all) return std::nullopt;
    }
    return all;
  }
  if (const auto* choice = std::get_if<rules::Choice>(&node.value)) {
    std::vector<Words> all;
    for (const rules::Node& branch : choice->branches) {
      auto more = spell_out(branch, heads);
      if (!more || all.size() + more->size() > most_sequences) return std::nullopt;
      all.insert(all.end(), std::make_move_iterator(more->begin()),
                 std::make_move_iterator(more->end()));
    }
    return all;
  }
  return std::nullopt;
}

// The words as one sentence.
text::Document document_of(const Words& words) {
  text::Document document;
  std::uint32_t at = 0;
  for (const std::string& word : words) {
    const std::string& form = document.forms.emplace_back(word);
    const auto end = at + static_cast<std::uint32_t>(form.size());
    document.tokens.push_back({at, end, form, text::TokenKind::word, 0});
    at = end + 1;
  }
  const auto count = static_cast<std::uint32_t>(words.size());
  document.sentences.push_back({{0, at}, 0, count, 0, text::Terminator::none, false});
  return document;
}

// A rule that flags whatever its patterns match, and nothing else decides.
bool is_unconditional(const rules::Rule& rule, const rules::Phrase& phrase) {
  return rule.when.empty() && phrase.unless.empty() && phrase.needs.empty() &&
         phrase.zones.empty() && !phrase.last_sentence;
}

class ShadowFinder {
 public:
  ShadowFinder(const RuleSet::Compiled& compiled, Problems& problems)
      : tables_(compiled.tables),
        rules_(compiled.pack().rules),
        problems_(problems),
        matcher_(tables_) {
    owners_.resize(tables_.phrases.size(), nullptr);
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const PhraseId phrase = tables_.rules[i].phrase;
      if (phrase != no_phrase) owners_[phrase] = &rules_[i];
    }
  }

  void run() {
    for (const rules::Rule& rule : rules_) {
      const auto* phrase = std::get_if<rules::Phrase>(&rule.kind);
      if (phrase == nullptr) continue;
      for (const rules::Matcher& matcher : phrase->match) {
        if (const auto* pattern = std::get_if<rules::Pattern>(&matcher)) {
          check(rule, *phrase, *pattern);
        }
      }
    }
  }

 private:
  void check(const rules::Rule& rule, const rules::Phrase& phrase, const rules::Pattern& pattern) {
    const auto sequences = spell_out(pattern.root, {{}});
    if (!sequences || sequences->empty()) return;
    std::set<const rules::Rule*> covering = covers(sequences->front(), rule, phrase);
    for (std::size_t i = 1; i < sequences->size() && !covering.empty(); ++i) {
      const auto more = covers((*sequences)[i], rule, phrase);
      std::erase_if(covering, [&](const rules::Rule* other) { return !more.contains(other); });
    }
    if (!covering.empty()) {
      problems_.push_back(
          {rule.file,
           0,
           0,
           1,
           fmt::format("the pattern “{}” is always covered by {}; drop it or make it differ",
                       pattern.text, (*covering.begin())->id),
           {}});
    }
  }

  std::set<const rules::Rule*> covers(const Words& words, const rules::Rule& rule,
                                      const rules::Phrase& phrase) {
    const text::Document document = document_of(words);
    std::vector<PatternHit> hits;
    matcher_.find_all(document, hits);
    std::set<const rules::Rule*> rules;
    for (const PatternHit& hit : hits) {
      const PatternUse& use = tables_.uses[hit.pattern];
      if (use.phrase == no_phrase || use.role != Role::match) continue;
      const rules::Rule* other = owners_[use.phrase];
      if (other == nullptr || other == &rule || other->family != rule.family) continue;
      const auto* theirs = std::get_if<rules::Phrase>(&other->kind);
      if (theirs != nullptr && is_unconditional(*other, *theirs) &&
          (theirs->silent_in & ~phrase.silent_in).none() && hit.first == 0 &&
          hit.last == words.size()) {
        rules.insert(other);
      }
    }
    return rules;
  }

  const PackTables& tables_;
  const std::vector<rules::Rule>& rules_;  // in the order of the tables
  Problems& problems_;
  Matcher matcher_;
  std::vector<const rules::Rule*> owners_;
};

}  // namespace

void find_shadowed(const RuleSet::Compiled& compiled, Problems& problems) {
  ShadowFinder(compiled, problems).run();
}

}  // namespace replylint::engine
