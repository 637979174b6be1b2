#include "cli/settings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace replylint::cli {

namespace {

void extend(Setting<std::vector<std::string>>& setting, const std::vector<std::string>& more) {
  if (more.empty()) return;
  if (!setting.value.empty()) {
    setting.origin.append(", ").append(command_line);
  } else {
    setting.origin = command_line;
  }
  setting.value.insert(setting.value.end(), more.begin(), more.end());
}

std::string line(std::string_view key, const std::string& value, const std::string& origin) {
  return fmt::format("{:<40} # {}\n", fmt::format("{}: {}", key, value), origin);
}

std::string list(const std::vector<std::string>& values) {
  return fmt::format("[{}]", fmt::join(values, ", "));
}

}  // namespace

void apply_flags(const CheckArguments& arguments, Settings& settings) {
  if (arguments.channel) settings.channel.set(*arguments.channel, std::string(command_line));
  if (arguments.mode) settings.mode.set(arguments.mode, std::string(command_line));
  if (!arguments.situations.empty())
    settings.situations.set(arguments.situations, std::string(command_line));
  if (!arguments.select.empty()) settings.select.set(arguments.select, std::string(command_line));
  extend(settings.ignore, arguments.ignore);
  extend(settings.rule_folders, arguments.rule_folders);
  if (arguments.fail_on) settings.fail_on.set(*arguments.fail_on, std::string(command_line));
  if (arguments.min_score) settings.min_score.set(arguments.min_score, std::string(command_line));
}

std::string show_settings(const Settings& settings) {
  std::vector<std::string> severities;
  for (const auto& [rule, severity] : settings.severity.value) {
    severities.push_back(fmt::format("{}: {}", rule, to_string(severity)));
  }
  const auto& mode = settings.mode.value;
  const auto& fail_on = settings.fail_on.value.severity;
  const auto& min_score = settings.min_score.value;
  std::string out;
  out += line("channel",
              std::string(channel_names.at(static_cast<std::size_t>(settings.channel.value))),
              settings.channel.origin);
  out += line("mode", mode ? std::string(mode_names.at(static_cast<std::size_t>(*mode))) : "auto",
              settings.mode.origin);
  out += line("situations", list(settings.situations.value), settings.situations.origin);
  out += line("select", list(settings.select.value), settings.select.origin);
  out += line("ignore", list(settings.ignore.value), settings.ignore.origin);
  out += line("severity", fmt::format("{{{}}}", fmt::join(severities, ", ")),
              settings.severity.origin);
  out += line("rules", list(settings.rule_folders.value), settings.rule_folders.origin);
  if (!settings.product.value.empty()) {
    out += line("product", settings.product.value, settings.product.origin);
  }
  if (!settings.placeholders.value.empty()) {
    out += line("placeholders", list(settings.placeholders.value), settings.placeholders.origin);
  }
  out += line("fail-on", fail_on ? std::string(to_string(*fail_on)) : "never",
              settings.fail_on.origin);
  out += line("min-score", min_score ? fmt::format("{:g}", *min_score) : "off",
              settings.min_score.origin);
  return out;
}

}  // namespace replylint::cli
