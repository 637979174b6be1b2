#include "replylint/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace replylint {

namespace {

constexpr std::size_t widest_line = 100;  // code points of the source line that are shown

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += part;
  return all;
}

// One entry a code point; control characters become a visible escape.
std::vector<std::string> printable(std::string_view line) {
  const text::Decoded decoded = text::decode_utf8(line);
  std::vector<std::string> out;
  for (std::size_t at = 0; at < decoded.text.size();) {
    const text::CodePoint c = text::code_point_at(decoded.text, at);
    if (c.value == '\t') {
      out.emplace_back(" ");
    } else if (c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0)) {
      out.push_back(fmt::format("\\x{:02x}", static_cast<unsigned>(c.value)));
    } else {
      out.push_back(decoded.text.substr(at, c.length));
    }
    at += c.length;
  }
  return out;
}

}  // namespace

std::string format_problem(const Problem& problem) {
  std::string out = joined(printable(problem.file));
  if (problem.line > 0) out += fmt::format(":{}:{}", problem.line, problem.column);
  if (!out.empty()) out += ": ";
  out += fmt::format("error: {}\n", joined(printable(problem.message)));
  if (problem.source_line.empty() || problem.column == 0) return out;
  const auto line = printable(problem.source_line);
  const std::size_t caret = std::min(problem.column - 1, line.size());
  const std::size_t first = caret > widest_line / 2 ? caret - widest_line / 2 : 0;
  const std::size_t last = std::min(line.size(), first + widest_line);
  std::string shown = first > 0 ? "  …" : "  ";
  std::string marks(first > 0 ? 3 : 2, ' ');
  for (std::size_t i = first; i < last; ++i) {
    shown += line[i];
    if (i < caret) marks.append(line[i].size() > 1 && line[i][0] == '\\' ? line[i].size() : 1, ' ');
  }
  if (last < line.size()) shown += "…";
  marks += '^';
  const std::size_t room = last > caret ? last - caret : 1;
  const std::size_t length = std::min(problem.length, room);
  if (length > 1) marks.append(length - 1, '~');
  return out + shown + '\n' + marks + '\n';
}

}  // namespace replylint
