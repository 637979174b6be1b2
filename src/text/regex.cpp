#include "text/regex.hpp"

#include <unicode/regex.h>
#include <unicode/utext.h>

#include "text/utf8.hpp"

namespace replylint::text {

namespace {

// ICU's limits count steps and bytes, not the clock, so that the outcome is the
// same on any machine. A step is some 10,000 operations of its engine.
constexpr int32_t step_limit = 100;
constexpr int32_t stack_limit = 1 << 20;  // bytes

// Byte offset of UTF-16 unit `index` in `utf8`.
std::size_t to_bytes(std::string_view utf8, int32_t index) {
  std::size_t at = 0;
  for (int32_t unit = 0; unit < index && at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    unit += c.value >= 0x10000 ? 2 : 1;
    at += c.length;
  }
  return at;
}

}  // namespace

struct Regex::Impl {
  std::unique_ptr<icu::RegexPattern> pattern;
};

Regex::Regex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

std::variant<Regex, Regex::Error> Regex::compile(std::string_view expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(expression.data(), static_cast<int32_t>(expression.size())));
  auto impl = std::make_unique<Impl>();
  impl->pattern.reset(icu::RegexPattern::compile(wide, UREGEX_CASE_INSENSITIVE, place, status));
  if (U_FAILURE(status)) return Error{u_errorName(status), to_bytes(expression, place.offset)};
  Regex regex(std::move(impl));
  const auto on_nothing = regex.find("");
  if (on_nothing.match) return Error{"it matches the empty text", 0};
  return regex;
}

Regex::Result Regex::find(std::string_view utf8, std::size_t from) const {
  Result result;
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
  // A matcher of its own for each call, so that threads share the pattern.
  const std::unique_ptr<icu::RegexMatcher> matcher(impl_->pattern->matcher(status));
  if (U_SUCCESS(status)) {
    matcher->setTimeLimit(step_limit, status);
    matcher->setStackLimit(stack_limit, status);
    matcher->reset(&text);
    const bool found = matcher->find(static_cast<int64_t>(from), status) != 0;
    if (U_FAILURE(status)) {
      result.exhausted = true;
    } else if (found) {
      result.match = Span{static_cast<std::size_t>(matcher->start64(status)),
                          static_cast<std::size_t>(matcher->end64(status))};
    }
  }
  utext_close(&text);
  return result;
}

}  // namespace replylint::text
