// Everything that a configuration or a flag can decide for one file, each with
// where it came from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"

namespace replylint::cli {

inline constexpr std::string_view command_line = "command line";

template <typename T>
struct Setting {
  T value{};
  std::string origin = "default";  // "default", "command line" or "path:line"

  void set(T to, std::string from) {
    value = std::move(to);
    origin = std::move(from);
  }
};

struct Settings {
  Setting<Channel> channel{Channel::email};
  Setting<std::optional<Mode>> mode;  // nothing: by the file's place
  Setting<std::vector<std::string>> situations;
  Setting<std::vector<std::string>> select;
  Setting<std::vector<std::string>> ignore;
  Setting<std::map<std::string, Severity>> severity;
  Setting<std::vector<std::string>> rule_folders;
  Setting<std::string> product;                    // whose placeholders; empty: not known
  Setting<std::vector<std::string>> placeholders;  // names that are known beside its own
  Setting<FailOn> fail_on;
  Setting<std::optional<double>> min_score;
};

// Flags win over the configuration; lists of --ignore and --rules add to it.
void apply_flags(const CheckArguments& arguments, Settings& settings);

// As YAML that a .replylint.yml could hold, the origin of each in a comment.
[[nodiscard]] std::string show_settings(const Settings& settings);

}  // namespace replylint::cli
