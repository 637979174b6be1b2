// Colours of a terminal. Only what the program itself says is painted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "replylint/score.hpp"
#include "replylint/severity.hpp"

namespace replylint::report {

enum class Ink : std::uint8_t { bold, dim, red, yellow, blue, green };

[[nodiscard]] Ink ink_of(Severity severity);
[[nodiscard]] Ink ink_of(Band band);

class Painter {
 public:
  explicit Painter(bool color) : color_(color) {}

  // The text as it is where there is no colour.
  [[nodiscard]] std::string paint(Ink ink, std::string_view text) const;
  [[nodiscard]] std::string paint(Severity severity) const {
    return paint(ink_of(severity), to_string(severity));
  }

 private:
  bool color_;
};

}  // namespace replylint::report
