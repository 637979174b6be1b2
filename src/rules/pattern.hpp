// The pattern language of rule files, as a tree.
//
//   you (should|ought to) [not|never] have @past-participle
//
//   word        that word; a contraction and its full form are the same
//   word*  *ly  words that begin or end so ("*" alone: any one word)
//   (a|b c)     one of
//   [x]  [x|y]  optional
//   ~say        any inflection of a lemma
//   @list       any entry of rules/<lang>/lists/<list>.yml
//   <number> <time> <date> <amount> <name> <placeholder> <caps>   token classes
//   ..N         up to N words of any kind, none of them a negation
//   ^           the start of a sentence, at the beginning of a pattern or branch
//   $  ?  !     its end: any; with a question mark; with an exclamation mark
//   ,           a comma, colon, semicolon, dash or bracket stands here
//
// Other punctuation between words is not seen. A pattern never crosses the end
// of a sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "replylint/span.hpp"

namespace replylint::rules {

enum class TokenClass : std::uint8_t { number, name, placeholder, caps, any };
enum class SentenceEnd : std::uint8_t { any, question, exclamation };

struct Node;

struct Word {
  std::string form;  // folded, one token
};
struct Affix {  // a word that begins with `prefix` and ends with `suffix`; one may be empty
  std::string prefix;
  std::string suffix;
};
struct Slot {
  TokenClass token_class = TokenClass::any;
};
struct Gap {
  unsigned most = 0;  // words
};
struct Start {};
struct End {
  SentenceEnd kind = SentenceEnd::any;
};
struct ClauseBreak {};
struct ListRef {  // resolved by the engine against the pack's lists
  std::string name;
};
struct Sequence {
  std::vector<Node> parts;
};
struct Choice {  // an optional part is a choice with an empty Sequence
  std::vector<Node> branches;
};

struct Node {
  std::variant<Word, Affix, Slot, Gap, Start, End, ClauseBreak, ListRef, Sequence, Choice> value;
};

struct Pattern {
  Node root;
  std::string text;        // as written
  std::size_t line = 0;    // where it stands in its file, 1-based; 0 when in none
  std::size_t column = 0;  // 1-based, code points
};

// What is wrong with a pattern, and where: bytes in the pattern's own text.
struct PatternError {
  Span span;
  std::string message;
};

// Lemmas are inflected here; <time>, <date> and <amount> become references to
// the lists of those names. A pattern that can match nothing (only optional
// parts and gaps), that begins with a gap, or is nested or wide beyond bounds is
// an error.
[[nodiscard]] std::variant<Pattern, PatternError> parse_pattern(std::string_view text);

// Whether the last words it takes may be those of a gap. That makes an exception
// reach over the words that follow; what a rule reports must end with a word.
[[nodiscard]] bool ends_with_gap(const Pattern& pattern);

// All inflected forms of an English lemma, itself first; verbs and nouns are
// not told apart ("say" -> say, said, says, saying; "try" -> try, tries, trying,
// tried). British and American spellings are given both.
[[nodiscard]] std::vector<std::string> inflect(std::string_view lemma);

}  // namespace replylint::rules
