// A thin wrapper over ICU regular expressions, for what words cannot say.
// Positions are UTF-8 bytes. Every match runs under a limit, so that no
// expression, ours or a user's, can hang the tool.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "replylint/span.hpp"

namespace replylint::text {

class Regex {
 public:
  struct Error {
    std::string message;
    std::size_t offset = 0;  // byte offset in the expression where ICU stopped
  };
  // What a search found; `exhausted` where the limit was hit first.
  struct Result {
    std::optional<Span> match;
    bool exhausted = false;
  };

  // Case is ignored unless the expression says (?-i). Error when ICU rejects
  // it, or when it matches the empty string.
  [[nodiscard]] static std::variant<Regex, Error> compile(std::string_view expression);

  // The first match of one byte or more in valid `utf8` at or after byte
  // `from`. Threads may share a Regex.
  [[nodiscard]] Result find(std::string_view utf8, std::size_t from = 0) const;

  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;
  ~Regex();

 private:
  struct Impl;
  explicit Regex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Room for an expression that is compiled when it is first needed. Threads may
// share it.
class LazyRegex {
 public:
  // Nothing when ICU rejects the expression, which is the same at each call.
  [[nodiscard]] const Regex* get(std::string_view expression);

 private:
  std::once_flag once_;
  std::optional<Regex> regex_;
};

}  // namespace replylint::text
