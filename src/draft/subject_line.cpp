#include "draft/subject_line.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "draft/ascii.hpp"
#include "draft/lines.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

// Folded (text::fold); of answers and of what is passed on.
constexpr auto prefixes = std::to_array<std::string_view>({
    "re",         "aw",   "antw",
    "antwort",    "sv",   "vs",
    "res",        "rif",  "r",
    "ref",        "odp",  "ynt",
    "cevap",      "hal",  "atb",
    "bls",        "rsp",  "vá",
    "απ",         "σχετ", "ответ",
    "ha",         "回复", "回覆",
    "答复",       "返信", "답장",
    "fw",         "fwd",  "wg",
    "tr",         "rv",   "enc",
    "i",          "vb",   "vl",
    "fs",         "pd",   "doorst",
    "vidb",       "ilt",  "tov",
    "továbbítás", "转发", "轉寄",
    "転送",       "전달", "πρθ",
    "пересл",     "trs",  "vidarebefordrat",
});

}  // namespace

bool is_subject_of_thread(std::string_view subject) {
  constexpr std::size_t longest_prefix = 40;
  subject = trim(subject);
  // "[Shop] Re: …", "[#4711] Re: …"
  while (subject.starts_with('[')) {
    const std::size_t end = subject.find(']');
    if (end == std::string_view::npos) break;
    subject = trim(subject.substr(end + 1));
  }
  const std::string_view wide_colon = "\xEF\xBC\x9A";
  const std::size_t colon = std::min(subject.find(':'), subject.find(wide_colon));
  if (colon > longest_prefix) return false;
  // "Re[2]: …", "AW (3): …", "Re^2: …"
  const std::string_view name = subject.substr(0, colon);
  const std::string word = text::fold(trim(name.substr(0, name.find_first_of("[(^.0123456789"))));
  return std::find(prefixes.begin(), prefixes.end(), word) != prefixes.end();
}

}  // namespace replylint
