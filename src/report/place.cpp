#include "report/place.hpp"

#include <fmt/format.h>

#include "report/printable.hpp"

namespace replylint::report {

std::string Places::name() const {
  const std::string path = printable_name(record_.path);
  if (record_.record_line == 0) return path == "-" ? "standard input" : path;
  if (record_.is_stretch) return fmt::format("{}:{}", path, record_.record_line);
  return fmt::format("{}:{} [{}]", path, record_.record_line, printable(record_.id));
}

std::string Places::of(Span text) const {
  const Position at = start(text);
  const std::string file = record_.is_stretch ? printable_name(record_.path) : name();
  return fmt::format("{}:{}:{}", file, at.line, at.column);
}

}  // namespace replylint::report
