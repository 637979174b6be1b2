#include "report/ink.hpp"

#include <array>

namespace replylint::report {

namespace {

constexpr std::array<std::string_view, 6> codes{"1", "2", "31", "33", "34", "32"};

}  // namespace

Ink ink_of(Severity severity) {
  constexpr std::array inks{Ink::blue, Ink::yellow, Ink::red};
  return inks.at(static_cast<std::size_t>(severity));
}

Ink ink_of(Band band) {
  if (band >= Band::good) return Ink::green;
  return band == Band::revise ? Ink::yellow : Ink::red;
}

std::string Painter::paint(Ink ink, std::string_view text) const {
  if (!color_) return std::string(text);
  std::string out = "\x1b[";
  out.append(codes.at(static_cast<std::size_t>(ink))).append("m");
  return out.append(text).append("\x1b[0m");
}

}  // namespace replylint::report
