// Expressions of ICU's language run by PCRE2, where both mean the same: it
// compiles them a hundred times as fast and runs them several times as fast.
//
// Plain characters are ASCII, the letters of Western and Central European
// languages, and punctuation, signs and emoji that are of no word. About these
// both libraries agree what is a word, a space and the same letter in the other
// case.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/regex.hpp"

// pcre2.h is included by plain_regex.cpp only.
struct pcre2_real_code_8;

namespace replylint::text {

enum class Plainness : std::uint8_t { ascii, plain };

// Nothing for a text with other than plain characters.
[[nodiscard]] std::optional<Plainness> plainness_of(std::string_view utf8);

class PlainRegex {
 public:
  // For texts of that plainness. Nothing for an expression that is not valid or
  // that the two libraries may understand differently.
  [[nodiscard]] static std::optional<PlainRegex> compile(std::string_view expression,
                                                         Plainness texts);

  // The inverse of `bytes`. Nothing where another build of PCRE2 wrote them.
  [[nodiscard]] static std::optional<PlainRegex> read(std::span<const std::uint64_t> bytes);
  [[nodiscard]] std::vector<std::uint64_t> bytes() const;

  // As Regex::find.
  [[nodiscard]] RegexResult find(std::string_view text, std::size_t from) const;

 private:
  struct DeleteCode {
    void operator()(pcre2_real_code_8* code) const;
  };
  explicit PlainRegex(pcre2_real_code_8* code) : code_(code) {}
  std::unique_ptr<pcre2_real_code_8, DeleteCode> code_;
};

}  // namespace replylint::text
