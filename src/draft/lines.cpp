#include "draft/lines.hpp"

#include <algorithm>
#include <array>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

// No-break, zero-width and narrow no-break space, byte-order mark, word joiner.
constexpr auto wide_spaces = std::to_array<std::string_view>(
    {"\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\xAF", "\xEF\xBB\xBF", "\xE2\x81\xA0", "\xE3\x80\x80"});

// Reads ">" marks, each with spaces around it, and returns where they end.
std::size_t read_marks(std::string_view line, std::uint16_t& depth) {
  constexpr std::size_t most_spaces = 3;
  constexpr std::uint16_t deepest = 1000;
  std::size_t behind = 0;
  for (std::size_t at = 0; depth < deepest;) {
    const std::size_t mark = line.find_first_not_of(" \t", at);
    if (mark == std::string_view::npos || mark - at > most_spaces || line[mark] != '>') break;
    ++depth;
    at = behind = mark + 1;
  }
  return behind;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view all = text.substr(start, end - start);
    Line line;
    const std::size_t marks = read_marks(all, line.depth);
    line.start = static_cast<std::uint32_t>(start);
    line.end = static_cast<std::uint32_t>(end);
    line.content = static_cast<std::uint32_t>(start + marks);
    line.blank = trim(all.substr(marks)).empty();
    lines.push_back(line);
    start = end + 1;
  }
  return lines;
}

std::string_view trim(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    text = ascii::trim(text);
    for (const std::string_view space : wide_spaces) {
      while (text.starts_with(space)) {
        text.remove_prefix(space.size());
        more = true;
      }
      while (text.ends_with(space)) {
        text.remove_suffix(space.size());
        more = true;
      }
    }
  }
  return text;
}

std::string_view content_of(std::string_view text, const Line& line) {
  if (line.end - line.start > longest_line_looked_at) return {};
  return trim(text.substr(line.content, line.end - line.content));
}

}  // namespace replylint
