// All patterns of a pack as one nondeterministic program over symbols, while a
// pack is compiled (automaton.hpp turns it into tables).
//
// Instructions either consume one symbol (step), branch (split), or accept
// (match). Gaps are unrolled, so every pattern reads a bounded number of words
// and there are no loops. Equal tails are shared.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/tables.hpp"
#include "rules/pattern.hpp"
#include "rules/rule.hpp"

namespace replylint::engine {

using InstructionId = std::uint32_t;

struct Instruction {
  enum class Kind : std::uint8_t { step, split, match };
  Kind kind = Kind::match;
  Op op = Op::test;        // of a step
  std::uint32_t arg = 0;   // of a step as in Step; split: second branch; match: PatternId
  InstructionId next = 0;  // unused by match
  friend auto operator<=>(const Instruction&, const Instruction&) = default;
};
struct InstructionHash {
  std::size_t operator()(const Instruction& i) const;
};

// A set of symbols.
struct SymbolSet {
  std::vector<WordId> words;                         // sorted
  std::vector<std::pair<AffixId, AffixId>> affixes;  // (prefix, suffix), 0: none
  std::uint16_t classes = 0;                         // any of these
  bool any = false;                                  // every word
  friend auto operator<=>(const SymbolSet&, const SymbolSet&) = default;
};

// Texts numbered from 1 in the order in which they are added.
class NameBuilder {
 public:
  std::uint32_t add(std::string_view text);
  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }  // [0] is ""

 private:
  std::map<std::string, std::uint32_t, std::less<>> ids_;
  std::vector<std::string> texts_{""};
};

class Program {
 public:
  // Adds a pattern and returns its number, counting from 0. `cross_negation`:
  // gaps may run over a negation.
  PatternId add(const rules::Pattern& pattern, const std::map<std::string, rules::WordList>& lists,
                bool cross_negation);

  [[nodiscard]] const std::vector<Instruction>& code() const { return code_; }
  [[nodiscard]] const std::vector<SymbolSet>& tests() const { return tests_; }
  // Where each pattern begins.
  [[nodiscard]] const std::vector<InstructionId>& entries() const { return entries_; }
  [[nodiscard]] const NameBuilder& words() const { return words_; }
  [[nodiscard]] const NameBuilder& prefixes() const { return prefixes_; }
  [[nodiscard]] const NameBuilder& suffixes() const { return suffixes_; }

 private:
  InstructionId emit(Instruction instruction);
  InstructionId emit_step(Op op, std::uint32_t arg, InstructionId next);
  InstructionId emit_split(InstructionId one, InstructionId other);
  InstructionId compile(const rules::Node& node, InstructionId next);
  InstructionId compile_choice(const std::vector<rules::Node>& branches, InstructionId next);
  InstructionId compile_test(SymbolSet test, InstructionId next);
  // Adds the symbols of `node` to `test` when it always takes exactly one word.
  bool add_to_test(const rules::Node& node, SymbolSet& test);

  NameBuilder words_;
  NameBuilder prefixes_;
  NameBuilder suffixes_;
  std::vector<Instruction> code_;
  std::unordered_map<Instruction, InstructionId, InstructionHash> shared_;
  std::vector<SymbolSet> tests_;
  std::map<SymbolSet, TestId> shared_tests_;
  std::vector<InstructionId> entries_;

  const std::map<std::string, rules::WordList>* lists_ = nullptr;  // of the pattern at hand
  std::map<std::string, std::pair<bool, SymbolSet>> list_tests_;   // lists of single words
  Op gap_op_ = Op::gap;
};

}  // namespace replylint::engine
