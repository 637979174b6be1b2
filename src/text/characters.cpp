#include "text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace replylint::text {

namespace {

using enum CharacterClass;

constexpr std::array<CharacterClass, 128> make_ascii_table() {
  std::array<CharacterClass, 128> table{};
  table.fill(other);
  for (std::size_t c = 'a'; c <= 'z'; ++c) table.at(c) = letter;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table.at(c) = letter;
  for (std::size_t c = '0'; c <= '9'; ++c) table.at(c) = digit;
  for (const char c : {' ', '\t', '\v', '\f'}) table.at(static_cast<std::size_t>(c)) = space;
  for (const char c : {'\n', '\r'}) table.at(static_cast<std::size_t>(c)) = line_break;
  for (const char c : {'.', '!', '?'}) table.at(static_cast<std::size_t>(c)) = stop;
  for (const char c : {',', ';', ':', '(', ')', '[', ']', '{', '}'}) {
    table.at(static_cast<std::size_t>(c)) = clause;
  }
  table.at('"') = quote;
  table.at('\'') = apostrophe;
  table.at('`') = apostrophe;
  table.at('$') = currency;
  return table;
}
constexpr std::array<CharacterClass, 128> ascii_table = make_ascii_table();

bool is_unspaced(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

CharacterClass class_of_wide(char32_t wide) {
  const auto c = static_cast<UChar32>(wide);
  switch (c) {
    case 0x2019:
    case 0x2018:
    case 0x02BC:
    case 0x00B4:
      return apostrophe;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
      return quote;
    case 0x2026:
      return stop;
    case 0x2013:
    case 0x2014:
      return clause;
    case 0x2028:
    case 0x2029:
    case 0x0085:
      return line_break;
    default:
      break;
  }
  if (u_isUWhiteSpace(c) != 0 || c == 0x200B || c == 0xFEFF) return space;
  const auto type = u_charType(c);
  if (u_isalpha(c) != 0 || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK) {
    return is_unspaced(c) ? unspaced : letter;
  }
  if (type == U_DECIMAL_DIGIT_NUMBER) return digit;
  if (type == U_CURRENCY_SYMBOL) return currency;
  if (u_hasBinaryProperty(c, UCHAR_S_TERM) != 0) return stop;
  if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
      u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR) != 0) {
    return c == 0xA9 || c == 0xAE || c == 0x2122 ? other : emoji;
  }
  if (type == U_START_PUNCTUATION || type == U_END_PUNCTUATION || c == 0x3001 || c == 0xFF0C ||
      c == 0xFF1A || c == 0xFF1B) {
    return clause;
  }
  return other;
}

}  // namespace

CharacterClass class_of(char32_t c) { return c < 128 ? ascii_table.at(c) : class_of_wide(c); }

bool is_upper(char32_t c) {
  return c < 128 ? c >= 'A' && c <= 'Z' : u_isUUppercase(static_cast<UChar32>(c)) != 0;
}

bool is_lower(char32_t c) {
  return c < 128 ? c >= 'a' && c <= 'z' : u_isULowercase(static_cast<UChar32>(c)) != 0;
}

bool extends_emoji(char32_t c) {
  return c == 0x200D || c == 0xFE0F || c == 0x20E3 || (c >= 0x1F3FB && c <= 0x1F3FF) ||
         (c >= 0xE0020 && c <= 0xE007F);
}

}  // namespace replylint::text
