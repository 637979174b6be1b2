// A pack made ready to run: its patterns in one Program, its conditions as
// numbers. Immutable.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/program.hpp"
#include "replylint/rule_set.hpp"
#include "rules/rule.hpp"
#include "text/regex.hpp"

namespace replylint::engine {

using PhraseId = std::uint32_t;
inline constexpr PhraseId no_phrase = std::numeric_limits<PhraseId>::max();

// `weighed`: each pattern counts once a sentence; `tone`: it is only counted.
enum class Role : std::uint8_t { match, unless, needs, weighed, tone };

// What a pattern of the program is for.
struct PatternUse {
  PhraseId phrase = no_phrase;  // of a pattern of the tone: its file, in Compiled::tone
  Role role = Role::match;
  bool names_negation = false;
  std::uint32_t place = 0;  // among the phrase's patterns of that role
};

struct Expression {
  text::LazyRegex regex;
  std::vector<std::string> literals;  // folded
  PhraseId phrase = no_phrase;
  Role role = Role::match;
};

using FactId = std::uint32_t;

// Names of facts, numbered.
class FactTable {
 public:
  FactId add(std::string_view name);
  [[nodiscard]] std::optional<FactId> find(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  StringMap<FactId> ids_;
};

struct CompiledCondition {
  std::vector<FactId> all;
  std::vector<FactId> any;
  std::vector<FactId> none;
};

// One side of a comparison, as rules::Side.
struct CompiledSide {
  std::optional<FactId> fact;
  PhraseId phrase = no_phrase;
};

struct CompiledComparison {
  const rules::Comparison* comparison = nullptr;
  CompiledSide customer;
  CompiledSide earlier;
  CompiledSide says;
  CompiledSide lacks;
};

struct CompiledRule {
  const rules::Rule* rule = nullptr;
  PhraseId phrase = no_phrase;           // over the draft
  PhraseId customer_phrase = no_phrase;  // over the customer's message
  CompiledCondition when;
  FactId fact = 0;  // of a detector: what it establishes; of a require rule: the element
  std::vector<FactId> required;  // of a require rule: situations
  FactId first = 0;              // of an order rule
  FactId then = 0;
  std::vector<CompiledComparison> comparisons;  // of a compare rule
};

}  // namespace replylint::engine

namespace replylint {

struct RuleSet::Compiled {
  rules::Pack pack;
  engine::Program program;
  std::vector<engine::PatternUse> uses;  // by PatternId
  std::vector<engine::Expression> expressions;
  std::vector<const rules::Phrase*> phrases;  // by PhraseId
  std::vector<engine::CompiledRule> rules;    // in the order of pack.rules
  engine::FactTable facts;
  std::vector<const rules::ToneWords*> tone;
  // The list of this name as a pattern, if the pack has it.
  std::optional<engine::PatternId> function_word;
};

}  // namespace replylint
