#include "draft/inline_sign_off.hpp"

#include <algorithm>

#include "draft/ascii.hpp"
#include "draft/good_bye.hpp"
#include "draft/lines.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(" \t");
  return space == npos ? text : text.substr(space + 1);
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && (ascii::is_space(text.back()) || text.back() == '.')) {
    text.remove_suffix(1);
  }
  return text;
}

// "2/2", "(1/2)": the number of one message among several.
bool is_counter(std::string_view word) {
  if (word.starts_with('(') && word.ends_with(')')) word = word.substr(1, word.size() - 2);
  return word.size() == 3 && ascii::is_digit(word[0]) && word[1] == '/' && ascii::is_digit(word[2]);
}

// Links and counters may stand behind the initials.
std::string_view without_trailers(std::string_view line) {
  constexpr int most = 3;
  line = trim_end(line);
  for (int i = 0; i < most; ++i) {
    const std::string_view word = last_word(line);
    if (!word.starts_with("http") && !is_counter(word)) break;
    line = trim_end(line.substr(0, line.size() - word.size()));
  }
  return line;
}

// A sentence ends here: punctuation, a closing bracket, an emoji, a link.
bool ends_sentence(std::string_view text) {
  if (text.empty()) return false;
  return std::string_view(".!?:)\"").find(text.back()) != npos ||
         static_cast<unsigned char>(text.back()) >= 0x80 || last_word(text).starts_with("http");
}

// "^AB", "-AB", "/AB", "*AB", "- Chris": where they begin; npos for none.
std::size_t initials_start(std::string_view line) {
  constexpr std::size_t longest_name = 14;
  constexpr std::size_t longest_initials = 3;
  std::size_t start = line.size();
  while (start > 0 && line.size() - start < longest_name && ascii::is_letter(line[start - 1])) {
    --start;
  }
  const std::string_view name = line.substr(start);
  std::string_view before = line.substr(0, start);
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (name.empty() || before.empty()) return npos;
  const bool attached = before.size() == start;
  const char mark = before.back();
  while (before.ends_with(mark)) before.remove_suffix(1);
  const std::size_t at = before.size();
  const bool apart = before.ends_with(' ');
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (before.empty() || (!apart && ascii::is_alnum(before.back()))) return npos;
  const bool initials =
      name.size() <= longest_initials && std::none_of(name.begin(), name.end(), ascii::is_lower);
  const bool capital = ascii::is_upper(name.front());
  switch (mark) {
    case '^':
      return at;
    case '/':
      return initials && attached && apart ? at : npos;
    case '*':
      return capital && attached && apart ? at : npos;
    case '-':
    case '~':
      return capital && (ends_sentence(before) || (initials && attached && apart)) ? at : npos;
    default:
      return npos;
  }
}

// "... by Friday. Best regards, Anna": where the good-bye begins.
std::size_t good_bye_start(std::string_view line) {
  constexpr std::size_t looked_at = 90;
  const std::size_t from = line.size() > looked_at ? line.size() - looked_at : 0;
  for (std::size_t at = line.size(); at-- > from + 2;) {
    if (line[at - 1] != ' ' || std::string_view(".!?").find(line[at - 2]) == npos) continue;
    const GoodBye found = read_good_bye(trim(line.substr(at)));
    if (found.found && (found.with_name || found.formal)) return at;
  }
  return npos;
}

}  // namespace

InlineSignOff inline_sign_off(std::string_view line) {
  const std::string_view said = without_trailers(line);
  const std::size_t good_bye = good_bye_start(said);
  if (good_bye != npos) return {good_bye, said.size(), ZoneKind::closing};
  const std::size_t initials = initials_start(said);
  if (initials != npos) return {initials, said.size(), ZoneKind::signature};
  return {line.size(), line.size(), ZoneKind::signature};
}

}  // namespace replylint
