#include "draft/flowed.hpp"

#include <algorithm>
#include <string_view>

namespace replylint {

MappedText unflow(const MappedText& text, bool delsp) {
  const std::string_view all = text.text;
  MappedText out;
  out.text.reserve(all.size());
  bool open = false;         // the line before flows into this one
  std::size_t depth = 0;     // its quotation marks
  std::size_t line_end = 0;  // where its line break stands
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string_view line = all.substr(at, end - at);
    const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
    const std::size_t stuffed = line.substr(marks).starts_with(' ') ? 1 : 0;
    std::string_view content = line.substr(marks + stuffed);
    const bool signature = content == "-- ";
    const bool joined = open && marks == depth && !signature && !content.empty();
    if (open && !joined) out.append_copy("\n", line_end);
    if (!joined) {
      // What was quoted keeps the space, as everywhere.
      out.append_copy(line.substr(0, marks > 0 ? marks + stuffed : 0), at);
    }
    const std::size_t start = at + marks + stuffed;
    open = content.ends_with(' ') && !signature && end < all.size();
    if (open && delsp) content.remove_suffix(1);
    out.append_copy(content, start);
    if (!open && end < all.size()) out.append_copy("\n", end);
    depth = marks;
    line_end = end;
    at = end + 1;
  }
  if (open) out.append_copy("\n", line_end);
  out.map = out.map.then(text.map);
  return out;
}

}  // namespace replylint
