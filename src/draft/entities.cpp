#include "draft/entities.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

using Entry = std::pair<std::string_view, std::string_view>;

constexpr auto named = std::to_array<Entry>({
#include "draft/entity_names.inc"
});
static_assert(std::is_sorted(named.begin(), named.end()));

// Sorted. Names that need no semicolon.
constexpr auto legacy = std::to_array<std::string_view>(
    {"AElig",  "AMP",    "Aacute", "Acirc",  "Agrave", "Aring",  "Atilde", "Auml",   "COPY",
     "Ccedil", "ETH",    "Eacute", "Ecirc",  "Egrave", "Euml",   "GT",     "Iacute", "Icirc",
     "Igrave", "Iuml",   "LT",     "Ntilde", "Oacute", "Ocirc",  "Ograve", "Oslash", "Otilde",
     "Ouml",   "QUOT",   "REG",    "THORN",  "Uacute", "Ucirc",  "Ugrave", "Uuml",   "Yacute",
     "aacute", "acirc",  "acute",  "aelig",  "agrave", "amp",    "aring",  "atilde", "auml",
     "brvbar", "ccedil", "cedil",  "cent",   "copy",   "curren", "deg",    "divide", "eacute",
     "ecirc",  "egrave", "eth",    "euml",   "frac12", "frac14", "frac34", "gt",     "iacute",
     "icirc",  "iexcl",  "igrave", "iquest", "iuml",   "laquo",  "lt",     "macr",   "micro",
     "middot", "nbsp",   "not",    "ntilde", "oacute", "ocirc",  "ograve", "ordf",   "ordm",
     "oslash", "otilde", "ouml",   "para",   "plusmn", "pound",  "quot",   "raquo",  "reg",
     "sect",   "shy",    "sup1",   "sup2",   "sup3",   "szlig",  "thorn",  "times",  "uacute",
     "ucirc",  "ugrave", "uml",    "uuml",   "yacute", "yen",    "yuml"});
static_assert(std::is_sorted(legacy.begin(), legacy.end()));
constexpr std::size_t longest_legacy = 6;
constexpr std::size_t longest_name = 31;

// What the numbers 128 to 159 stand for: the characters of windows-1252. The
// five that it lacks stay what they are.
constexpr std::array<std::uint32_t, 32> windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string encode(std::uint32_t code_point) {
  std::string out;
  const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0 | code_point >> 6);
    add(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    add(0xE0 | code_point >> 12);
    add(0x80 | (code_point >> 6 & 0x3F));
    add(0x80 | (code_point & 0x3F));
  } else {
    add(0xF0 | code_point >> 18);
    add(0x80 | (code_point >> 12 & 0x3F));
    add(0x80 | (code_point >> 6 & 0x3F));
    add(0x80 | (code_point & 0x3F));
  }
  return out;
}

std::string character(std::uint32_t value) {
  constexpr std::uint32_t replacement = 0xFFFD;
  if (value >= 0x80 && value < 0xA0) value = windows_1252.at(value - 0x80);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (value == 0 || value > 0x10FFFF || surrogate) value = replacement;
  return encode(value);
}

// "&#..." at the front, with or without a semicolon.
std::optional<CharacterReference> numeric(std::string_view text) {
  constexpr std::uint32_t beyond_all = 0x110000;
  const bool hexadecimal = text.size() > 2 && ascii::to_lower(text[2]) == 'x';
  const std::uint32_t base = hexadecimal ? 16 : 10;
  const std::size_t first = hexadecimal ? 3 : 2;
  std::size_t at = first;
  std::uint32_t value = 0;
  for (; at < text.size(); ++at) {
    const char c = ascii::to_lower(text[at]);
    std::uint32_t digit = base;
    if (ascii::is_digit(c)) digit = static_cast<std::uint32_t>(c - '0');
    if (hexadecimal && c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a' + 10);
    if (digit >= base) break;
    value = std::min(value * base + digit, beyond_all);
  }
  if (at == first) return std::nullopt;
  if (at < text.size() && text[at] == ';') ++at;
  return CharacterReference{character(value), at};
}

std::optional<std::string_view> find_name(std::string_view name) {
  const auto found =
      std::lower_bound(named.begin(), named.end(), name,
                       [](const Entry& entry, std::string_view key) { return entry.first < key; });
  if (found == named.end() || found->first != name) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<CharacterReference> character_reference(std::string_view text) {
  if (text.size() < 3 || text[0] != '&') return std::nullopt;
  if (text[1] == '#') return numeric(text);
  const std::string_view rest = text.substr(1, longest_name + 1);
  const auto end = static_cast<std::size_t>(
      std::find_if_not(rest.begin(), rest.end(), ascii::is_alnum) - rest.begin());
  if (end < rest.size() && rest[end] == ';') {
    if (const auto found = find_name(rest.substr(0, end))) {
      return CharacterReference{std::string(*found), end + 2};
    }
  }
  for (std::size_t size = std::min(end, longest_legacy); size > 1; --size) {
    const std::string_view name = rest.substr(0, size);
    if (!std::binary_search(legacy.begin(), legacy.end(), name)) continue;
    return CharacterReference{std::string(*find_name(name)), size + 1};
  }
  return std::nullopt;
}

std::optional<std::string> decode_entity(std::string_view entity) {
  if (!entity.ends_with(';')) return std::nullopt;
  const auto found = character_reference(entity);
  if (!found || found->size != entity.size()) return std::nullopt;
  return found->text;
}

}  // namespace replylint
