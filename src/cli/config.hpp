// .replylint.yml: found, read, checked.
//
//   extends: ../team.yml          # or a list; what stands here wins over it
//   rules: [rules]                # folders, relative to this file
//   select: [blame]               # only these rules or families
//   ignore:
//     - robotic/stock-close
//     - {rule: privacy/password, reason: "our password resets are mailed"}
//   severity: {shouting/emoji: warning}
//   channel: email                # email | chat | social | letter | unknown
//   mode: template                # draft | template | auto
//   situations: [delay]
//   product: zendesk              # whose placeholders the templates use
//   placeholders: [order_code]    # names that are known beside the product's own
//   fail-on: error                # error | warning | suggestion | never
//   min-score: 70                 # or off
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/settings.hpp"
#include "replylint/problem.hpp"

namespace replylint::cli {

inline constexpr const char* config_name = ".replylint.yml";

// Privacy rules: never ignored without a reason.
[[nodiscard]] bool is_privacy(std::string_view rule);

// The nearest configuration in `folder` or above it.
[[nodiscard]] std::optional<std::string> find_config(const std::string& folder);

// Reads a configuration, and what it extends before it, over `settings`.
void apply_config(const std::string& path, Settings& settings, Problems& problems);

}  // namespace replylint::cli
