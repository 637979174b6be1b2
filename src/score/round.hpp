#pragma once

#include <cmath>

namespace replylint::score {

// Half up: 62.5 is 63. The small step takes back what binary fractions lose.
[[nodiscard]] inline int rounded(double value) {
  constexpr double lost = 1e-9;
  return static_cast<int>(std::floor(value + 0.5 + lost));
}

}  // namespace replylint::score
