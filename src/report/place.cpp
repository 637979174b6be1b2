#include "report/place.hpp"

#include <fmt/format.h>

#include "report/printable.hpp"

namespace replylint::report {

Position Places::start_in_file(Span text) const {
  if (record_.file) return record_.file->position(record_.field_map.to_source(source(text)).start);
  Position position = start(text);
  if (record_.record_line > 0) position.line = record_.record_line;
  return position;
}

Position Places::end_in_file(Span text) const {
  if (record_.file) return record_.file->position(record_.field_map.to_source(source(text)).end);
  Position position = end(text);
  if (record_.record_line > 0) position.line = record_.record_line;
  return position;
}

std::string Places::name() const {
  const std::string path = printable_name(record_.path);
  if (record_.file) return fmt::format("{} [{}]", path, printable(record_.id));
  if (record_.record_line == 0) return path == "-" ? "standard input" : path;
  return fmt::format("{}:{} [{}]", path, record_.record_line, printable(record_.id));
}

std::string Places::of(Span text) const {
  if (record_.file) {
    const Position at = start_in_file(text);
    return fmt::format("{}:{}:{} [{}]", printable_name(record_.path), at.line, at.column,
                       printable(record_.id));
  }
  const Position at = start(text);
  return fmt::format("{}:{}:{}", name(), at.line, at.column);
}

}  // namespace replylint::report
