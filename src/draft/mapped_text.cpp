#include "draft/mapped_text.hpp"

#include <utility>

namespace replylint {

void MappedText::append(const MappedText& other) {
  text.append(other.text);
  for (const OffsetMap::Piece& piece : other.map.pieces()) {
    map.append(piece.text_size, {piece.source, piece.source + piece.source_size}, piece.kind);
  }
}

OffsetMap map_of(const text::Decoded& decoded) {
  OffsetMap map;
  for (const text::DecodedRun& run : decoded.runs) {
    map.append(run.text_size, {run.source, run.source + run.source_size},
               run.copy ? OffsetMap::Kind::copy : OffsetMap::Kind::atom);
  }
  return map;
}

MappedText with_plain_line_ends(MappedText input) {
  const std::string_view all = input.text;
  if (all.find('\r') == std::string_view::npos) return input;
  MappedText lines;
  lines.text.reserve(all.size());
  std::size_t from = 0;
  for (std::size_t at = all.find('\r'); at != std::string_view::npos; at = all.find('\r', from)) {
    lines.append_copy(all.substr(from, at - from), from);
    const std::size_t end = at + (all.substr(at + 1, 1) == "\n" ? 2 : 1);
    lines.append_atom("\n", {at, end});
    from = end;
  }
  lines.append_copy(all.substr(from), from);
  lines.map = lines.map.then(input.map);
  return lines;
}

}  // namespace replylint
