#include "text/lexemes.hpp"

#include <algorithm>
#include <array>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace replylint::text {

namespace {

using enum CharacterClass;

bool is(std::string_view text, std::size_t at, CharacterClass kind) {
  return at < text.size() && class_of(code_point_at(text, at).value) == kind;
}

bool is_byte(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

// The character that ends at `at`; 0 at the start of the text.
char32_t before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do {
    --at;
  } while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return code_point_at(text, at).value;
}

// "-mail" behind the "e" of "e-mail".
bool is_mail_at(std::string_view text, std::size_t at) {
  constexpr std::string_view mail = "-mail";
  return at + mail.size() <= text.size() &&
         std::equal(
             mail.begin(), mail.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
             [](char m, char c) { return m == (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c); });
}

// A hyphen inside a code, not between words.
bool joins_code(std::string_view text, std::size_t hyphen, bool digits) {
  return is(text, hyphen + 1, digit) || (digits && is(text, hyphen + 1, letter));
}

bool is_ordinal(std::string_view text, std::size_t at, std::size_t end) {
  if (end - at != 2) return false;
  for (const std::string_view ending : {"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"}) {
    if (text.substr(at, 2) == ending) return true;
  }
  return false;
}

// Longer ones first. A face of a mouth only is looked for behind letters too
// ("thanks:)"), the others would be found in "Re:Dave" or "http:/".
struct Emoticon {
  std::string_view face;
  bool behind_letters = false;
};
constexpr std::array emoticons{
    Emoticon{":-)", true}, Emoticon{":-(", true}, Emoticon{";-)", true}, Emoticon{":'("},
    Emoticon{":-D"},       Emoticon{":-P"},       Emoticon{":-p"},       Emoticon{":-/"},
    Emoticon{":)", true},  Emoticon{":(", true},  Emoticon{";)", true},  Emoticon{":D"},
    Emoticon{":P"},        Emoticon{":p"},        Emoticon{":/"},        Emoticon{":o"},
    Emoticon{"=)"},        Emoticon{"<3"},        Emoticon{"^^"}};

constexpr std::array<std::string_view, 11> bullets{"-", "*", "+", "•", "‣", "◦",
                                                   "▪", "●", "○", "–", "—"};

bool is_keycap(std::string_view text, std::size_t at, std::size_t& end) {
  constexpr std::string_view selector = "\xEF\xB8\x8F";
  constexpr std::string_view keycap = "\xE2\x83\xA3";
  if (text[at] != '#' && text[at] != '*' && (text[at] < '0' || text[at] > '9')) return false;
  std::size_t behind = at + 1;
  if (text.substr(behind, selector.size()) == selector) behind += selector.size();
  if (text.substr(behind, keycap.size()) != keycap) return false;
  end = behind + keycap.size();
  return true;
}

bool is_flag_half(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

bool extends_emoji(char32_t c) {
  return c == 0xFE0E || c == 0xFE0F || c == 0x20E3 || (c >= 0x1F3FB && c <= 0x1F3FF) ||
         (c >= 0xE0020 && c <= 0xE007F);
}

}  // namespace

Lexeme scan_word(std::string_view text, std::size_t at) {
  Lexeme word;
  std::size_t letters = 0;
  std::size_t run = 0;  // of one letter
  std::size_t longest_run = 0;
  char32_t last = 0;
  bool upper = true;
  bool first_upper = false;
  bool digits = false;
  std::size_t end = text[at] == '@' ? at + 1 : at;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    const CharacterClass kind = class_of(c.value);
    if (kind == letter) {
      if (letters++ == 0) first_upper = is_upper(c.value);
      upper = upper && !is_lower(c.value);
      run = c.value == last ? run + 1 : 1;
      longest_run = std::max(longest_run, run);
      last = c.value;
    } else if (kind == digit) {
      digits = true;
      last = 0;
    } else if (kind == apostrophe) {
      if (letters == 0 || !is(text, end + c.length, letter)) break;
      word.ascii = word.ascii && c.value == '\'';
      last = 0;
    } else if (c.value == '_') {
      if (!is(text, end + 1, letter) && !is(text, end + 1, digit)) break;
      last = 0;
    } else if (c.value == '-') {
      const bool mail =
          end == at + 1 && (text[at] == 'e' || text[at] == 'E') && is_mail_at(text, end);
      // Its form is not the bytes it stands on; folding drops the hyphen.
      if (mail) word.ascii = false;
      if (!mail && !joins_code(text, end, digits)) break;
      last = 0;
    } else if (kind != invisible) {
      break;
    }
    word.ascii = word.ascii && c.length == 1;
    end += c.length;
  }
  word.end = end;
  if (first_upper) word.flags |= flag_capitalised;
  if (upper && letters >= 2) word.flags |= flag_all_caps;
  if (digits) word.flags |= flag_has_digit;
  // "www" and "III" are not drawn out.
  if (longest_run >= 3 && longest_run < letters) word.flags |= flag_elongated;
  return word;
}

