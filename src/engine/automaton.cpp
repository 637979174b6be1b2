#include "engine/automaton.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/vocabulary.hpp"

namespace replylint::engine {

namespace {

constexpr std::size_t most_words = 16;  // of a test that words lead on from
constexpr std::size_t most_nodes = 4;   // for each instruction, before nothing is joined any more

void add_words(const Program& program, TableWriter& out) {
  Tables<Built>& tables = out.tables;
  out.fill(tables.words, program.words().texts(), hash_of);
  out.fill(tables.prefixes, program.prefixes().texts(), hash_of);
  out.fill(tables.suffixes, program.suffixes().texts(), hash_of_suffix);
  tables.pack.resize(1);
  const auto longest = [](const std::vector<std::string>& texts) {
    std::size_t size = 0;
    for (const std::string& text : texts) size = std::max(size, text.size());
    return static_cast<std::uint32_t>(size);
  };
  tables.pack.front().longest_prefix = longest(program.prefixes().texts());
  tables.pack.front().longest_suffix = longest(program.suffixes().texts());
  const PackTables view = out.view();
  tables.word_records.resize(1);
  for (std::size_t id = 1; id < program.words().texts().size(); ++id) {
    const std::string& form = program.words().texts()[id];
    WordRecord word;
    word.prefix = longest_prefix(view, form);
    word.suffix = longest_suffix(view, form);
    word.classes = is_negation(form) ? std::uint32_t{class_negation} : 0;
    tables.word_records.push_back(word);
  }
}

void add_tests(const Program& program, TableWriter& out) {
  for (const SymbolSet& set : program.tests()) {
    Test test;
    test.words = TableWriter::append(out.tables.test_words, set.words);
    std::vector<AffixPair> affixes;
    for (const auto& [prefix, suffix] : set.affixes) affixes.push_back({prefix, suffix});
    test.affixes = TableWriter::append(out.tables.test_affixes, affixes);
    test.classes = set.classes;
    test.any = set.any ? 1 : 0;
    out.tables.tests.push_back(test);
  }
}

class Builder {
 public:
  Builder(const Program& program, TableWriter& out) : program_(program), out_(out) {}

  void run() {
    nodes_.emplace_back();  // none
    add_starts();
    while (done_ < nodes_.size()) lead_on(static_cast<NodeId>(done_++));
    add_lists();
    write();
  }

 private:
  struct Set {
    std::vector<InstructionId> steps;  // sorted
    std::vector<PatternId> matches;    // sorted
    friend auto operator<=>(const Set&, const Set&) = default;
  };
  struct BuiltNode {
    Set set;
    std::vector<WordStep> word_steps;
    std::vector<ListStep> list_steps;
    std::vector<Step> steps;
  };
  using Instructions = std::vector<InstructionId>;

  // What is reached from these without consuming anything.
  [[nodiscard]] Set closure(Instructions open) const {
    Set set;
    while (!open.empty()) {
      const InstructionId id = open.back();
      open.pop_back();
      const Instruction& at = program_.code()[id];
      if (at.kind == Instruction::Kind::split) {
        open.push_back(at.arg);
        open.push_back(at.next);
      } else if (at.kind == Instruction::Kind::match) {
        set.matches.push_back(at.arg);
      } else {
        set.steps.push_back(id);
      }
    }
    tidy(set.steps);
    tidy(set.matches);
    return set;
  }

  static void tidy(std::vector<std::uint32_t>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  }

  NodeId node(Instructions from) {
    Set set = closure(std::move(from));
    const auto next = static_cast<NodeId>(nodes_.size());
    const auto [place, added] = ids_.try_emplace(set, next);
    if (added) nodes_.push_back({std::move(set), {}, {}, {}});
    return place->second;
  }

  [[nodiscard]] const SymbolSet& test_of(const Instruction& step) const {
    return program_.tests()[step.arg];
  }
  [[nodiscard]] bool is_narrow(const Instruction& step) const {
    return is_list(step) && test_of(step).affixes.empty() &&
           test_of(step).words.size() <= most_words;
  }

  [[nodiscard]] bool is_list(const Instruction& step) const {
    return step.op == Op::test && !test_of(step).any && test_of(step).classes == 0;
  }

  // Steps that ask the same are one step to all that they reach.
  using Asked = std::map<std::pair<Op, std::uint32_t>, Instructions>;

  std::vector<Step> steps_of(const Asked& asked) {
    std::vector<Step> steps;
    for (const auto& [what, next] : asked) {
      steps.push_back({node(next), what.second, what.first});
    }
    return steps;
  }

