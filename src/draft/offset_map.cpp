#include "replylint/offset_map.hpp"

#include <algorithm>

namespace replylint {

namespace {

using Kind = OffsetMap::Kind;
using Piece = OffsetMap::Piece;

std::size_t text_end(const Piece& piece) { return piece.text + piece.text_size; }

// Source of bytes [from, to) of a piece, counted from its beginning.
Span source_within(const Piece& piece, std::size_t from, std::size_t to) {
  switch (piece.kind) {
    case Kind::copy:
      return {piece.source + from, piece.source + to};
    case Kind::atom:
      break;
    case Kind::base64: {
      // Byte 0, 1 and 2 of a group of three lie in characters 0-1, 1-2 and 2-3 of four.
      const auto first_char = [](std::size_t k) { return k / 3 * 4 + k % 3; };
      return {piece.source + first_char(from), piece.source + first_char(to - 1) + 2};
    }
  }
  return {piece.source, piece.source + piece.source_size};
}

// The piece that holds byte `at` of the text; the last one for the end.
const Piece* piece_at(const std::vector<Piece>& pieces, std::size_t at) {
  const auto after = std::upper_bound(
      pieces.begin(), pieces.end(), at,
      [](std::size_t position, const Piece& piece) { return position < piece.text; });
  return after == pieces.begin() ? nullptr : &*std::prev(after);
}

// Adds bytes [from, to) of `piece` as text of their own.
void append_part(OffsetMap& out, const Piece& piece, std::size_t from, std::size_t to) {
  if (piece.kind == Kind::base64) {
    // A base64 piece has to begin with a whole group: the bytes before one stand alone.
    while (from < to && from % 3 != 0) {
      out.append(1, source_within(piece, from, from + 1), Kind::atom);
      ++from;
    }
    if (from == to) return;
  }
  out.append(to - from, source_within(piece, from, to), piece.kind);
}

}  // namespace

OffsetMap OffsetMap::identity(std::size_t size) {
  OffsetMap map;
  map.append(size, {0, size}, Kind::copy);
  return map;
}

void OffsetMap::append(std::size_t text_size, Span source, Kind kind) {
  if (text_size == 0) return;
  if (kind == Kind::copy && !pieces_.empty()) {
    Piece& last = pieces_.back();
    if (last.kind == Kind::copy && last.source + last.source_size == source.start) {
      last.text_size += text_size;
      last.source_size += text_size;
      return;
    }
  }
  pieces_.push_back({this->text_size(), text_size, source.start, source.size(), kind});
}

void OffsetMap::append_inserted(std::size_t text_size, std::size_t source) {
  append(text_size, {source, source}, Kind::atom);
}

Span OffsetMap::to_source(Span text) const {
  const Piece* piece = piece_at(pieces_, text.start);
  if (piece == nullptr) return {};
  if (text.empty()) {
    const std::size_t within = text.start - piece->text;
    if (within >= piece->text_size) {
      const std::size_t end = piece->source + piece->source_size;
      return {end, end};
    }
    const std::size_t start = source_within(*piece, within, within + 1).start;
    return {start, start};
  }
  // Inserted text has no source, so that it counts only where there is nothing else.
  Span found;
  bool any = false;
  bool any_real = false;
  for (; piece != pieces_.data() + pieces_.size() && piece->text < text.end; ++piece) {
    const std::size_t from = std::max(text.start, piece->text) - piece->text;
    const std::size_t to = std::min(text.end, text_end(*piece)) - piece->text;
    if (from >= to) continue;
    const Span source = source_within(*piece, from, to);
    const bool real = !source.empty();
    if (!any || (real && !any_real)) {
      found = source;
    } else if (real || !any_real) {
      found = {std::min(found.start, source.start), std::max(found.end, source.end)};
    }
    any = true;
    any_real = any_real || real;
  }
  return found;
}

OffsetMap OffsetMap::then(const OffsetMap& outer) const {
  OffsetMap out;
  for (const Piece& piece : pieces_) {
    const Span middle{piece.source, piece.source + piece.source_size};
    if (piece.kind == Kind::atom) {
      out.append(piece.text_size, outer.to_source(middle), Kind::atom);
      continue;
    }
    const Piece* part = piece_at(outer.pieces_, middle.start);
    if (piece.kind == Kind::base64) {
      if (part != nullptr && part->kind == Kind::copy && middle.end <= text_end(*part)) {
        out.append(piece.text_size,
                   source_within(*part, middle.start - part->text, middle.end - part->text),
                   Kind::base64);
        continue;
      }
      for (std::size_t k = 0; k < piece.text_size; ++k) {
        out.append(1, outer.to_source(source_within(piece, k, k + 1)), Kind::atom);
      }
      continue;
    }
    const Piece* const last = outer.pieces_.data() + outer.pieces_.size();
    for (; part != nullptr && part != last && part->text < middle.end; ++part) {
      append_part(out, *part, std::max(middle.start, part->text) - part->text,
                  std::min(middle.end, text_end(*part)) - part->text);
    }
  }
  return out;
}

std::size_t OffsetMap::text_size() const { return pieces_.empty() ? 0 : text_end(pieces_.back()); }

}  // namespace replylint
