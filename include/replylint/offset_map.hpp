// From every byte of a draft's visible text back to the source byte that it
// came from, through all layers of encoding.
//
// The map is a list of pieces in order of the text. Within a `copy` piece byte
// k of the text is byte k of the source; an `atom` is one character whose
// bytes all stand for the whole of its source range (an entity, an escape, a
// character of another charset); text of a `base64` piece comes three bytes
// from four.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "replylint/span.hpp"

namespace replylint {

class OffsetMap {
 public:
  enum class Kind : std::uint8_t { copy, atom, base64 };
  struct Piece {
    std::size_t text = 0;  // where the piece begins in the text
    std::size_t text_size = 0;
    std::size_t source = 0;  // where it begins in the source
    std::size_t source_size = 0;
    Kind kind = Kind::copy;
  };

  // Text of `size` bytes that is its own source.
  [[nodiscard]] static OffsetMap identity(std::size_t size);

  // Adds text behind what is there. A copy that continues the last piece is
  // joined to it.
  void append(std::size_t text_size, Span source, Kind kind);

  // Adds text made up by the reader (a line break for <br>, a separator):
  // it maps to the empty range at `source`.
  void append_inserted(std::size_t text_size, std::size_t source);

  // The source range of a range of text: the smallest that holds the source
  // of its every byte. An empty range maps to an empty one.
  [[nodiscard]] Span to_source(Span text) const;

  // This map (text -> middle) followed by `outer` (middle -> source).
  [[nodiscard]] OffsetMap then(const OffsetMap& outer) const;

  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  [[nodiscard]] std::size_t text_size() const;

 private:
  std::vector<Piece> pieces_;
};

}  // namespace replylint
