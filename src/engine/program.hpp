// All patterns as one nondeterministic automaton over symbols.
//
// Instructions either consume one symbol (test, gap, start, end, clause_break),
// branch (split), or accept (match). Gaps are unrolled, so every pattern reads
// a bounded number of words and there are no loops. Equal tails are shared.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/vocabulary.hpp"
#include "rules/pattern.hpp"
#include "rules/rule.hpp"

namespace replylint::engine {

using PatternId = std::uint32_t;
using InstructionId = std::uint32_t;

enum class Op : std::uint8_t { test, gap, gap_any, start, end, clause_break, split, match };

struct Instruction {
  Op op = Op::match;
  std::uint32_t arg = 0;   // test: TestId; end: SentenceEnd; split: second branch; match: PatternId
  InstructionId next = 0;  // unused by match
  friend bool operator==(const Instruction&, const Instruction&) = default;
};
struct InstructionHash {
  std::size_t operator()(const Instruction& i) const {
    const std::uint64_t key = (std::uint64_t{i.next} << 32) | i.arg;
    return std::hash<std::uint64_t>{}((key ^ static_cast<std::uint64_t>(i.op) << 60) *
                                      0x9E3779B97F4A7C15ULL);
  }
};

// A set of symbols.
struct Test {
  std::vector<WordId> words;                                     // sorted
  std::vector<std::pair<std::uint16_t, std::uint16_t>> affixes;  // (prefix, suffix), 0: none
  std::uint16_t classes = 0;                                     // any of these
  bool any = false;                                              // every word
  friend auto operator<=>(const Test&, const Test&) = default;
};

class Program {
 public:
  // Adds a pattern and returns its number, counting from 0. `cross_negation`:
  // gaps may run over a negation.
  PatternId add(const rules::Pattern& pattern, const std::map<std::string, rules::WordList>& lists,
                bool cross_negation);

  // To be called once, after the last `add`.
  void freeze();

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const Instruction& instruction(InstructionId id) const { return code_[id]; }
  [[nodiscard]] std::size_t size() const { return code_.size(); }
  [[nodiscard]] std::size_t pattern_count() const { return entries_.size(); }

  // Does a consuming instruction take this symbol?
  [[nodiscard]] bool accepts(const Instruction& instruction, const Symbol& symbol) const;

  // Consuming instructions at which a match may begin with this symbol: a
  // superset that `accepts` then narrows down.
  template <typename Visit>
  void for_each_start(const Symbol& symbol, Visit visit) const {
    if (symbol.word != unknown_word) {
      for (InstructionId id : starts_by_word_[symbol.word]) visit(id);
    }
    for (InstructionId id : open_starts_) visit(id);
  }

 private:
  struct Builder;
  InstructionId emit(Instruction instruction);
  InstructionId compile(const rules::Node& node, InstructionId next);
  InstructionId compile_choice(const std::vector<rules::Node>& branches, InstructionId next);
  InstructionId compile_test(Test test, InstructionId next);
  // Adds the symbols of `node` to `test` when it always takes exactly one word.
  bool add_to_test(const rules::Node& node, Test& test);
  void add_starts(InstructionId entry);

  Vocabulary vocabulary_;
  std::vector<Instruction> code_;
  std::unordered_map<Instruction, InstructionId, InstructionHash> shared_;
  std::vector<Test> tests_;
  std::map<Test, std::uint32_t> shared_tests_;
  std::vector<InstructionId> entries_;
  std::vector<std::vector<InstructionId>> starts_by_word_;
  std::vector<InstructionId> open_starts_;

  const std::map<std::string, rules::WordList>* lists_ = nullptr;  // while compiling
  std::map<std::string, std::pair<bool, Test>> list_tests_;        // lists of single words
  Op gap_op_ = Op::gap;
};

}  // namespace replylint::engine
