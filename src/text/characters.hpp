// What kind of character a code point is, for cutting text into words. ASCII
// by a table, the rest by ICU's properties.
#pragma once

#include <cstdint>

namespace replylint::text {

enum class CharacterClass : std::uint8_t {
  other,   // symbols, and punctuation that ends nothing
  letter,  // letters and the marks on them
  digit,
  space,       // white space that breaks no line
  line_break,  // CR, LF, U+2028, U+2029
  stop,        // ends a sentence: . ! ? … and their kin
  clause,      // comma, colon, semicolon, dashes, brackets
  quote,
  apostrophe,
  currency,
  emoji,
  unspaced  // letters of scripts without spaces between words
};

[[nodiscard]] CharacterClass class_of(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);

// Goes on an emoji that has begun: variation selectors, skin tones, joiners,
// keycaps, the second half of a flag.
[[nodiscard]] bool extends_emoji(char32_t c);

}  // namespace replylint::text
