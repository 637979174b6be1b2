#include "text/unspaced.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>

namespace replylint::text {

namespace {

// ICU keeps tables as long as the run; a longer one is cut here first.
constexpr std::size_t longest_run = 1 << 14;  // bytes

}  // namespace

struct UnspacedWords::Iterator {
  std::unique_ptr<icu::BreakIterator> words;
};

UnspacedWords::UnspacedWords() = default;
UnspacedWords::~UnspacedWords() = default;

std::vector<Span> UnspacedWords::cut(std::string_view run) {
  UErrorCode status = U_ZERO_ERROR;
  if (!iterator_) {
    iterator_ = std::make_unique<Iterator>();
    iterator_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }
  std::vector<Span> spans;
  for (std::size_t from = 0; from < run.size();) {
    std::size_t to = std::min(run.size(), from + longest_run);
    while (to < run.size() && (static_cast<unsigned char>(run[to]) & 0xC0) == 0x80) --to;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, run.data() + from, static_cast<int64_t>(to - from), &status);
    if (U_SUCCESS(status)) iterator_->words->setText(&text, status);
    std::size_t start = from;
    if (U_SUCCESS(status)) {
      iterator_->words->first();
      for (int32_t end = iterator_->words->next(); end != icu::BreakIterator::DONE;
           end = iterator_->words->next()) {
        spans.push_back({start, from + static_cast<std::size_t>(end)});
        start = spans.back().end;
      }
    }
    // Without ICU's data the run is one word.
    if (start < to) spans.push_back({start, to});
    utext_close(&text);
    from = to;
  }
  return spans;
}

}  // namespace replylint::text
