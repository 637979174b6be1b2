#include "engine/program.hpp"

#include <algorithm>
#include <cassert>

namespace replylint::engine {

namespace {

// Forms that a word of a pattern also matches: the ambiguous halves of
// contractions.
std::vector<std::string_view> forms_of(std::string_view word) {
  if (word == "is" || word == "has") return {word, "'s"};
  if (word == "would" || word == "had") return {word, "'d"};
  return {word};
}

}  // namespace

InstructionId Program::emit(Instruction instruction) {
  const auto next = static_cast<InstructionId>(code_.size());
  const auto [place, added] = shared_.try_emplace(instruction, next);
  if (added) code_.push_back(instruction);
  return place->second;
}

InstructionId Program::compile_test(Test test, InstructionId next) {
  std::sort(test.words.begin(), test.words.end());
  test.words.erase(std::unique(test.words.begin(), test.words.end()), test.words.end());
  std::sort(test.affixes.begin(), test.affixes.end());
  const auto id = static_cast<std::uint32_t>(tests_.size());
  const auto [place, added] = shared_tests_.try_emplace(test, id);
  if (added) tests_.push_back(std::move(test));
  return emit({Op::test, place->second, next});
}

bool Program::add_to_test(const rules::Node& node, Test& test) {
  if (const auto* word = std::get_if<rules::Word>(&node.value)) {
    for (const std::string_view form : forms_of(word->form)) {
      test.words.push_back(vocabulary_.add_word(form));
    }
    return true;
  }
  if (const auto* affix = std::get_if<rules::Affix>(&node.value)) {
    test.affixes.emplace_back(
        affix->prefix.empty() ? std::uint16_t{0} : vocabulary_.add_prefix(affix->prefix),
        affix->suffix.empty() ? std::uint16_t{0} : vocabulary_.add_suffix(affix->suffix));
    return true;
  }
  if (const auto* slot = std::get_if<rules::Slot>(&node.value)) {
    switch (slot->token_class) {
      case rules::TokenClass::number:
        test.classes |= class_number;
        break;
      case rules::TokenClass::name:
        test.classes |= class_name;
        break;
      case rules::TokenClass::placeholder:
        test.classes |= class_placeholder;
        break;
      case rules::TokenClass::caps:
        test.classes |= class_caps;
        break;
      case rules::TokenClass::any:
        test.any = true;
        break;
    }
    return true;
  }
  if (const auto* sequence = std::get_if<rules::Sequence>(&node.value)) {
    return sequence->parts.size() == 1 && add_to_test(sequence->parts.front(), test);
  }
  if (const auto* choice = std::get_if<rules::Choice>(&node.value)) {
    return std::all_of(choice->branches.begin(), choice->branches.end(),
                       [&](const rules::Node& branch) { return add_to_test(branch, test); });
  }
  if (const auto* list = std::get_if<rules::ListRef>(&node.value)) {
    auto found = list_tests_.find(list->name);
    if (found == list_tests_.end()) {
      Test words;
      const auto& entries = lists_->at(list->name).entries;
      const bool single =
          std::all_of(entries.begin(), entries.end(),
                      [&](const rules::Pattern& entry) { return add_to_test(entry.root, words); });
      found = list_tests_.emplace(list->name, std::pair{single, std::move(words)}).first;
    }
    const auto& [single, words] = found->second;
    if (!single) return false;
    test.words.insert(test.words.end(), words.words.begin(), words.words.end());
    test.affixes.insert(test.affixes.end(), words.affixes.begin(), words.affixes.end());
    test.classes |= words.classes;
    test.any |= words.any;
    return true;
  }
  return false;
}

InstructionId Program::compile_choice(const std::vector<rules::Node>& branches,
                                      InstructionId next) {
  // Branches of one word become a single test; the others are tried beside it.
  Test words;
  bool any_single = false;
  std::vector<InstructionId> entries;
  for (const rules::Node& branch : branches) {
    Test one = words;
    if (add_to_test(branch, one)) {
      words = std::move(one);
      any_single = true;
    } else {
      entries.push_back(compile(branch, next));
    }
  }
  if (any_single) entries.push_back(compile_test(std::move(words), next));
  InstructionId entry = entries.back();
  for (auto it = entries.rbegin() + 1; it != entries.rend(); ++it) {
    if (*it != entry) entry = emit({Op::split, entry, *it});
  }
  return entry;
}

InstructionId Program::compile(const rules::Node& node, InstructionId next) {
  if (Test test; add_to_test(node, test)) return compile_test(std::move(test), next);
  struct Visitor {
    Program& program;
    InstructionId next;
    InstructionId operator()(const rules::Gap& gap) const {
      InstructionId entry = next;
      for (unsigned i = 0; i < gap.most; ++i) {
        entry = program.emit({Op::split, program.emit({program.gap_op_, 0, entry}), next});
      }
      return entry;
    }
    InstructionId operator()(const rules::Start&) const {
      return program.emit({Op::start, 0, next});
    }
    InstructionId operator()(const rules::End& end) const {
      return program.emit({Op::end, static_cast<std::uint32_t>(end.kind), next});
    }
    InstructionId operator()(const rules::ClauseBreak&) const {
      return program.emit({Op::clause_break, 0, next});
    }
    InstructionId operator()(const rules::ListRef& list) const {
      std::vector<rules::Node> branches;
      for (const rules::Pattern& entry : program.lists_->at(list.name).entries) {
        branches.push_back(entry.root);
      }
      return program.compile_choice(branches, next);
    }
    InstructionId operator()(const rules::Sequence& sequence) const {
      InstructionId entry = next;
      for (auto it = sequence.parts.rbegin(); it != sequence.parts.rend(); ++it) {
        entry = program.compile(*it, entry);
      }
      return entry;
    }
    InstructionId operator()(const rules::Choice& choice) const {
      return program.compile_choice(choice.branches, next);
    }
    // These always take one word, so that add_to_test has dealt with them.
    InstructionId operator()(const rules::Word&) const { return next; }
    InstructionId operator()(const rules::Affix&) const { return next; }
    InstructionId operator()(const rules::Slot&) const { return next; }
  };
  return std::visit(Visitor{*this, next}, node.value);
}

PatternId Program::add(const rules::Pattern& pattern,
                       const std::map<std::string, rules::WordList>& lists, bool cross_negation) {
  lists_ = &lists;
  gap_op_ = cross_negation ? Op::gap_any : Op::gap;
  const auto id = static_cast<PatternId>(entries_.size());
  entries_.push_back(compile(pattern.root, emit({Op::match, id, 0})));
  return id;
}

void Program::add_starts(InstructionId entry) {
  std::vector<InstructionId> open{entry};
  while (!open.empty()) {
    const InstructionId id = open.back();
    open.pop_back();
    const Instruction& at = code_[id];
    if (at.op == Op::split) {
      open.push_back(at.arg);
      open.push_back(at.next);
    } else if (at.op == Op::test) {
      const Test& test = tests_[at.arg];
      for (const WordId word : test.words) starts_by_word_[word].push_back(id);
      if (!test.affixes.empty() || test.classes != 0 || test.any) open_starts_.push_back(id);
    } else if (at.op != Op::match) {
      open_starts_.push_back(id);
    }
  }
}

void Program::freeze() {
  vocabulary_.freeze();
  starts_by_word_.resize(vocabulary_.word_count());
  for (const InstructionId entry : entries_) add_starts(entry);
  const auto tidy = [](std::vector<InstructionId>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  };
  for (auto& ids : starts_by_word_) tidy(ids);
  tidy(open_starts_);
  shared_.clear();
  shared_tests_.clear();
  list_tests_.clear();
  lists_ = nullptr;
}

bool Program::accepts(const Instruction& instruction, const Symbol& symbol) const {
  switch (instruction.op) {
    case Op::test: {
      if (!symbol.is_word()) return false;
      const Test& test = tests_[instruction.arg];
      if (test.any || (symbol.classes & test.classes) != 0) return true;
      if (symbol.word != unknown_word &&
          std::binary_search(test.words.begin(), test.words.end(), symbol.word)) {
        return true;
      }
      return std::any_of(test.affixes.begin(), test.affixes.end(), [&](const auto& affix) {
        return (affix.first == 0 || vocabulary_.has_prefix(symbol, affix.first)) &&
               (affix.second == 0 || vocabulary_.has_suffix(symbol, affix.second));
      });
    }
    case Op::gap:
      return symbol.is_word() && (symbol.classes & class_negation) == 0;
    case Op::gap_any:
      return symbol.is_word();
    case Op::start:
      return (symbol.classes & class_start) != 0;
    case Op::end: {
      if ((symbol.classes & class_end) == 0) return false;
      switch (static_cast<rules::SentenceEnd>(instruction.arg)) {
        case rules::SentenceEnd::any:
          return true;
        case rules::SentenceEnd::question:
          return (symbol.classes & class_end_question) != 0;
        case rules::SentenceEnd::exclamation:
          return (symbol.classes & class_end_exclamation) != 0;
      }
      return false;
    }
    case Op::clause_break:
      return (symbol.classes & class_break) != 0;
    case Op::split:
    case Op::match:
      return false;
  }
  return false;
}

}  // namespace replylint::engine
