#include "text/month_names.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <array>
#include <functional>
#include <map>
#include <string>

#include "text/utf8.hpp"

namespace replylint::text {

namespace {

using Names = std::map<std::string, unsigned, std::less<>>;

constexpr unsigned several = 0;  // of a name that means different months

void add(Names& names, const icu::UnicodeString& name, unsigned month) {
  std::string utf8;
  name.toUTF8String(utf8);
  std::string folded = fold(utf8);
  while (folded.ends_with('.')) folded.pop_back();
  // One letter, or a number with a counter ("11月"), is no name.
  if (folded.size() < 3 || (folded.front() >= '0' && folded.front() <= '9')) return;
  const auto [place, added] = names.try_emplace(std::move(folded), month);
  if (!added && place->second != month) place->second = several;
}

Names read_names() {
  using Symbols = icu::DateFormatSymbols;
  constexpr std::array languages{"en", "de", "fr", "es", "pt", "it", "nl", "sv", "nb", "da",
                                 "fi", "pl", "cs", "sk", "hu", "ro", "tr", "ru", "uk", "et"};
  Names names;
  for (const char* language : languages) {
    UErrorCode failed = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale(language), failed);
    if (U_FAILURE(failed)) continue;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* all = symbols.getMonths(count, context, width);
        for (std::int32_t i = 0; i < count; ++i) add(names, all[i], static_cast<unsigned>(i) + 1);
      }
    }
  }
  return names;
}

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
  static const Names names = read_names();
  const auto found = names.find(word);
  if (found == names.end() || found->second == several) return std::nullopt;
  return found->second;
}

}  // namespace replylint::text
