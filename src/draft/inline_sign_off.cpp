#include "draft/inline_sign_off.hpp"

#include <algorithm>
#include <string>

#include "draft/ascii.hpp"
#include "draft/good_bye.hpp"
#include "draft/lines.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// Where a link that ends the line begins; the line's end for none.
std::size_t before_last_link(std::string_view line) {
  const std::size_t space = line.find_last_of(" \t");
  const std::size_t word = space == npos ? 0 : space + 1;
  return line.substr(word).starts_with("http") ? word : line.size();
}

}  // namespace

InlineSignOff inline_sign_off(std::string_view line) {
  constexpr std::size_t looked_at = 90;
  constexpr std::size_t longest_name = 14;
  const InlineSignOff none{line.size(), line.size(), ZoneKind::signature};
  std::size_t end = line.size();
  const auto trim_end = [&] {
    while (end > 0 && (ascii::is_space(line[end - 1]) || line[end - 1] == '.')) --end;
  };
  trim_end();
  for (int links = 0; links < 3; ++links) {
    end = before_last_link(line.substr(0, end));
    trim_end();
  }
  // "^AB", "-AB", "/AB", "*AB", "- Chris".
  std::size_t start = end;
  while (start > 0 && end - start < longest_name && ascii::is_letter(line[start - 1])) --start;
  const std::size_t letters = end - start;
  std::size_t mark = start;
  while (mark > 0 && line[mark - 1] == ' ') --mark;
  const bool spaced = mark < start;
  if (letters > 0 && mark > 0 && (mark == 1 || !ascii::is_alnum(line[mark - 2]))) {
    const char c = line[mark - 1];
    std::size_t at = mark - 1;
    const bool dash = c == '-' || c == '~';
    const bool capital = ascii::is_upper(line[start]);
    const bool initials =
        letters <= 3 &&
        std::none_of(line.begin() + static_cast<std::ptrdiff_t>(start),
                     line.begin() + static_cast<std::ptrdiff_t>(end), ascii::is_lower);
    std::size_t before = at;
    while (before > 0 && line[before - 1] == ' ') --before;
    const bool after_sentence = before == 0 ||
                                std::string_view(".!?:)\"").find(line[before - 1]) != npos ||
                                static_cast<unsigned char>(line[before - 1]) >= 0x80;
    const bool carets = c == '^' && letters <= longest_name;
    const bool marked_initials = (c == '/' || c == '*') && initials && !spaced && at != before;
    const bool dashed =
        dash && capital && (after_sentence || (initials && !spaced && at != before));
    if (carets || marked_initials || dashed) {
      while (at > 0 && line[at - 1] == c) --at;
      return {at, end, ZoneKind::signature};
    }
  }
  // "... by Friday. Best regards, Anna"
  const std::size_t from = line.size() > looked_at ? line.size() - looked_at : 0;
  for (std::size_t at = line.size(); at-- > from + 1;) {
    if (line[at - 1] != ' ' || at < 2 || std::string_view(".!?").find(line[at - 2]) == npos) {
      continue;
    }
    const GoodBye found = read_good_bye(trim(line.substr(at)));
    if (found.found && found.with_name) return {at, line.size(), ZoneKind::closing};
    if (found.found && found.formal) return {at, line.size(), ZoneKind::closing};
  }
  return none;
}

}  // namespace replylint
