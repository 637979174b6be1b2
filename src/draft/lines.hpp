// The lines of a draft, as the zone finders see them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "replylint/draft.hpp"

namespace replylint {

struct Line {
  std::uint32_t start = 0;    // bytes in the text
  std::uint32_t end = 0;      // without the line break
  std::uint32_t content = 0;  // behind quotation marks; white space may follow
  std::uint16_t depth = 0;    // of the quotation: number of ">"
  ZoneKind kind = ZoneKind::body;
  bool blank = false;        // nothing but white space behind the marks
  bool known = false;        // its kind was told by the format
  bool attribution = false;  // of a quotation: says whose and when, is not part of it
};

// Texts beyond this size are not looked into: positions are 32 bits wide.
inline constexpr std::size_t longest_zoned_text = 0xFFFFFFFF;

// Nothing longer is a greeting, a good-bye, an attribution or any other line
// with a meaning of its own.
inline constexpr std::size_t longest_line_looked_at = 400;

[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

// Without white space around, no-break and zero-width spaces included.
[[nodiscard]] std::string_view trim(std::string_view text);

// What stands on a line behind its quotation marks, trimmed; empty for a line
// that is too long to be looked at.
[[nodiscard]] std::string_view content_of(std::string_view text, const Line& line);

}  // namespace replylint