  void lead_on(NodeId id) {
    if (nodes_[id].set.steps.empty()) return;
    const bool join = nodes_.size() < most_nodes * program_.code().size();
    std::map<WordId, Instructions> by_word;
    std::map<TestId, Instructions> by_list;
    Asked asked;
    std::vector<ListStep> list_steps;
    std::vector<Step> steps;
    const Instructions from = nodes_[id].set.steps;  // nodes_ grows below
    for (const InstructionId at : from) {
      const Instruction& step = program_.code()[at];
      if (join && is_narrow(step)) {
        for (const WordId word : test_of(step).words) by_word[word].push_back(step.next);
      } else if (is_list(step)) {
        if (join) {
          by_list[step.arg].push_back(step.next);
        } else {
          list_steps.push_back({step.arg, node({step.next})});
        }
      } else if (join) {
        asked[{step.op, step.arg}].push_back(step.next);
      } else {
        steps.push_back({node({step.next}), step.arg, step.op});
      }
    }
    std::vector<WordStep> word_steps;
    word_steps.reserve(by_word.size());
    for (const auto& [word, next] : by_word) word_steps.push_back({word, node(next)});
    for (const auto& [test, next] : by_list) list_steps.push_back({test, node(next)});
    std::stable_sort(list_steps.begin(), list_steps.end(),
                     [](const ListStep& a, const ListStep& b) { return a.test < b.test; });
    if (join) steps = steps_of(asked);
    for (const ListStep& step : list_steps) lists_.insert(step.test);
    nodes_[id].word_steps = std::move(word_steps);
    nodes_[id].list_steps = std::move(list_steps);
    nodes_[id].steps = std::move(steps);
  }

  // Notes of each word in which of the lists it is.
  void add_lists() {
    const PackTables view = out_.view();
    auto& words = out_.tables.word_records;
    std::vector<std::vector<TestId>> by_word(words.size());
    for (const TestId list : lists_) {
      const Test& test = view.tests[list];
      if (test.affixes.count == 0) {
        for (const WordId word : slice(view.test_words, test.words)) by_word[word].push_back(list);
        continue;
      }
      for (WordId word = 1; word < words.size(); ++word) {
        if (passes(view, test, {word, words[word].prefix, words[word].suffix, 0})) {
          by_word[word].push_back(list);
        }
      }
    }
    for (WordId word = 1; word < words.size(); ++word) {
      words[word].lists = TableWriter::append(out_.tables.word_lists, by_word[word]);
    }
  }

  // Where patterns begin. A known word leads to all that can begin with it.
  void add_starts() {
    const Set starts = closure(program_.entries());
    auto& words = out_.tables.word_records;
    std::vector<Instructions> by_word(words.size());
    Instructions any;
    Asked classes;
    Asked affixes;
    Asked marks;
    PackRecord& pack = out_.tables.pack.front();
    for (const InstructionId id : starts.steps) {
      const Instruction& step = program_.code()[id];
      if (step.op != Op::test) {
        marks[{step.op, step.arg}].push_back(step.next);
        continue;
      }
      const SymbolSet& test = test_of(step);
      if (test.any) {
        any.push_back(step.next);
        continue;
      }
      if (test.classes != 0) classes[{step.op, step.arg}].push_back(step.next);
      pack.classes |= test.classes;
      for (const WordId word : test.words) by_word[word].push_back(step.next);
      if (test.affixes.empty()) continue;
      affixes[{step.op, step.arg}].push_back(step.next);
      add_words_with(step, by_word);
    }
    if (!any.empty()) pack.start_any = node(any);
    pack.start_classes = add_start(classes);
    pack.start_unknown = add_start(affixes);
    pack.start_mark = add_start(marks);
    for (WordId word = 1; word < by_word.size(); ++word) {
      if (!by_word[word].empty()) words[word].start = node(by_word[word]);
    }
  }

  void add_words_with(const Instruction& step, std::vector<Instructions>& by_word) {
    const PackTables view = out_.view();
    Test affixes = view.tests[step.arg];
    affixes.words = {};
    affixes.classes = 0;
    affixes.any = 0;
    for (WordId word = 1; word < by_word.size(); ++word) {
      const WordRecord& record = view.word_records[word];
      if (passes(view, affixes, {word, record.prefix, record.suffix, 0})) {
        by_word[word].push_back(step.next);
      }
    }
  }

  NodeId add_start(const Asked& asked) {
    const auto id = static_cast<NodeId>(nodes_.size());
    nodes_.emplace_back();
    const std::vector<Step> steps = steps_of(asked);
    nodes_[id].steps = steps;
    return id;
  }

  void write() {
    Tables<Built>& tables = out_.tables;
    const auto add_node = [&] {
      tables.nodes.push_back({static_cast<std::uint32_t>(tables.matches.size()),
                              static_cast<std::uint32_t>(tables.word_steps.size()),
                              static_cast<std::uint32_t>(tables.list_steps.size()),
                              static_cast<std::uint32_t>(tables.steps.size())});
    };
    for (const BuiltNode& node : nodes_) {
      add_node();
      TableWriter::append(tables.matches, node.set.matches);
      TableWriter::append(tables.word_steps, node.word_steps);
      TableWriter::append(tables.list_steps, node.list_steps);
      TableWriter::append(tables.steps, node.steps);
    }
    add_node();
  }

  const Program& program_;
  TableWriter& out_;
  std::vector<BuiltNode> nodes_;
  std::map<Set, NodeId> ids_;
  std::set<TestId> lists_;  // of ListSteps
  std::size_t done_ = 0;
};

}  // namespace

void build_automaton(const Program& program, TableWriter& out) {
  add_words(program, out);
  add_tests(program, out);
  Builder(program, out).run();
}

}  // namespace replylint::engine
