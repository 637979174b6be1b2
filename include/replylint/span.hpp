// A half-open range of bytes, [start, end), in some UTF-8 text. Which text is
// said wherever a Span is stored: the visible text of a draft unless noted.
#pragma once

#include <cstddef>

namespace replylint {

struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - start; }
  [[nodiscard]] constexpr bool empty() const { return start == end; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return start <= other.start && other.end <= end;
  }
  // True where the two share a byte, or one ends where the other begins.
  [[nodiscard]] constexpr bool touches(Span other) const {
    return start <= other.end && other.start <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return start < other.end && other.start < end;
  }
  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace replylint
