// Words and sentences of a text, found in one pass.
//
// A Document is what patterns are matched against. Each Token is one word as
// the pattern language sees it: a contraction is two tokens ("don't" -> do,
// not; "you've" -> you, have; "can't", "cannot", "dont" -> can/do, not), each
// with the bytes it stands on, so that a contraction and its full form match
// alike. Punctuation is not a token; what it says is kept in flags and in the
// sentence.
//
// Forms are folded: lower case, full-width forms to ASCII, the typographic
// apostrophe as '. Two forms stay ambiguous and are matched by several words:
// "'d" (would, had) and "'s" (is, has, the possessive; "us" after "let").
//
// ASCII text takes a fast path; other letters go through ICU. Linear in the
// size of the text, which is less than 4 GiB.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/span.hpp"

namespace replylint::text {

// What a stretch of text is. Prose is cut into words; each of the others is
// one opaque token of the sentence that it stands in.
enum class TokenKind : std::uint8_t { word, number, emoji, link, code, placeholder };

enum TokenFlag : std::uint16_t {
  flag_capitalised = 1 << 0,   // first letter is upper case ("Anna", "USB")
  flag_all_caps = 1 << 1,      // two letters or more, all upper case ("NOT", "USB")
  flag_clause_break = 1 << 2,  // a comma, colon, semicolon, dash, bracket or "…" stands before it
  flag_quoted = 1 << 3,        // inside quotation marks
  flag_elongated = 1 << 4,     // a letter three times in a row, among others ("sooo", not "www")
  flag_contraction = 1 << 5,   // second half of a contraction ("n't", "'ve")
  flag_has_digit = 1 << 6,     // a digit among letters ("AB-1234", "SAVE10")
  flag_currency = 1 << 7,      // a currency sign is attached ("£5", "5€")
};

struct Token {
  std::uint32_t start = 0;  // bytes in the text, half-open
  std::uint32_t end = 0;
  std::string_view form;  // folded; lives as long as the Document
  TokenKind kind = TokenKind::word;
  std::uint16_t flags = 0;

  [[nodiscard]] bool has(TokenFlag f) const { return (flags & f) != 0; }
  [[nodiscard]] Span span() const { return {start, end}; }
  // What counts as a word of a text: "4711" too, a link or an emoji not.
  [[nodiscard]] bool is_word() const {
    return kind == TokenKind::word || kind == TokenKind::number;
  }
  // A capital that says something where it is not the first of its sentence:
  // "Anna", "USB"; not "I".
  [[nodiscard]] bool is_capitalised() const { return has(flag_capitalised) && form.size() > 1; }
};

// How a sentence ends. `none` is a line or stretch that just stops.
enum class Terminator : std::uint8_t { none, period, question, exclamation, ellipsis };

struct Sentence {
  Span span;                // bytes, from the first token to the closing punctuation
  std::uint32_t first = 0;  // tokens [first, last) of the document
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;  // counts from 0; a blank line begins a new one
  Terminator terminator = Terminator::none;
  bool list_item = false;  // the line began with "-", "*", "•", "1.", "a)" …
};

// A part of the text to be read. `kind` word means prose.
struct Stretch {
  Span span;
  TokenKind kind = TokenKind::word;
};

struct Document {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // in order; every token belongs to exactly one

  // Backing store of the folded forms. A deque's elements never move, so that
  // a Document can be moved without invalidating its tokens.
  std::deque<std::string> forms;

  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() = default;
};

// Cuts `text` (valid UTF-8) into words and sentences. Only the stretches are
// read; they are sorted and do not overlap. A sentence goes on over an opaque
// stretch and over stretches that touch (only white space between them and no
// line break); anything else between two stretches ends it. A line break ends
// a sentence, unless the line is plainly a wrapped one: the next line begins
// with a lower-case letter and this one has no closing punctuation and at least
// 40 bytes, or is a list item and the next one is indented. An emoji behind the
// end of a sentence on the same line belongs to that sentence.
[[nodiscard]] Document read_document(std::string_view text, std::span<const Stretch> stretches);

// The whole text as one stretch of prose.
[[nodiscard]] Document read_document(std::string_view text);

}  // namespace replylint::text
