#include "draft/entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace replylint {

namespace {

using Entry = std::pair<std::string_view, std::string_view>;

// Sorted by name.
constexpr auto named = std::to_array<Entry>({
    {"AElig", "\xC3\x86"},
    {"Aacute", "\xC3\x81"},
    {"Acirc", "\xC3\x82"},
    {"Agrave", "\xC3\x80"},
    {"Aring", "\xC3\x85"},
    {"Atilde", "\xC3\x83"},
    {"Auml", "\xC3\x84"},
    {"Ccedil", "\xC3\x87"},
    {"Dagger", "\xE2\x80\xA1"},
    {"ETH", "\xC3\x90"},
    {"Eacute", "\xC3\x89"},
    {"Ecirc", "\xC3\x8A"},
    {"Egrave", "\xC3\x88"},
    {"Euml", "\xC3\x8B"},
    {"Hat", "^"},
    {"Iacute", "\xC3\x8D"},
    {"Icirc", "\xC3\x8E"},
    {"Igrave", "\xC3\x8C"},
    {"Iuml", "\xC3\x8F"},
    {"NewLine", "\x0A"},
    {"Ntilde", "\xC3\x91"},
    {"OElig", "\xC5\x92"},
    {"Oacute", "\xC3\x93"},
    {"Ocirc", "\xC3\x94"},
    {"Ograve", "\xC3\x92"},
    {"Oslash", "\xC3\x98"},
    {"Otilde", "\xC3\x95"},
    {"Ouml", "\xC3\x96"},
    {"Prime", "\xE2\x80\xB3"},
    {"Scaron", "\xC5\xA0"},
    {"THORN", "\xC3\x9E"},
    {"Tab", "\x09"},
    {"Uacute", "\xC3\x9A"},
    {"Ucirc", "\xC3\x9B"},
    {"Ugrave", "\xC3\x99"},
    {"Uuml", "\xC3\x9C"},
    {"Yacute", "\xC3\x9D"},
    {"Yuml", "\xC5\xB8"},
    {"aacute", "\xC3\xA1"},
    {"acirc", "\xC3\xA2"},
    {"acute", "\xC2\xB4"},
    {"aelig", "\xC3\xA6"},
    {"agrave", "\xC3\xA0"},
    {"amp", "&"},
    {"apos", "'"},
    {"aring", "\xC3\xA5"},
    {"ast", "*"},
    {"atilde", "\xC3\xA3"},
    {"auml", "\xC3\xA4"},
    {"bdquo", "\xE2\x80\x9E"},
    {"brvbar", "\xC2\xA6"},
    {"bsol", "\x5C"},
    {"bull", "\xE2\x80\xA2"},
    {"ccedil", "\xC3\xA7"},
    {"cedil", "\xC2\xB8"},
    {"cent", "\xC2\xA2"},
    {"check", "\xE2\x9C\x93"},
    {"circ", "\xCB\x86"},
    {"colon", ":"},
    {"comma", ","},
    {"commat", "@"},
    {"copy", "\xC2\xA9"},
    {"curren", "\xC2\xA4"},
    {"dagger", "\xE2\x80\xA0"},
    {"darr", "\xE2\x86\x93"},
    {"deg", "\xC2\xB0"},
    {"divide", "\xC3\xB7"},
    {"dollar", "$"},
    {"eacute", "\xC3\xA9"},
    {"ecirc", "\xC3\xAA"},
    {"egrave", "\xC3\xA8"},
    {"emsp", "\xE2\x80\x83"},
    {"ensp", "\xE2\x80\x82"},
    {"equals", "="},
    {"eth", "\xC3\xB0"},
    {"euml", "\xC3\xAB"},
    {"euro", "\xE2\x82\xAC"},
    {"excl", "!"},
    {"fnof", "\xC6\x92"},
    {"frac12", "\xC2\xBD"},
    {"frac14", "\xC2\xBC"},
    {"frac34", "\xC2\xBE"},
    {"grave", "`"},
    {"gt", ">"},
    {"harr", "\xE2\x86\x94"},
    {"hearts", "\xE2\x99\xA5"},
    {"hellip", "\xE2\x80\xA6"},
    {"hyphen", "\xE2\x80\x90"},
    {"iacute", "\xC3\xAD"},
    {"icirc", "\xC3\xAE"},
    {"iexcl", "\xC2\xA1"},
    {"igrave", "\xC3\xAC"},
    {"iquest", "\xC2\xBF"},
    {"iuml", "\xC3\xAF"},
    {"laquo", "\xC2\xAB"},
    {"larr", "\xE2\x86\x90"},
    {"lbrace", "{"},
    {"lbrack", "["},
    {"lcub", "{"},
    {"ldquo", "\xE2\x80\x9C"},
    {"lowbar", "_"},
    {"lpar", "("},
    {"lsaquo", "\xE2\x80\xB9"},
    {"lsqb", "["},
    {"lsquo", "\xE2\x80\x98"},
    {"lt", "<"},
    {"macr", "\xC2\xAF"},
    {"mdash", "\xE2\x80\x94"},
    {"micro", "\xC2\xB5"},
    {"middot", "\xC2\xB7"},
    {"nbsp", "\xC2\xA0"},
    {"ndash", "\xE2\x80\x93"},
    {"not", "\xC2\xAC"},
    {"ntilde", "\xC3\xB1"},
    {"num", "#"},
    {"oacute", "\xC3\xB3"},
    {"ocirc", "\xC3\xB4"},
    {"oelig", "\xC5\x93"},
    {"ograve", "\xC3\xB2"},
    {"ordf", "\xC2\xAA"},
    {"ordm", "\xC2\xBA"},
    {"oslash", "\xC3\xB8"},
    {"otilde", "\xC3\xB5"},
    {"ouml", "\xC3\xB6"},
    {"para", "\xC2\xB6"},
    {"percnt", "%"},
    {"period", "."},
    {"permil", "\xE2\x80\xB0"},
    {"plus", "+"},
    {"plusmn", "\xC2\xB1"},
    {"pound", "\xC2\xA3"},
    {"prime", "\xE2\x80\xB2"},
    {"quest", "?"},
    {"quot", "\x22"},
    {"raquo", "\xC2\xBB"},
    {"rarr", "\xE2\x86\x92"},
    {"rbrace", "}"},
    {"rbrack", "]"},
    {"rcub", "}"},
    {"rdquo", "\xE2\x80\x9D"},
    {"reg", "\xC2\xAE"},
    {"rpar", ")"},
    {"rsaquo", "\xE2\x80\xBA"},
    {"rsqb", "]"},
    {"rsquo", "\xE2\x80\x99"},
    {"sbquo", "\xE2\x80\x9A"},
    {"scaron", "\xC5\xA1"},
    {"sect", "\xC2\xA7"},
    {"semi", ";"},
    {"shy", "\xC2\xAD"},
    {"sol", "/"},
    {"star", "\xE2\x98\x86"},
    {"sup1", "\xC2\xB9"},
    {"sup2", "\xC2\xB2"},
    {"sup3", "\xC2\xB3"},
    {"szlig", "\xC3\x9F"},
    {"thinsp", "\xE2\x80\x89"},
    {"thorn", "\xC3\xBE"},
    {"tilde", "\xCB\x9C"},
    {"times", "\xC3\x97"},
    {"trade", "\xE2\x84\xA2"},
    {"uacute", "\xC3\xBA"},
    {"uarr", "\xE2\x86\x91"},
    {"ucirc", "\xC3\xBB"},
    {"ugrave", "\xC3\xB9"},
    {"uml", "\xC2\xA8"},
    {"uuml", "\xC3\xBC"},
    {"verbar", "|"},
    {"vert", "|"},
    {"yacute", "\xC3\xBD"},
    {"yen", "\xC2\xA5"},
    {"yuml", "\xC3\xBF"},
    {"zwj", "\xE2\x80\x8D"},
    {"zwnj", "\xE2\x80\x8C"},
});
static_assert(std::is_sorted(named.begin(), named.end()));

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

std::optional<std::string> decode_number(std::string_view digits) {
  int base = 10;
  if (digits.starts_with('x') || digits.starts_with('X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (error != std::errc() || end != digits.data() + digits.size() || value == 0 ||
      value > 0x10FFFF || surrogate) {
    return std::nullopt;
  }
  return encode(value);
}

}  // namespace

std::optional<std::string> decode_entity(std::string_view entity) {
  if (entity.size() < 3 || !entity.starts_with('&') || !entity.ends_with(';')) return std::nullopt;
  const std::string_view name = entity.substr(1, entity.size() - 2);
  if (name.starts_with('#')) return decode_number(name.substr(1));
  const auto found =
      std::lower_bound(named.begin(), named.end(), name,
                       [](const Entry& entry, std::string_view key) { return entry.first < key; });
  if (found == named.end() || found->first != name) return std::nullopt;
  return std::string(found->second);
}

}  // namespace replylint
