#include "replylint/severity.hpp"

#include <algorithm>

namespace replylint {

namespace {

template <typename Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

}  // namespace

std::optional<Severity> severity_from(std::string_view name) {
  return find_name<Severity>(severity_names, name);
}

std::optional<Dimension> dimension_from(std::string_view name) {
  return find_name<Dimension>(dimension_names, name);
}

}  // namespace replylint
