// Examples of rule files: a text with marks in braces, or a map with its
// surroundings.
#pragma once

#include <optional>

#include "rules/fields.hpp"
#include "rules/read_rule.hpp"
#include "rules/rule.hpp"

namespace replylint::rules {

// Nothing when it has problems. Situations that it names go to `references`.
[[nodiscard]] std::optional<Example> read_example(const Fields& fields, const YamlNode& node,
                                                  std::vector<Reference>& references);

}  // namespace replylint::rules
