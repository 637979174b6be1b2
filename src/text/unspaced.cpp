#include "text/unspaced.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

namespace replylint::text {

namespace {

constexpr std::size_t longest_run = 1 << 16;  // bytes; beyond it the run is one word

}  // namespace

std::vector<Span> cut_unspaced(std::string_view run) {
  const Span whole{0, run.size()};
  if (run.size() > longest_run) return {whole};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, run.data(), static_cast<int64_t>(run.size()), &status);
  std::vector<Span> spans;
  if (U_SUCCESS(status)) {
    words->setText(&text, status);
    int32_t start = words->first();
    for (int32_t end = words->next(); end != icu::BreakIterator::DONE; end = words->next()) {
      spans.push_back({static_cast<std::size_t>(start), static_cast<std::size_t>(end)});
      start = end;
    }
  }
  utext_close(&text);
  if (spans.empty()) spans.push_back(whole);
  return spans;
}

}  // namespace replylint::text
