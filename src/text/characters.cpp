#include "text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace replylint::text::detail {

namespace {

using enum CharacterClass;

bool is_unspaced(UChar32 c) {
  constexpr UChar32 first_thai = 0x0E00;  // no such script lies below
  if (c < first_thai) return false;
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
      return c == 0x30FC;  // ー lengthens a vowel of either kana
  }
}

}  // namespace

CharacterClass class_of_wide(char32_t wide) {
  const auto c = static_cast<UChar32>(wide);
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x00B4:
    case 0xFF07:
      return apostrophe;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0x300C:
    case 0x300D:
      return quote;
    case 0x2026:
      return stop;
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x060C:
    case 0x3001:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
      return clause;
    case 0x2028:
    case 0x2029:
    case 0x0085:
      return line_break;
    case 0x200B:
      return space;
    case 0x00A9:  // © ® ™ are pictographs by property, but marks of text
    case 0x00AE:
    case 0x2122:
      return other;
    default:
      break;
  }
  if (u_isUWhiteSpace(c) != 0) return space;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return invisible;
  if (u_hasBinaryProperty(c, UCHAR_S_TERM) != 0) return stop;
  if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
      u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR) != 0) {
    return emoji;
  }
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
      return is_unspaced(c) ? unspaced : letter;
    case U_DECIMAL_DIGIT_NUMBER:
      return digit;
    case U_CURRENCY_SYMBOL:
      return currency;
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
      return clause;
    default:
      break;
  }
  if (u_isUAlphabetic(c) != 0) return is_unspaced(c) ? unspaced : letter;
  return other;
}

bool is_wide_upper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }
bool is_wide_lower(char32_t c) { return u_isULowercase(static_cast<UChar32>(c)) != 0; }

}  // namespace replylint::text::detail
