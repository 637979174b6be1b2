// Regular expressions in ICU's language, for what words cannot say. Positions
// are UTF-8 bytes. Every match runs under a limit, so that no expression, ours
// or a user's, can hang the tool.
//
// Nothing is compiled before it is needed. Expressions and texts of plain
// characters (plain_regex.hpp), which nearly all are, run in PCRE2, the others in
// ICU: the outcome is the same.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/span.hpp"

namespace replylint::text {

struct RegexError {
  std::string message;
  std::size_t offset = 0;  // byte offset in the expression where ICU stopped
};

// What a search found; `exhausted` where the limit was hit first.
struct RegexResult {
  std::optional<Span> match;
  bool exhausted = false;
};

enum class Plainness : std::uint8_t;  // plain_regex.hpp

// Valid UTF-8 to be searched, again and again: it is looked over once. The text
// outlives it.
class RegexText {
 public:
  explicit RegexText(std::string_view utf8);

 private:
  friend class Regex;
  std::string_view utf8_;
  std::optional<Plainness> plainness_;
};

class Regex {
 public:
  // Why ICU rejects an expression; one that matches the empty string is an error
  // too.
  [[nodiscard]] static std::optional<RegexError> check(std::string_view expression);

  // The work of compiling, done ahead: for ASCII and for other plain texts.
  using Compiled = std::array<std::span<const std::uint64_t>, 2>;
  [[nodiscard]] static std::array<std::vector<std::uint64_t>, 2> compile(
      std::string_view expression);

  // Case is ignored unless the expression says (?-i). It must have passed `check`.
  // `compiled` is what `compile` made of it, if that has been kept; it must live
  // as long as this. What another build of the libraries made is not used.
  explicit Regex(std::string_view expression, Compiled compiled = {});
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;
  ~Regex();

  // The first match of one byte or more at or after byte `from`. Threads may
  // share a Regex.
  [[nodiscard]] RegexResult find(const RegexText& text, std::size_t from = 0) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace replylint::text
