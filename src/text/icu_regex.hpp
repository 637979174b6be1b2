// A thin wrapper over ICU regular expressions (regex.hpp).
#pragma once

#include <memory>
#include <string_view>
#include <variant>

#include "text/regex.hpp"

namespace replylint::text {

class IcuRegex {
 public:
  // Error when ICU rejects it, or when it matches the empty string.
  [[nodiscard]] static std::variant<IcuRegex, RegexError> compile(std::string_view expression);

  // As Regex::find.
  [[nodiscard]] RegexResult find(std::string_view utf8, std::size_t from = 0) const;

  IcuRegex(IcuRegex&&) noexcept;
  IcuRegex& operator=(IcuRegex&&) noexcept;
  IcuRegex(const IcuRegex&) = delete;
  IcuRegex& operator=(const IcuRegex&) = delete;
  ~IcuRegex();

 private:
  struct Impl;
  explicit IcuRegex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace replylint::text
