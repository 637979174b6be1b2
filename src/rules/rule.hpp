// A rule file as data. One file holds one rule or one detector; the folder says
// which: rules/<lang>/elements, signals, strengths, situations and customer hold
// detectors, lists holds word lists, tone holds weights of words, every other
// folder is a family of rules.
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "replylint/draft.hpp"
#include "replylint/severity.hpp"
#include "rules/pattern.hpp"

namespace replylint::rules {

// when: {all: [...], any: [...], not: [...]}; a bare list is `all`. An empty
// condition always holds. Facts are dotted names: channel.email,
// mode.template, situation.complaint, customer.present, customer.angry,
// customer.worry, element.apology, signal.refusal.
struct Condition {
  std::vector<std::string> all;
  std::vector<std::string> any;
  std::vector<std::string> none;  // `not`
  [[nodiscard]] bool empty() const { return all.empty() && any.empty() && none.empty(); }
};

// Where a match does not count. Key `silent-in`; default negation, quotation.
enum class Scope : std::uint8_t {
  negation,   // up to four words after a negation in the same clause; a pattern that names a
              // negation itself is exempt
  condition,  // a clause opened by if, unless, whether, in case, when …
  question,   // a sentence that ends with a question mark
  quotation   // inside quotation marks
};
inline constexpr std::array<std::string_view, 4> scope_names{"negation", "condition", "question",
                                                             "quotation"};
using Scopes = std::bitset<scope_names.size()>;

// A raw ICU expression, run only on sentences that hold one of the literals.
struct RawExpression {
  std::string expression;
  std::vector<std::string> literals;  // folded
};

using Matcher = std::variant<Pattern, RawExpression>;

// Matches, with what silences or confirms them.
struct Phrase {
  std::vector<Matcher> match;
  std::vector<Matcher> unless;     // dropped inside or touching one of these …
  std::vector<Matcher> needs;      // … kept only where one of these stands in the sentence
  std::optional<unsigned> within;  // both instead: anywhere in the sentence or in N on either side
  Scopes silent_in;
  std::vector<ZoneKind> zones;  // greeting, body, closing; empty: all three
  bool last_sentence = false;   // only in the last sentence of a body of two or more
};

enum class Measure : std::uint8_t {
  matches,  // of the rule's own patterns
  words,
  sentences,
  questions,
  exclamation_marks,
  capital_words,  // words in capitals that are no acronyms
  emoji,
  second_person_starts,  // sentences that begin with "you" or "your"
  first_person_words,    // I, we, my, our, me, us
  repeated_sentences,    // sentences of four words or more that stood before, word for word
  reading_grade,         // Flesch-Kincaid grade
  errors                 // findings of severity error, of the families in `of`; per draft
};
inline constexpr std::array<std::string_view, 12> measure_names{"matches",
                                                                "words",
                                                                "sentences",
                                                                "questions",
                                                                "exclamation-marks",
                                                                "capital-words",
                                                                "emoji",
                                                                "second-person-starts",
                                                                "first-person-words",
                                                                "repeated-sentences",
                                                                "reading-grade",
                                                                "errors"};

enum class Per : std::uint8_t { sentence, paragraph, draft };
inline constexpr std::array<std::string_view, 3> per_names{"sentence", "paragraph", "draft"};

// count: {measure: words, per: sentence, over: 35}. Exactly one of `over` and
// `under` is given. With patterns: count: {match: [...], per: draft, over: 1}.
struct Count {
  Measure measure = Measure::matches;
  Per per = Per::draft;
  std::optional<double> over;
  std::optional<double> under;
  unsigned at_least_words = 0;            // shorter sentences, paragraphs or drafts are left alone
  std::optional<unsigned> at_most_words;  // longer ones are
  Phrase phrase;                          // for `matches`
  std::vector<std::string> of;            // families, for `errors`
};

// Patterns with weights, as a script fits them or a person writes them:
// words: {"you did not": 0.8, please: -0.6}. Of `phrase` its patterns, scopes
// and zones count; weights.at(i) belongs to phrase.match.at(i).
struct WeightedWords {
  Phrase phrase;
  std::vector<double> weights;
};

// weigh: {over: 1.5, words: {…}}: flags a sentence when the weights of the
// patterns that stand in it, each counted once, add up to more than `over`.
struct Weigh {
  double over = 0;
  WeightedWords words;
};

// Where a missing element belongs.
enum class Place : std::uint8_t { start, after_greeting, before_closing, end };
inline constexpr std::array<std::string_view, 4> place_names{"start", "after-greeting",
                                                             "before-closing", "end"};

// require: {element: apology, required: [complaint], out-of-place: [question],
// place: after-greeting, sample: "I am sorry that …"}. One row of the
// requirement matrix: of all situations that hold, `required` wins over
// silence, silence over `out-of-place`.
struct Require {
  std::string element;
  std::vector<std::string> required;
  std::vector<std::string> out_of_place;
  Place place = Place::end;
  std::string sample;
};

// order: {first: element.apology, then: signal.reason}: flagged at the first
// `then` when it stands before the first `first`. Both must be there.
struct Order {
  std::string first;
  std::string then;
};

// placeholder: unknown. What is wrong with a value that is to be filled in; the
// message may name it ({placeholder}), the product ({product}) and a name that
// was probably meant ({did-you-mean}).
enum class PlaceholderFault : std::uint8_t {
  misspelt,          // no name of the product, but near one
  unknown,           // no name of the product, and near none
  foreign,           // written in a way that the product does not fill in
  without_fallback,  // may have no value, and nothing says what to show then
  encoded,           // percent-encoded in a link, where nothing fills it in
  unbalanced,        // a bracket or an {% endif %} too few or too many
  empty_branch       // a condition with nothing behind it
};
inline constexpr std::array<std::string_view, 7> placeholder_fault_names{
    "misspelt", "unknown", "foreign", "without-fallback", "encoded", "unbalanced", "empty-branch"};

// One side of a comparison: a fact, or patterns of the rule's own.
struct Side {
  std::string fact;  // "situation.legal-threat", "signal.senior"; empty: the phrase
  Phrase phrase;
};

// Comparisons that patterns cannot make; src/engine/compare.cpp holds one
// function for each, docs/rules.md says what they do.
enum class CompareMeasure : std::uint8_t {
  unanswered_questions,
  unmentioned_references,
  unmentioned_words,
  unmentioned_problem,
  different_amount,
  different_date,
  wrong_name,
  echoed_words,
  overdue_promises,
  conflicting_promises,
  unmentioned_promises,
  rounds,
  hours_waited,
  newest_unanswered,
  copied_paragraphs
};
inline constexpr std::array<std::string_view, 15> compare_measure_names{
    "unanswered-questions", "unmentioned-references", "unmentioned-words",    "unmentioned-problem",
    "different-amount",     "different-date",         "wrong-name",           "echoed-words",
    "overdue-promises",     "conflicting-promises",   "unmentioned-promises", "rounds",
    "hours-waited",         "newest-unanswered",      "copied-paragraphs"};

// All that is given must hold: the customer wrote `customer`, more than `over`
// earlier messages of ours have `earlier`, the draft has nothing of `lacks`.
// Flagged is what the measure finds, else the words of `says`, else something
// missing at `place`.
struct Comparison {
  std::optional<Side> customer;
  std::optional<Side> earlier;
  std::optional<Side> says;
  std::optional<Side> lacks;
  std::optional<CompareMeasure> measure;
  std::optional<double> over;  // of `earlier`, rounds and hours_waited; none: 0
  Place place = Place::end;
};

// compare: {customer: situation.legal-threat, lacks: signal.senior}, or a list
// of such maps, each on its own. The draft against the customer's message.
struct Compare {
  std::vector<Comparison> comparisons;
};

enum class DetectorKind : std::uint8_t { element, signal, strength, situation, customer };

// Finds a fact, not a fault. An element, signal or strength is found in the
// draft; a situation in the customer's message by `customer`, where there is
// one, else in the draft by `draft`; of the kind `customer`, in the customer's
// message only.
struct Detector {
  DetectorKind kind = DetectorKind::element;
  Phrase draft;
  Phrase customer;
  std::vector<ZoneKind> from_zones;  // present wherever such a zone is
  bool restates_customer = false;    // built in: content words shared with the customer's message
};

struct Example {
  std::string text;             // without the braces
  std::vector<Span> marks;      // in text
  std::string customer;         // may be empty
  std::vector<Message> thread;  // oldest first
  std::optional<Moment> now;
  std::vector<std::string> situations;
  std::optional<Channel> channel;
  std::optional<Mode> mode;
  std::string product;   // whose placeholders these are
  std::size_t line = 0;  // in the file, 1-based
  std::size_t column = 0;
};

struct Measured {
  unsigned hits = 0;
  unsigned right = 0;
  std::string on;
};

struct Rule {
  std::string id;      // "blame/should-have"
  std::string family;  // "blame"
  std::string file;    // path for messages
  std::string summary;
  std::string why;
  std::vector<std::string> source;
  Severity severity = Severity::warning;
  Dimension dimension = Dimension::respect;
  std::string message;
  std::vector<std::string> instead;
  // Exact replacement: one for every match, or by the words that were matched
  // (folded, single spaces; others have none).
  std::optional<std::string> fix;
  std::map<std::string, std::string, std::less<>> fix_of_words;
  std::optional<double> cost;
  std::optional<Measured> measured;
  Condition when;
  std::variant<Phrase, Count, Weigh, Require, Order, Compare, PlaceholderFault, Detector> kind;
  std::vector<Example> bad;   // of a detector: where it is present
  std::vector<Example> good;  // of a detector: where it is absent

  [[nodiscard]] bool is_detector() const { return std::holds_alternative<Detector>(kind); }
};

// A word list: each entry is a pattern; entries may refer to other lists.
struct WordList {
  std::string name;
  std::string file;
  std::vector<Pattern> entries;
};

// Words with weights for the tone: a file of rules/<lang>/tone. They add up
// over a whole draft.
struct ToneWords {
  std::string name;
  std::string file;
  WeightedWords words;
};

// Everything of one or more rule folders. Later folders replace rules and
// lists of the same id.
struct Pack {
  std::vector<Rule> rules;  // detectors too; sorted by id
  std::map<std::string, WordList> lists;
  std::map<std::string, ToneWords> tone;
  std::string score_yaml;  // text of score.yml
  std::string version;
};

}  // namespace replylint::rules
