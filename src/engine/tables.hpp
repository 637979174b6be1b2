// A compiled pack: flat tables of trivially copyable records, with numbers in
// place of pointers. The compiler fills them as vectors; a lint looks at them
// where they lie, in the program's own image or in a mapped file (image.hpp).
//
// A record's id is its index in its table. Of words, affixes and facts the
// first record stands for none, so that 0 means that there is none.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace replylint::engine {

using WordId = std::uint32_t;
using AffixId = std::uint32_t;
using PatternId = std::uint32_t;
using PhraseId = std::uint32_t;
using FactId = std::uint32_t;
using NodeId = std::uint32_t;
using TestId = std::uint32_t;

inline constexpr WordId unknown_word = 0;
inline constexpr PhraseId no_phrase = std::numeric_limits<PhraseId>::max();
inline constexpr PatternId no_pattern = std::numeric_limits<PatternId>::max();

struct Text {  // bytes of Tables::pool
  std::uint32_t at = 0;
  std::uint32_t size = 0;
};
struct Slice {  // records [first, first + count) of another table
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// ---- words

struct WordRecord {
  AffixId prefix = 0;  // the longest known ones that it has
  AffixId suffix = 0;
  NodeId start = 0;  // where patterns are that begin with it
  Slice lists;       // the tests of ListSteps that it passes, rising
  std::uint32_t classes = 0;
};

// ---- the automaton (automaton.hpp)

// What takes one symbol: a word that passes a test, any word but a negation, any
// word, the start or end of a sentence, a clause break.
enum class Op : std::uint8_t { test, gap, gap_any, start, end, clause_break };

struct Step {
  NodeId to = 0;
  std::uint32_t arg = 0;  // test: TestId; end: rules::SentenceEnd
  Op op = Op::test;
  std::uint8_t unused[3] = {};
};
struct WordStep {
  WordId word = unknown_word;
  NodeId to = 0;
};
// With a word that passes a test of many words or of affixes.
struct ListStep {
  TestId test = 0;
  NodeId to = 0;
};
// Firsts in their tables; the next node's firsts are the ends.
struct Node {
  std::uint32_t matches = 0;     // patterns that are complete here
  std::uint32_t word_steps = 0;  // sorted by word
  std::uint32_t list_steps = 0;  // sorted by test
  std::uint32_t steps = 0;
};

struct AffixPair {
  AffixId prefix = 0;
  AffixId suffix = 0;
};
struct Test {
  Slice words;  // sorted
  Slice affixes;
  std::uint16_t classes = 0;  // any of these
  std::uint16_t any = 0;      // 1: every word
};

// ---- patterns and phrases

// `weighed`: each pattern counts once a sentence; `tone`: it is only counted.
enum class Role : std::uint8_t { match, unless, needs, weighed, tone };

// What a pattern of the automaton is for.
struct PatternUse {
  PhraseId phrase = no_phrase;  // of a pattern of the tone: its file, in Tables::tone
  std::uint32_t place = 0;      // among the phrase's patterns of that role
  Role role = Role::match;
  std::uint8_t names_negation = 0;
  std::uint16_t unused = 0;
};

// Whose words a phrase is about.
enum class Side : std::uint8_t { author, customer };

struct PhraseRecord {
  std::uint32_t within = 0;
  std::uint16_t zones = 0;     // bits by ZoneKind; 0: the author's three
  std::uint8_t silent_in = 0;  // bits by rules::Scope
  std::uint8_t has_within = 0;
  std::uint8_t has_needs = 0;
  std::uint8_t last_sentence = 0;
  Side side = Side::author;
  std::uint8_t unused = 0;
};

struct ExpressionRecord {
  Text expression;
  Slice compiled[2];  // text::Regex::compile
  PhraseId phrase = no_phrase;
  Role role = Role::match;
  std::uint8_t unused[3] = {};
};

// A text without which an expression cannot match (literals.hpp).
struct Literal {
  Text text;                     // folded
  std::uint32_t key = 0;         // its first two bytes, or its only one
  std::uint32_t expression = 0;  // its place in Tables::expressions
};

struct ToneRecord {
  Slice patterns;  // texts, and in step with them weights
  Slice weights;
};

// ---- rules

// One side of a comparison: a fact, or patterns.
struct SideRecord {
  FactId fact = 0;
  PhraseId phrase = no_phrase;
};
struct ComparisonRecord {
  SideRecord customer;
  SideRecord earlier;
  SideRecord says;
  SideRecord lacks;
  double over = 0;
};

struct RuleRecord {
  Text id;
  Text family;
  Slice archive;                         // rules::write_rule
  PhraseId phrase = no_phrase;           // over the draft
  PhraseId customer_phrase = no_phrase;  // over the customer's message
  Slice all;                             // when: facts
  Slice any;
  Slice none;
  Slice required;     // of a require rule: situations
  Slice weights;      // of a weigh rule, by place of the pattern
  Slice comparisons;  // of a compare rule, in the order of its own
  FactId fact = 0;    // of a detector: what it establishes; of a require rule: the element
  FactId first = 0;   // of an order rule
  FactId then = 0;
  std::uint16_t from_zones = 0;  // of a detector: bits by ZoneKind
  std::uint8_t kind = 0;         // index in rules::Rule::kind
  std::uint8_t detector = 0;     // rules::DetectorKind
  std::uint8_t dimension = 0;
  std::uint8_t restates_customer = 0;
  std::uint16_t counts_errors = 0;  // of a count rule: of errors, so that it comes last
};

struct PackRecord {
  Text score_yaml;
  std::uint32_t longest_prefix = 0;  // bytes
  std::uint32_t longest_suffix = 0;
  PatternId function_word = no_pattern;  // the list of that name as a pattern, if there is one
  // Where patterns begin, beside WordRecord::start.
  NodeId start_any = 0;       // after any word
  NodeId start_classes = 0;   // its steps: with a word of a class
  NodeId start_unknown = 0;   // its steps: with an unknown word of an affix
  NodeId start_mark = 0;      // its steps: with a mark between words
  std::uint32_t classes = 0;  // that patterns begin with
};

// Texts, numbered, to be found by hash. Slots hold ids, 0 where none is; their
// number is a power of two.
template <template <typename> class Column>
struct Names {
  Column<Text> texts;
  Column<std::uint32_t> slots;

