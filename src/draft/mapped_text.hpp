// Text on its way from the source to what a reader sees, with its map.
#pragma once

#include <string>
#include <string_view>

#include "replylint/offset_map.hpp"
#include "text/utf8.hpp"

namespace replylint {

struct MappedText {
  std::string text;
  OffsetMap map;  // text -> bytes of the source, or of the step before

  // Text that stands in the source as it is, from byte `source` on.
  void append_copy(std::string_view copied, std::size_t source) {
    text.append(copied);
    map.append(copied.size(), {source, source + copied.size()}, OffsetMap::Kind::copy);
  }
  // Text whose bytes all stand for the whole of a source range.
  void append_atom(std::string_view atom, Span source) {
    text.append(atom);
    map.append(atom.size(), source, OffsetMap::Kind::atom);
  }
  // Text that has no source.
  void append_inserted(std::string_view inserted, std::size_t source) {
    text.append(inserted);
    map.append_inserted(inserted.size(), source);
  }
  // Another text, whose map leads to the same source.
  void append(const MappedText& other);
};

// The map from decoded text to the bytes that were decoded.
[[nodiscard]] OffsetMap map_of(const text::Decoded& decoded);

// Makes every line end with "\n" ("\r\n" and "\r" otherwise). The map leads to
// the source of `input`.
[[nodiscard]] MappedText with_plain_line_ends(MappedText input);

}  // namespace replylint
