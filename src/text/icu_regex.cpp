#include "text/icu_regex.hpp"

#include <unicode/regex.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace replylint::text {

namespace {

// ICU's limits count steps and bytes, not the clock, so that the outcome is the
// same on any machine. A step is 10,000 states that its engine saves.
constexpr int32_t step_limit = 100;
constexpr int32_t stack_limit = 1 << 20;  // bytes

constexpr std::array<std::pair<UErrorCode, const char*>, 16> messages{{
    {U_REGEX_RULE_SYNTAX, "syntax error"},
    {U_REGEX_BAD_ESCAPE_SEQUENCE, "unknown escape sequence"},
    {U_REGEX_PROPERTY_SYNTAX, "unknown property"},
    {U_REGEX_UNIMPLEMENTED, "not supported"},
    {U_REGEX_MISMATCHED_PAREN, "unbalanced parenthesis"},
    {U_REGEX_NUMBER_TOO_BIG, "number too big"},
    {U_REGEX_BAD_INTERVAL, "malformed {min,max}"},
    {U_REGEX_MAX_LT_MIN, "in {min,max}, max is less than min"},
    {U_REGEX_INVALID_BACK_REF, "reference to a group that does not exist"},
    {U_REGEX_INVALID_FLAG, "unknown flag"},
    {U_REGEX_LOOK_BEHIND_LIMIT, "look-behind without a limit"},
    {U_REGEX_SET_CONTAINS_STRING, "a set holds a string"},
    {U_REGEX_MISSING_CLOSE_BRACKET, "missing ]"},
    {U_REGEX_INVALID_RANGE, "the range is upside down"},
    {U_REGEX_PATTERN_TOO_BIG, "too big"},
    {U_REGEX_INVALID_CAPTURE_GROUP_NAME, "bad group name"},
}};

std::string message_of(UErrorCode status) {
  const auto found = std::find_if(messages.begin(), messages.end(),
                                  [&](const auto& entry) { return entry.first == status; });
  return found != messages.end() ? found->second : u_errorName(status);
}

// Where ICU stopped: it counts lines from 1 and UTF-16 units within the line.
std::size_t offset_of(std::string_view expression, const UParseError& place) {
  std::size_t at = 0;
  for (int32_t line = 1; line < place.line; ++line) {
    const std::size_t end = expression.find('\n', at);
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  for (int32_t unit = 0; unit < place.offset && at < expression.size();) {
    const CodePoint c = code_point_at(expression, at);
    unit += c.value >= 0x10000 ? 2 : 1;
    at += c.length;
  }
  return at;
}

}  // namespace

struct IcuRegex::Impl {
  std::unique_ptr<icu::RegexPattern> pattern;
};

IcuRegex::IcuRegex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IcuRegex::IcuRegex(IcuRegex&&) noexcept = default;
IcuRegex& IcuRegex::operator=(IcuRegex&&) noexcept = default;
IcuRegex::~IcuRegex() = default;

std::variant<IcuRegex, RegexError> IcuRegex::compile(std::string_view expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(expression.data(), static_cast<int32_t>(expression.size())));
  auto impl = std::make_unique<Impl>();
  impl->pattern.reset(icu::RegexPattern::compile(wide, UREGEX_CASE_INSENSITIVE, place, status));
  if (U_FAILURE(status)) return RegexError{message_of(status), offset_of(expression, place)};
  const std::unique_ptr<icu::RegexMatcher> matcher(
      impl->pattern->matcher(icu::UnicodeString(), status));
  if (U_FAILURE(status)) return RegexError{message_of(status), 0};
  if (matcher->find(status) != 0) return RegexError{"it matches the empty text", 0};
  return IcuRegex(std::move(impl));
}

RegexResult IcuRegex::find(std::string_view utf8, std::size_t from) const {
  RegexResult result;
  if (from > utf8.size()) return result;
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
  // A matcher of its own for each call, so that threads share the pattern.
  const std::unique_ptr<icu::RegexMatcher> matcher(impl_->pattern->matcher(status));
  if (U_SUCCESS(status)) {
    matcher->setTimeLimit(step_limit, status);
    matcher->setStackLimit(stack_limit, status);
    matcher->reset(&text);
    bool found = matcher->find(static_cast<int64_t>(from), status) != 0;
    while (found && matcher->start64(status) == matcher->end64(status)) {
      found = matcher->find(status) != 0;
    }
    if (U_SUCCESS(status) && found) {
      result.match = Span{static_cast<std::size_t>(matcher->start64(status)),
                          static_cast<std::size_t>(matcher->end64(status))};
    }
  }
  result.exhausted = U_FAILURE(status);
  utext_close(&text);
  return result;
}

}  // namespace replylint::text