Lexeme scan_number(std::string_view text, std::size_t at) {
  Lexeme number;
  number.kind = TokenKind::number;
  std::size_t end = at;
  if (!is(text, at, digit)) {
    const CodePoint sign = code_point_at(text, at);
    if (class_of(sign.value) == currency) number.flags |= flag_currency;
    end += sign.length;
  }
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    const bool inner = c.value == '.' || c.value == ',' || c.value == ':' || c.value == '/';
    if (class_of(c.value) != digit && !(inner && is(text, end + 1, digit))) break;
    end += c.length;
  }
  std::size_t letters_end = end;
  while (is(text, letters_end, letter)) letters_end += code_point_at(text, letters_end).length;
  if (is_ordinal(text, end, letters_end)) {
    end = letters_end;
  } else if (letters_end > end && number.flags == 0 && is(text, at, digit) &&
             (is(text, letters_end, digit) ||
              (is_byte(text, letters_end, '-') && is(text, letters_end + 1, digit)))) {
    return scan_word(text, at);
  }
  if (is(text, end, currency)) {
    end += code_point_at(text, end).length;
    number.flags |= flag_currency;
  }
  for (std::size_t i = at; i < end && number.ascii; ++i) {
    number.ascii = static_cast<unsigned char>(text[i]) < 0x80;
  }
  number.end = end;
  return number;
}

std::size_t emoji_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (is_keycap(text, at, end)) return end;
  const CodePoint first = code_point_at(text, at);
  if (class_of(first.value) != emoji) return at;
  end += first.length;
  bool joined = false;
  bool half_flag = is_flag_half(first.value);
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (c.value == 0x200D) {
      joined = true;
    } else if (half_flag && is_flag_half(c.value)) {
      half_flag = false;
    } else if (joined && class_of(c.value) == emoji) {
      joined = false;
    } else if (!extends_emoji(c.value)) {
      break;
    }
    end += c.length;
  }
  return end;
}

std::size_t emoticon_end(std::string_view text, std::size_t at) {
  const CharacterClass left = class_of(before(text, at));
  if (left == digit) return at;
  for (const auto& [face, behind_letters] : emoticons) {
    if (!text.substr(at).starts_with(face)) continue;
    if (left == letter && !behind_letters) continue;
    const std::size_t end = at + face.size();
    const bool apart = !is(text, end, letter) && !is(text, end, digit) && !is_byte(text, end, '/');
    if (apart) return end;
  }
  return at;
}

std::size_t list_marker_end(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (is(text, begin, space)) begin += code_point_at(text, begin).length;
  for (const std::string_view bullet : bullets) {
    if (!text.substr(begin).starts_with(bullet)) continue;
    const std::size_t end = begin + bullet.size();
    const bool wide = bullet.size() > 1 && bullet != "–" && bullet != "—";
    if (is(text, end, space) || (wide && end < text.size())) return end;
  }
  std::size_t end = begin;
  if (is_byte(text, end, '(')) ++end;
  const std::size_t mark = end;
  constexpr std::size_t longest_number = 3;
  while (end < mark + longest_number && end < text.size() && text[end] >= '0' && text[end] <= '9') {
    ++end;
  }
  const bool numbered = end > mark;
  if (!numbered && is(text, end, letter)) end += code_point_at(text, end).length;
  const bool closed = end > mark && (is_byte(text, end, ')') ||
                                     (numbered && mark == begin && is_byte(text, end, '.')));
  if (!closed) return at;
  ++end;
  if (is(text, end, space) || (numbered && is(text, end, letter))) return end;
  return at;
}

}  // namespace replylint::text
