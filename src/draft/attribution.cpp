#include "draft/attribution.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "draft/ascii.hpp"
#include "draft/dates.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

using Words = std::string_view;
constexpr std::size_t npos = std::string_view::npos;

// Folded (text::fold). Packed by hand.
// clang-format off
constexpr auto wrote = std::to_array<Words>({
    "wrote", "writes", "schrieb", "geschrieben", "a écrit", "écrit", "escribió", "ha escrito",
    "escreveu", "ha scritto", "scrisse", "schreef", "geschreven", "skrev", "skrifaði", "napisał",
    "napisała", "napisał(a)", "napisał/a", "napsal", "napsala", "napsal(a)", "napísal", "napísala",
    "napísal(a)", "kirjoitti", "ezt írta", "írta", "a scris", "scrie", "yazdı", "şunu yazdı",
    "şunları yazdı", "написал", "написала", "написал(а)", "пишет", "написав", "написала", "написав(ла)",
    "пише", "написа", "έγραψε", "kirjutas", "rakstīja", "rašė", "je napisao", "je napisala",
    "je napisao/la", "je napisal", "je napisala", "je napisal/a", "pisze", "va escriure", "escrigué",
    "idatzi du", "viết", "đã viết", "menulis", "เขียนว่า", "写道", "寫道", "のメール", "は書きました", "作成",
    "님이 작성", "님이 씀", "כתב", "כתבה", "كتب"});

constexpr auto attribution_starts = std::to_array<Words>({
    "on ", "am ", "le ", "op ", "em ", "el ", "il ", "den ", "w dniu ", "dnia ", "dne ", "la ",
    "at ", "på ", "ti ", "pe ", "po ", "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "dňa ", "u ",
    "dana ", "в ", "на ", "за ", "στις ", "vào ", "pada ", "el dia ", "a ", "в", "пн", "вт", "ср",
    "чт", "пт", "сб", "нд", "вс", "od ", "dne", "kell ", "在", "于", "於", "בתאריך", "في ", "เมื่อ "});
// clang-format on

bool ends_with_wrote(std::string_view folded) {
  return std::any_of(wrote.begin(), wrote.end(), [&](Words verb) {
    if (!folded.ends_with(verb)) return false;
    const std::size_t before = folded.size() - verb.size();
    return before == 0 || !ascii::is_letter(folded[before - 1]);
  });
}

bool contains_wrote(std::string_view folded) {
  return std::any_of(wrote.begin(), wrote.end(), [&](Words verb) {
    const std::size_t at = folded.find(verb);
    if (at == npos) return false;
    const std::size_t behind = at + verb.size();
    return (at == 0 || !ascii::is_letter(folded[at - 1])) &&
           (behind == folded.size() || !ascii::is_letter(folded[behind]));
  });
}

bool starts_like_attribution(std::string_view folded) {
  if (folded.empty()) return false;
  const auto lead = [&](Words word) { return folded.starts_with(word); };
  return std::any_of(attribution_starts.begin(), attribution_starts.end(), lead) ||
         ascii::is_digit(folded.front()) || folded.find('@') != npos || folded.find('<') != npos ||
         contains_time(folded);
}

// "*On … wrote:*", "[On … wrote]", "---- On … wrote ----".
std::string_view without_marks(std::string_view folded) {
  constexpr std::string_view opening = "*_[- ";
  constexpr std::string_view closing = "*_]- ";
  if (folded.empty() || opening.find(folded.front()) == npos) return folded;
  while (!folded.empty() && opening.find(folded.front()) != npos) folded.remove_prefix(1);
  while (!folded.empty() && closing.find(folded.back()) != npos) folded.remove_suffix(1);
  return folded;
}

// True for the joined lines of an attribution; `marked`: lines with ">" follow.
bool is_attribution(std::string_view folded, bool marked, bool& sure) {
  bool colon = false;
  folded = without_marks(folded);
  if (folded.ends_with(':')) {
    colon = true;
    folded.remove_suffix(1);
    folded = trim(folded);
  }
  const bool address = folded.find('@') != npos;
  const bool digits = contains_digit(folded);
  sure = address || contains_time(folded);
  if (ends_with_wrote(folded)) return (colon && (digits || address)) || (digits && address);
  // Above a quotation less is enough: "Am 4.5.2026 um 10:00 schrieb X", "X <x@y.z> [10:00]:".
  if (marked && sure && digits && (contains_wrote(folded) || (colon && address))) return true;
  // "Am ... hat X geschrieben", "2017-03-15 23:54 GMT+01:00 X <x@y.z>:", "X wrote on ...:".
  if (!colon) return false;
  if (folded.ends_with('>') && address && digits) return true;
  return contains_wrote(folded) && sure && digits &&
         (folded.starts_with("on ") || contains_time(folded) || contains_numeric_date(folded));
}

// "Anna Lee wrote", "tom83 said", as forums put it.
bool is_name_and_wrote(std::string_view content) {
  constexpr std::size_t most_spaces = 2;
  if (content.ends_with(':')) content.remove_suffix(1);
  const std::size_t space = content.rfind(' ');
  if (space == npos) return false;
  const std::string_view verb = content.substr(space + 1);
  const std::string_view name = content.substr(0, space);
  return (verb == "wrote" || verb == "said") && name.find_first_of(",.;!?") == npos &&
         std::count(name.begin(), name.end(), ' ') <= static_cast<std::ptrdiff_t>(most_spaces);
}

std::string_view whole_line(std::string_view text, const Line& line) {
  return trim(text.substr(line.start, line.end - line.start));
}

}  // namespace

Attribution attribution(std::string_view text, const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t most_lines = 4;
  if (is_name_and_wrote(content_of(text, lines[at]))) {
    const std::size_t below = at + 1 < lines.size() && lines[at + 1].blank ? at + 2 : at + 1;
    if (below < lines.size() && lines[below].depth > 0) return {1, false};
  }
  std::string joined;
  for (std::size_t i = at; i < lines.size() && i < at + most_lines; ++i) {
    if (lines[i].blank) break;
    std::string_view content = content_of(text, lines[i]);
    if (lines[i].depth != lines[at].depth) {
      // The ">" of "<name@address>" may have been wrapped to the front of a line.
      content = whole_line(text, lines[i]);
      if (lines[at].depth > 0 || joined.find('<') == npos || content.size() > 20) break;
    }
    if (content.empty()) break;
    if (i > at) joined += ' ';
    joined += text::fold(content);
    if (i == at && !starts_like_attribution(without_marks(joined))) break;
    Attribution found{i - at + 1, false};
    const std::size_t below = i + 1 < lines.size() && lines[i + 1].blank ? i + 2 : i + 1;
    const bool marked = below < lines.size() && lines[below].depth > lines[at].depth;
    if (is_attribution(joined, marked, found.sure)) return found;
    // A sentence that ends here does not go on.
    if (lines[i].depth != lines[at].depth || std::string_view(".!?:").find(joined.back()) != npos) {
      break;
    }
  }
  return {};
}

bool is_verb_of_writing(std::string_view words) {
  return words == "said" || std::find(wrote.begin(), wrote.end(), words) != wrote.end();
}

}  // namespace replylint
