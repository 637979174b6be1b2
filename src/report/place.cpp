#include "report/place.hpp"

#include <fmt/format.h>

#include "report/printable.hpp"

namespace replylint::report {

std::string Places::name() const {
  const std::string path = printable_name(record_.path);
  if (record_.record_line == 0) return path == "-" ? "standard input" : path;
  return fmt::format("{}:{} [{}]", path, record_.record_line, printable(record_.id));
}

std::string Places::of(Span text) const {
  const Position at = start(text);
  return fmt::format("{}:{}:{}", name(), at.line, at.column);
}

}  // namespace replylint::report
