// From raw hits of patterns to the matches of each phrase: exceptions,
// requirements nearby, scopes and zones applied, overlaps joined.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compiled.hpp"
#include "engine/matcher.hpp"
#include "replylint/draft.hpp"
#include "text/document.hpp"

namespace replylint::engine {

struct Match {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  Span span;  // bytes of the text
};

// A match of one of several patterns that each count.
struct PatternMatch {
  Match match;
  std::uint32_t pattern = 0;  // its place among the phrase's patterns
};

// The text under the patterns: the author's own words, or the customer's.
struct Subject {
  std::string_view text;
  text::Document document;
  std::vector<ZoneKind> zones;  // by sentence
  // The first sentence of the message itself: those before it are the subject
  // line of a mail. Rules see them; what a message has to hold is not held by
  // its subject line.
  std::uint32_t first = 0;
};

// A pattern of a file of the tone, found so often.
struct ToneCount {
  std::uint32_t file = 0;   // in PackTables::tone
  std::uint32_t place = 0;  // in the file
  std::uint32_t count = 0;
};

// What a thread keeps between drafts, for its memory only.
struct Scratch {
  explicit Scratch(const PackTables& tables) : matcher(tables), last_seen(tables.uses.size(), 0) {}
  Matcher matcher;
  std::vector<PatternHit> hits;
  std::vector<std::uint64_t> last_seen;  // by pattern: the sentence, counted over all drafts
  std::uint64_t sentences = 0;           // so far
};

// All hits of all phrases about one side's words.
class PhraseMatches {
 public:
  PhraseMatches(const RuleSet::Compiled& compiled, const Subject& subject, Side side,
                Scratch& scratch);

  // What counts of a phrase, by position and without overlap.
  [[nodiscard]] std::vector<Match> of(PhraseId phrase) const;

  // Does an exception (`unless`) of the phrase touch this span?
  [[nodiscard]] bool is_excepted(PhraseId phrase, Span span) const;

  // The patterns of a weigh rule, by position, whether they overlap or not: of
  // each the first that counts in a sentence.
  [[nodiscard]] std::vector<PatternMatch> weighed(PhraseId phrase) const;

  // Is there anything that may count of a phrase?
  [[nodiscard]] bool occurs(PhraseId phrase) const {
    return phrase != no_phrase && !hits_of(phrase, Role::match).empty();
  }

  [[nodiscard]] bool weighs(PhraseId phrase) const {
    return phrase != no_phrase && !hits_of(phrase, Role::weighed).empty();
  }

  // The patterns of the tone that stand there, by file and place; what is called
  // so, a person or a place, does not count.
  [[nodiscard]] const std::vector<ToneCount>& tone() const { return tone_; }

  // Phrases whose expression ran into its limit.
  [[nodiscard]] const std::vector<PhraseId>& exhausted() const { return exhausted_; }

  // By token: is it a function word (of the list of that name)?
  [[nodiscard]] const std::vector<bool>& function_words() const { return function_words_; }

 private:
  struct Hit {
    PhraseId phrase = no_phrase;
    Role role = Role::match;
    bool names_negation = false;
    std::uint32_t place = 0;  // of its pattern, as in PatternUse
    Match match;
  };

  class Around;

  static constexpr std::size_t roles = 4;  // that a hit may have
  static std::size_t place_of(PhraseId phrase, Role role) {
    return roles * phrase + static_cast<std::size_t>(role);
  }

  void add(const PatternHit& hit, Scratch& scratch);
  void count_tone();
  void sort_hits();
  [[nodiscard]] bool holds_name(const PatternHit& hit) const;
  [[nodiscard]] bool is_about(PhraseId phrase) const;
  void run_expressions();
  // Over one sentence; `words` are its text, which begins at byte `begin`.
  void run_expression(const ExpressionRecord& expression, std::uint32_t sentence,
                      std::string_view words, std::size_t begin);
  [[nodiscard]] std::span<const Hit> hits_of(PhraseId phrase, Role role) const;
  // The last one of the body, where the body has others.
  [[nodiscard]] std::optional<std::uint32_t> last_sentence() const;
  [[nodiscard]] bool is_outside(const Hit& hit, const PhraseRecord& phrase) const;
  [[nodiscard]] bool is_silent(const Hit& hit, const PhraseRecord& phrase) const;

  const RuleSet::Compiled& compiled_;
  const Subject& subject_;
  Side side_;
  std::vector<Hit> hits_;              // by phrase, role, position
  std::vector<std::uint32_t> starts_;  // in hits_, by phrase and role
  std::vector<PhraseId> exhausted_;
  std::vector<bool> function_words_;
  std::vector<ToneCount> tone_;
};

}  // namespace replylint::engine
