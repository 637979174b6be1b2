// Examples of rule files: a text with marks in braces, or a map with its
// surroundings: {draft: "…", customer: "…", thread: [{from: customer, at:
// "2026-05-02T10:00Z", text: "…"}], now: "2026-05-03T09:00Z", situation:
// [complaint], channel: chat, mode: template}.
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
