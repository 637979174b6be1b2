// What kind of character a code point is, for cutting text into words. ASCII
// by a table, the rest by ICU's properties.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace replylint::text {

enum class CharacterClass : std::uint8_t {
  other,   // symbols, and punctuation that ends nothing
  letter,  // letters and the marks on them
  digit,
  space,       // white space that breaks no line
  line_break,  // CR, LF, NEL, U+2028, U+2029
  stop,        // ends a sentence: . ! ? … and their kin
  clause,      // comma, colon, semicolon, dashes, brackets
  quote,       // double quotation marks
  apostrophe,  // also single quotation marks
  currency,
  emoji,
  unspaced,  // letters of scripts without spaces between words
  invisible  // soft hyphens, joiners, direction marks, variation selectors
};

namespace detail {

constexpr std::array<CharacterClass, 128> make_ascii_classes() {
  using enum CharacterClass;
  std::array<CharacterClass, 128> classes{};
  classes.fill(other);
  const auto set = [&](std::string_view characters, CharacterClass kind) {
    for (const char c : characters) classes.at(static_cast<std::size_t>(c)) = kind;
  };
  for (char c = 'a'; c <= 'z'; ++c) set({&c, 1}, letter);
  for (char c = 'A'; c <= 'Z'; ++c) set({&c, 1}, letter);
  set("0123456789", digit);
  set(" \t\v\f", space);
  set("\n\r", line_break);
  set(".!?", stop);
  set(",;:()[]{}", clause);
  set("\"", quote);
  set("'`", apostrophe);
  set("$", currency);
  return classes;
}
inline constexpr std::array<CharacterClass, 128> ascii_classes = make_ascii_classes();

[[nodiscard]] CharacterClass class_of_wide(char32_t c);
[[nodiscard]] bool is_wide_upper(char32_t c);
[[nodiscard]] bool is_wide_lower(char32_t c);

}  // namespace detail

[[nodiscard]] inline CharacterClass class_of(char32_t c) {
  return c < 128 ? detail::ascii_classes[c] : detail::class_of_wide(c);
}
[[nodiscard]] inline bool is_upper(char32_t c) {
  return c < 128 ? c >= 'A' && c <= 'Z' : detail::is_wide_upper(c);
}
[[nodiscard]] inline bool is_lower(char32_t c) {
  return c < 128 ? c >= 'a' && c <= 'z' : detail::is_wide_lower(c);
}

}  // namespace replylint::text
