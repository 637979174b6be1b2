#include "rules/pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/contractions.hpp"
#include "text/document.hpp"
#include "text/utf8.hpp"

namespace replylint::rules {

namespace {

constexpr unsigned deepest = 40;
constexpr unsigned widest = 2000;  // nodes
constexpr unsigned longest_gap = 20;

constexpr const char* unseen =
    "punctuation is not seen by patterns; leave it out, or write “,” for any mark within a "
    "sentence";

struct ClassName {
  std::string_view name;
  TokenClass token_class;
};
constexpr std::array class_names{
    ClassName{"number", TokenClass::number}, ClassName{"name", TokenClass::name},
    ClassName{"placeholder", TokenClass::placeholder}, ClassName{"caps", TokenClass::caps}};
// Classes of several words: lists of the same name.
constexpr std::array<std::string_view, 3> class_lists{"time", "date", "amount"};

bool is_name_char(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

// Characters that end a word of a pattern.
bool is_delimiter(char c) {
  constexpr std::string_view delimiters = " \t()[]|~@<>^$?!,";
  return delimiters.find(c) != std::string_view::npos;
}

// Can the node match without taking a word? Marks of a sentence are no words.
bool takes_nothing(const Node& node) {
  if (std::holds_alternative<Gap>(node.value) || std::holds_alternative<Start>(node.value) ||
      std::holds_alternative<End>(node.value) || std::holds_alternative<ClauseBreak>(node.value)) {
    return true;
  }
  if (const auto* sequence = std::get_if<Sequence>(&node.value)) {
    return std::all_of(sequence->parts.begin(), sequence->parts.end(), takes_nothing);
  }
  if (const auto* choice = std::get_if<Choice>(&node.value)) {
    return std::any_of(choice->branches.begin(), choice->branches.end(), takes_nothing);
  }
  return false;
}

// May its words all be left out? Marks of a sentence hold their place.
bool can_be_skipped(const Node& node) {
  if (std::holds_alternative<Gap>(node.value)) return true;
  if (const auto* sequence = std::get_if<Sequence>(&node.value)) {
    return std::all_of(sequence->parts.begin(), sequence->parts.end(), can_be_skipped);
  }
  const auto* choice = std::get_if<Choice>(&node.value);
  return choice != nullptr &&
         std::any_of(choice->branches.begin(), choice->branches.end(), can_be_skipped);
}

bool may_end_with_gap(const Node& node) {
  if (std::holds_alternative<Gap>(node.value)) return true;
  if (const auto* choice = std::get_if<Choice>(&node.value)) {
    return std::any_of(choice->branches.begin(), choice->branches.end(), may_end_with_gap);
  }
  const auto* sequence = std::get_if<Sequence>(&node.value);
  if (sequence == nullptr) return false;
  for (auto part = sequence->parts.rbegin(); part != sequence->parts.rend(); ++part) {
    if (may_end_with_gap(*part)) return true;
    if (!can_be_skipped(*part)) return false;
  }
  return false;
}

// What stands before a part: `^` needs nothing, a gap a word or a mark.
enum class Before : std::uint8_t { nothing, optional, word };

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::variant<Pattern, PatternError> parse() {
    try {
      if (!text::is_valid_utf8(text_)) fail(0, text_.size(), "this is not UTF-8 text");
      Sequence sequence = parse_sequence(0, Before::nothing);
      if (at_ < text_.size()) fail(at_, 1, fmt::format("“{}” without its opening", text_[at_]));
      if (sequence.parts.empty()) fail(0, text_.size(), "an empty pattern");
      Node root{std::move(sequence)};
      if (takes_nothing(root)) {
        fail(0, text_.size(), "this can match nothing at all: one word at least must be there");
      }
      return Pattern{std::move(root), std::string(text_)};
    } catch (const PatternError& error) {
      return error;
    }
  }

 private:
  [[noreturn]] void fail(std::size_t start, std::size_t length, std::string message) const {
    const std::size_t end = std::min(text_.size(), start + std::max<std::size_t>(length, 1));
    throw PatternError{{std::min(start, end), end}, std::move(message)};
  }

  void count_node(std::size_t start, std::size_t length) {
    if (++nodes_ > widest) fail(start, length, fmt::format("longer than {} parts", widest));
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  // Up to the end, or to a `|`, `)` or `]` of the level above.
  Sequence parse_sequence(unsigned depth, Before before) {
    if (depth > deepest) fail(at_, 1, fmt::format("nested deeper than {} levels", deepest));
    Sequence sequence;
    for (skip_space(); at_ < text_.size(); skip_space()) {
      const char c = text_[at_];
      if (c == '|' || c == ')' || c == ']') break;
      count_node(at_, 1);
      parse_part(sequence, depth, before);
      before = can_be_skipped(sequence.parts.back()) && before != Before::word ? Before::optional
                                                                               : Before::word;
    }
    return sequence;
  }

  void parse_part(Sequence& sequence, unsigned depth, Before before) {
    const std::size_t start = at_;
    switch (text_[at_]) {
      case '(':
        sequence.parts.push_back(parse_group(')', depth, before));
        return;
      case '[':
        sequence.parts.push_back(parse_group(']', depth, before));
        return;
      case '~':
        parse_lemma(sequence);
        return;
      case '@': {
        const std::string_view name = parse_name("a list is named like this: @adverb");
        sequence.parts.push_back({ListRef{std::string(name)}});
        return;
      }
      case '<':
        sequence.parts.push_back(parse_class());
        return;
      case '^':
        if (before != Before::nothing)
          fail(start, 1, "“^” stands at the beginning of a pattern only");
        ++at_;
        sequence.parts.push_back({Start{}});
        return;
      case '$':
        add_end(sequence, SentenceEnd::any);
        return;
      case '?':
        add_end(sequence, SentenceEnd::question);
        return;
      case '!':
        add_end(sequence, SentenceEnd::exclamation);
        return;
      case ',':
        ++at_;
        sequence.parts.push_back({ClauseBreak{}});
        return;
      case '>':
        fail(start, 1, "“>” without its opening");
      case '.':
        if (text_.substr(at_).starts_with("..")) {
          sequence.parts.push_back(parse_gap(before));
          return;
        }
        break;
      default:
        break;
    }
    parse_word(sequence);
  }

  void add_end(Sequence& sequence, SentenceEnd kind) {
    const std::size_t start = at_++;
    skip_space();
    const bool last =
        at_ >= text_.size() || text_[at_] == '|' || text_[at_] == ')' || text_[at_] == ']';
    if (!last)
      fail(start, 1, fmt::format("“{}” stands at the end of a pattern only", text_[start]));
    sequence.parts.push_back({End{kind}});
  }

  Node parse_group(char close, unsigned depth, Before before) {
    const std::size_t start = at_++;
    Choice choice;
    while (true) {
      Sequence branch = parse_sequence(depth + 1, before);
      if (branch.parts.empty()) fail(at_, 1, "an empty branch; for “or nothing” use [ ]");
      choice.branches.push_back({std::move(branch)});
      if (at_ >= text_.size()) {
        fail(start, 1, fmt::format("“{}” is never closed", text_[start]));
      }
      const char c = text_[at_++];
      if (c == '|') continue;
      if (c != close) {
        fail(at_ - 1, 1, fmt::format("“{}” where “{}” is expected", c, close));
      }
      break;
    }
    if (close == ']') choice.branches.push_back({Sequence{}});
    return {std::move(choice)};
  }

  std::string_view parse_name(std::string_view help) {
    const std::size_t start = at_++;
    const std::size_t name = at_;
    while (at_ < text_.size() && is_name_char(text_[at_])) ++at_;
    if (at_ == name) fail(start, 1, std::string(help));
    return text_.substr(name, at_ - name);
  }

  void parse_lemma(Sequence& sequence) {
    const std::string_view lemma = parse_name("a lemma is written like this: ~say");
    Choice choice;
    for (const std::string& form : inflect(lemma)) choice.branches.push_back({Word{form}});
    sequence.parts.push_back({std::move(choice)});
  }

  Node parse_class() {
    const std::size_t start = at_;
    const std::size_t close = text_.find('>', start);
    if (close == std::string_view::npos) fail(start, 1, "“<” is never closed");
    const std::string_view name = text_.substr(start + 1, close - start - 1);
    at_ = close + 1;
    for (const ClassName& known : class_names) {
      if (known.name == name) return {Slot{known.token_class}};
    }
    if (std::find(class_lists.begin(), class_lists.end(), name) != class_lists.end()) {
      return {ListRef{std::string(name)}};
    }
    fail(start, at_ - start,
         fmt::format("no class <{}>; there are <number>, <time>, <date>, <amount>, <name>, "
                     "<placeholder>, <caps>",
                     name));
  }

  Node parse_gap(Before before) {
    const std::size_t start = at_;
    at_ += 2;
    unsigned most = 0;
    const char* end = text_.data() + text_.size();
    const auto result = std::from_chars(text_.data() + at_, end, most);
    const auto length = static_cast<std::size_t>(result.ptr - text_.data()) - start;
    if (result.ec != std::errc() || most == 0) {
      fail(start, length, "a gap is written ..N, with N the most words it may take");
    }
    if (most > longest_gap) {
      fail(start, length, fmt::format("a gap takes {} words at most", longest_gap));
    }
    if (before != Before::word) {
      fail(start, length, "a gap at the beginning takes any words; begin with a word");
    }
    at_ = start + length;
    return {Gap{most}};
  }

  void parse_word(Sequence& sequence) {
    const std::size_t start = at_;
    while (at_ < text_.size() && !is_delimiter(text_[at_])) ++at_;
    const std::string_view written = text_.substr(start, at_ - start);
    if (written == "*") {
      sequence.parts.push_back({Slot{TokenClass::any}});
      return;
    }
    if (const std::size_t star = written.find('*'); star != std::string_view::npos) {
      if (written.find('*', star + 1) != std::string_view::npos) {
        fail(start, written.size(), "one “*” in a word, at its beginning, in it or at its end");
      }
      sequence.parts.push_back(
          {Affix{text::fold(written.substr(0, star)), text::fold(written.substr(star + 1))}});
      return;
    }
    if (written == "'s" || written == "'d") {  // halves of contractions, written apart
      sequence.parts.push_back({Word{std::string(written)}});
      return;
    }
    const bool plain =
        std::all_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (plain && !text::split_contraction(written)) {  // most words, without the reader of texts
      sequence.parts.push_back({Word{std::string(written)}});
      return;
    }
    const text::Document document = text::read_document(written);
    std::size_t covered = 0;
    for (const text::Token& token : document.tokens) {
      if (token.start > covered && written.substr(covered, token.start - covered) != "-") {
        fail(start + covered, token.start - covered, unseen);
      }
      if (token.start > 0) count_node(start + token.start, token.end - token.start);
      covered = token.end;
      sequence.parts.push_back({Word{std::string(token.form)}});
    }
    if (covered < written.size()) {
      fail(start + covered, written.size() - covered, unseen);
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  unsigned nodes_ = 0;
};

}  // namespace

std::variant<Pattern, PatternError> parse_pattern(std::string_view text) {
  return Parser(text).parse();
}

bool ends_with_gap(const Pattern& pattern) { return may_end_with_gap(pattern.root); }

}  // namespace replylint::rules
