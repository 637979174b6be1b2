// How much a finding weighs, and which part of the score it moves.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace replylint {

// Ordered: a higher value is graver.
enum class Severity : std::uint8_t { suggestion, warning, error };

enum class Dimension : std::uint8_t {
  empathy,
  ownership,
  certainty,
  respect,
  clarity,
  professionalism
};

inline constexpr std::array<std::string_view, 3> severity_names{"suggestion", "warning", "error"};
inline constexpr std::array<std::string_view, 6> dimension_names{
    "empathy", "ownership", "certainty", "respect", "clarity", "professionalism"};

[[nodiscard]] constexpr std::string_view to_string(Severity s) {
  return severity_names.at(static_cast<std::size_t>(s));
}
[[nodiscard]] constexpr std::string_view to_string(Dimension d) {
  return dimension_names.at(static_cast<std::size_t>(d));
}

// The inverse of to_string; nothing for a name that is not in the table.
[[nodiscard]] std::optional<Severity> severity_from(std::string_view name);
[[nodiscard]] std::optional<Dimension> dimension_from(std::string_view name);

}  // namespace replylint
