// Where a word, a number or a face ends, and what is said of it. Each function
// looks at one place of the text and keeps no state.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/document.hpp"

namespace replylint::text {

struct Lexeme {
  std::size_t end = 0;  // bytes
  TokenKind kind = TokenKind::word;
  unsigned flags = 0;  // of TokenFlag
  bool ascii = true;   // nothing in it but ASCII, and no "`"
};

// The word that begins at `at`, at a letter or at the "@" of a handle. It keeps
// inner apostrophes, and inner hyphens beside digits ("AB-1234"); any other
// hyphen ends it. "e-mail" is one word.
[[nodiscard]] Lexeme scan_word(std::string_view text, std::size_t at);

// The number that begins at `at`, at a digit, or at a currency sign or "#"
// before one, with what stands inside it ("1,200.50", "10:30", "24/7"), its
// ordinal ending ("1st") and a currency sign behind it. Letters behind it are
// another word ("5pm"), unless more digits follow: then it is a code, a word.
[[nodiscard]] Lexeme scan_number(std::string_view text, std::size_t at);

// End of the emoji at `at` with its joiners, selectors, skin tone, second half
// of a flag, or keycap; `at` itself where there is none.
[[nodiscard]] std::size_t emoji_end(std::string_view text, std::size_t at);

// End of the face of ASCII at `at` (":-)", "<3"); `at` itself where there is none.
[[nodiscard]] std::size_t emoticon_end(std::string_view text, std::size_t at);

// Behind "- ", "* ", "• ", "1. ", "2)", "a) ", "(3) " at the start of a line and
// the blanks before it; `at` itself where no list item begins.
[[nodiscard]] std::size_t list_marker_end(std::string_view text, std::size_t at);

}  // namespace replylint::text
