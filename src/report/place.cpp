#include "report/place.hpp"

#include <fmt/format.h>

#include "report/printable.hpp"

namespace replylint::report {

Position Places::position(std::size_t byte) const {
  Position at = lines_.position(byte - record_.bytes_before);
  at.line += record_.lines_before;
  return at;
}

Span Places::bytes_in_line(Span text) const {
  const LineIndex& lines = record_.file ? record_.file->lines : lines_;
  const Span read = record_.draft.source_map.to_source(text);
  const Span bytes = record_.file ? record_.field_map.to_source(read) : read;
  return {bytes.start - lines.line_start(bytes.start), bytes.end - lines.line_start(bytes.end)};
}

Position Places::in_file(Position position) const {
  const bool on_one_line = record_.record_line > 0 && !record_.file && !record_.is_stretch;
  if (on_one_line) position.line = record_.record_line;
  return position;
}

std::string Places::name() const {
  const std::string path = printable_name(record_.path);
  if (record_.file) return fmt::format("{} [{}]", path, printable(record_.id));
  if (record_.record_line == 0) return path == "-" ? "standard input" : path;
  if (record_.is_stretch) return fmt::format("{}:{}", path, record_.record_line);
  return fmt::format("{}:{} [{}]", path, record_.record_line, printable(record_.id));
}

std::string Places::of(Span text) const {
  const Position at = start(text);
  if (record_.file) {
    return fmt::format("{}:{}:{} [{}]", printable_name(record_.path), at.line, at.column,
                       printable(record_.id));
  }
  const std::string file = record_.is_stretch ? printable_name(record_.path) : name();
  return fmt::format("{}:{}:{}", file, at.line, at.column);
}

}  // namespace replylint::report
