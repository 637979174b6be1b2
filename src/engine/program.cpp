#include "engine/program.hpp"

#include <algorithm>

#include "engine/vocabulary.hpp"

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

std::size_t InstructionHash::operator()(const Instruction& i) const {
  const std::uint64_t key = (std::uint64_t{i.next} << 32U) | i.arg;
  const auto kind =
      (std::uint64_t{static_cast<std::uint8_t>(i.kind)} << 3U) | static_cast<std::uint8_t>(i.op);
  return std::hash<std::uint64_t>{}((key ^ (kind << 58U)) * 0x9E3779B97F4A7C15ULL);
}

std::uint32_t NameBuilder::add(std::string_view text) {
  const auto found = ids_.find(text);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(texts_.size());
  ids_.emplace(text, id);
  texts_.emplace_back(text);
  return id;
}

InstructionId Program::emit_step(Op op, std::uint32_t arg, InstructionId next) {
  return emit({Instruction::Kind::step, op, arg, next});
}

InstructionId Program::emit_split(InstructionId one, InstructionId other) {
  return emit({Instruction::Kind::split, {}, other, one});
}

InstructionId Program::emit(Instruction instruction) {
  const auto next = static_cast<InstructionId>(code_.size());
  const auto [place, added] = shared_.try_emplace(instruction, next);
  if (added) code_.push_back(instruction);
  return place->second;
}

InstructionId Program::compile_test(SymbolSet test, InstructionId next) {
  std::sort(test.words.begin(), test.words.end());
  test.words.erase(std::unique(test.words.begin(), test.words.end()), test.words.end());
  std::sort(test.affixes.begin(), test.affixes.end());
  const auto id = static_cast<std::uint32_t>(tests_.size());
  const auto [place, added] = shared_tests_.try_emplace(test, id);
  if (added) tests_.push_back(std::move(test));
  return emit_step(Op::test, place->second, next);
}

bool Program::add_to_test(const rules::Node& node, SymbolSet& test) {
  if (const auto* word = std::get_if<rules::Word>(&node.value)) {
    for (const std::string_view form : forms_of(word->form)) {
      test.words.push_back(words_.add(form));
    }
    return true;
  }
  if (const auto* affix = std::get_if<rules::Affix>(&node.value)) {
    test.affixes.emplace_back(affix->prefix.empty() ? 0 : prefixes_.add(affix->prefix),
                              affix->suffix.empty() ? 0 : suffixes_.add(affix->suffix));
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
      SymbolSet words;
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
  SymbolSet words;
  bool any_single = false;
  std::vector<InstructionId> entries;
  for (const rules::Node& branch : branches) {
    SymbolSet one = words;
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
    if (*it != entry) entry = emit_split(*it, entry);
  }
  return entry;
}

InstructionId Program::compile(const rules::Node& node, InstructionId next) {
  if (SymbolSet test; add_to_test(node, test)) return compile_test(std::move(test), next);
  struct Visitor {
    Program& program;
    InstructionId next;
    InstructionId operator()(const rules::Gap& gap) const {
      InstructionId entry = next;
      for (unsigned i = 0; i < gap.most; ++i) {
        entry = program.emit_split(next, program.emit_step(program.gap_op_, 0, entry));
      }
      return entry;
    }
    InstructionId operator()(const rules::Start&) const {
      return program.emit_step(Op::start, 0, next);
    }
    InstructionId operator()(const rules::End& end) const {
      return program.emit_step(Op::end, static_cast<std::uint32_t>(end.kind), next);
    }
    InstructionId operator()(const rules::ClauseBreak&) const {
      return program.emit_step(Op::clause_break, 0, next);
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
  entries_.push_back(compile(pattern.root, emit({Instruction::Kind::match, {}, id, 0})));
  return id;
}

}  // namespace replylint::engine
