#include "text/regex.hpp"

#include <array>
#include <mutex>
#include <utility>

#include "text/icu_regex.hpp"
#include "text/plain_regex.hpp"

namespace replylint::text {

struct Regex::Impl {
  Impl(std::string text, Compiled bytes) : expression(std::move(text)), compiled(bytes) {}

  const PlainRegex* plain(Plainness texts) {
    const auto place = static_cast<std::size_t>(texts);
    std::call_once(plain_once.at(place), [&] {
      auto& regex = plain_regexes.at(place);
      regex = PlainRegex::read(compiled.at(place));
      if (!regex) regex = PlainRegex::compile(expression, texts);
    });
    return plain_regexes.at(place) ? &*plain_regexes.at(place) : nullptr;
  }

  const IcuRegex* icu() {
    std::call_once(icu_once, [&] {
      auto made = IcuRegex::compile(expression);
      if (auto* regex = std::get_if<IcuRegex>(&made)) icu_regex = std::move(*regex);
    });
    return icu_regex ? &*icu_regex : nullptr;
  }

  std::string expression;
  Compiled compiled;
  std::array<std::once_flag, 2> plain_once;
  std::array<std::optional<PlainRegex>, 2> plain_regexes;  // for ASCII and other plain texts
  std::once_flag icu_once;
  std::optional<IcuRegex> icu_regex;
};

std::optional<RegexError> Regex::check(std::string_view expression) {
  auto compiled = IcuRegex::compile(expression);
  if (auto* error = std::get_if<RegexError>(&compiled)) return std::move(*error);
  return std::nullopt;
}

std::array<std::vector<std::uint64_t>, 2> Regex::compile(std::string_view expression) {
  std::array<std::vector<std::uint64_t>, 2> compiled;
  for (const Plainness texts : {Plainness::ascii, Plainness::plain}) {
    if (const auto regex = PlainRegex::compile(expression, texts)) {
      compiled.at(static_cast<std::size_t>(texts)) = regex->bytes();
    }
  }
  return compiled;
}

Regex::Regex(std::string_view expression, Compiled compiled)
    : impl_(std::make_unique<Impl>(std::string(expression), compiled)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

RegexText::RegexText(std::string_view utf8) : utf8_(utf8), plainness_(plainness_of(utf8)) {}

RegexResult Regex::find(const RegexText& text, std::size_t from) const {
  if (from > text.utf8_.size()) return {};
  if (text.plainness_) {
    if (const PlainRegex* regex = impl_->plain(*text.plainness_)) {
      const RegexResult result = regex->find(text.utf8_, from);
      if (!result.exhausted) return result;
    }
  }
  const IcuRegex* regex = impl_->icu();
  return regex == nullptr ? RegexResult{} : regex->find(text.utf8_, from);
}

}  // namespace replylint::text