  template <typename Visit>
  void each(Visit&& visit) {
    visit(texts);
    visit(slots);
  }
};

template <template <typename> class Column>
struct Tables {
  Column<char> pool;
  Names<Column> words;
  Names<Column> prefixes;
  Names<Column> suffixes;  // their hash is that of hash_of_suffix
  Names<Column> facts;
  Column<WordRecord> word_records;
  Column<Node> nodes;  // one more than there are
  Column<WordStep> word_steps;
  Column<ListStep> list_steps;
  Column<Step> steps;
  Column<PatternId> matches;
  Column<Test> tests;
  Column<WordId> test_words;
  Column<TestId> word_lists;  // WordRecord::lists
  Column<AffixPair> test_affixes;
  Column<PatternUse> uses;  // by PatternId
  Column<PhraseRecord> phrases;
  Column<ExpressionRecord> expressions;
  Column<std::uint64_t> compiled_expressions;
  Column<Literal> literals;             // of two bytes or more, sorted by key
  Column<Literal> letters;              // of one byte
  Column<std::uint64_t> literal_pairs;  // bits by key: does a literal begin so?
  Column<Text> texts;                   // patterns of the tone
  Column<ToneRecord> tone;
  Column<double> weights;
  Column<RuleRecord> rules;  // sorted by id
  Column<ComparisonRecord> comparisons;
  Column<FactId> fact_lists;
  Column<char> archive;
  Column<PackRecord> pack;  // one

  // All tables, in the order of the image.
  template <typename Visit>
  void each(Visit&& visit) {
    visit(pool);
    words.each(visit);
    prefixes.each(visit);
    suffixes.each(visit);
    facts.each(visit);
    visit(word_records);
    visit(nodes);
    visit(word_steps);
    visit(list_steps);
    visit(steps);
    visit(matches);
    visit(tests);
    visit(test_words);
    visit(word_lists);
    visit(test_affixes);
    visit(uses);
    visit(phrases);
    visit(expressions);
    visit(compiled_expressions);
    visit(literals);
    visit(letters);
    visit(literal_pairs);
    visit(texts);
    visit(tone);
    visit(weights);
    visit(rules);
    visit(comparisons);
    visit(fact_lists);
    visit(archive);
    visit(pack);
  }

  [[nodiscard]] std::string_view text(Text text) const {
    return {pool.data() + text.at, text.size};
  }
};

template <typename T>
using Built = std::vector<T>;
template <typename T>
using Viewed = std::span<const T>;

using PackTables = Tables<Viewed>;

template <typename T>
[[nodiscard]] std::span<const T> slice(std::span<const T> table, Slice part) {
  return table.subspan(part.first, part.count);
}

// ---- names

// FNV-1a, as far as it has come with one more byte.
inline constexpr std::uint32_t hash_seed = 2166136261U;
[[nodiscard]] constexpr std::uint32_t hash_on(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
}
[[nodiscard]] constexpr std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = hash_seed;
  for (const char c : text) hash = hash_on(hash, c);
  return hash;
}
[[nodiscard]] constexpr std::uint32_t hash_of_suffix(std::string_view text) {  // from its end
  std::uint32_t hash = hash_seed;
  for (auto c = text.rbegin(); c != text.rend(); ++c) hash = hash_on(hash, *c);
  return hash;
}
// Its low bits are the better for the high ones.
[[nodiscard]] constexpr std::uint32_t slot_of(std::uint32_t hash) { return hash ^ (hash >> 15U); }

// The id of a text with this hash, 0 for a stranger.
[[nodiscard]] inline std::uint32_t find(std::span<const char> pool, const Names<Viewed>& names,
                                        std::string_view text, std::uint32_t hash) {
  const auto mask = static_cast<std::uint32_t>(names.slots.size() - 1);
  for (std::uint32_t slot = slot_of(hash) & mask;; slot = (slot + 1) & mask) {
    const std::uint32_t id = names.slots[slot];
    if (id == 0) return 0;
    const Text found = names.texts[id];
    if (std::string_view(pool.data() + found.at, found.size) == text) return id;
  }
}

}  // namespace replylint::engine
