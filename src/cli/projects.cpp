#include "cli/projects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "cli/config.hpp"
#include "rules/rule.hpp"

namespace replylint::cli {

namespace fs = std::filesystem;

namespace {

// A rule or situation that does not exist selects nothing: say so.
void check_names(const Project& project, const std::string& config, Problems& problems) {
  const Settings& settings = project.settings;
  if (settings.select.value.empty() && settings.ignore.value.empty() &&
      settings.severity.value.empty() && settings.situations.value.empty()) {
    return;
  }
  const auto all = project.linter->rules.rules();
  const auto complain = [&](const std::string& origin, std::string message) {
    problems.push_back({origin == command_line || config.empty() ? origin : config,
                        0,
                        0,
                        1,
                        std::move(message),
                        {}});
  };
  const auto check = [&](const std::string& name, const std::string& origin) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const rules::Rule* rule) {
      return !rule->is_detector() && (rule->id == name || rule->family == name);
    });
    if (!known) {
      complain(origin, fmt::format("no rule or family “{}”; see replylint rules list", name));
    }
  };
  for (const auto& name : settings.select.value) check(name, settings.select.origin);
  for (const auto& name : settings.ignore.value) check(name, settings.ignore.origin);
  for (const auto& [name, severity] : settings.severity.value) {
    check(name, settings.severity.origin);
  }
  for (const auto& name : settings.situations.value) {
    if (project.linter->rules.find("situations/" + name) != nullptr) continue;
    std::string known;
    for (const rules::Rule* rule : all) {
      if (rule->family == "situations") {
        known.append(known.empty() ? "" : ", ").append(rule->id.substr(rule->id.find('/') + 1));
      }
    }
    complain(settings.situations.origin,
             fmt::format("no situation “{}”; there are {}", name, known));
  }
}

}  // namespace

const Project* Projects::find(const std::string& path, Problems& problems) {
  std::string config = config_;
  if (config.empty()) {
    const std::string folder = path == "-" ? "." : fs::path(path).parent_path().string();
    const auto [place, added] = config_of_folder_.try_emplace(folder);
    if (added) place->second = find_config(folder).value_or("");
    config = place->second;
  }
  const auto [place, added] = projects_.try_emplace(config);
  if (added) place->second = load(config, problems);
  return place->second ? &*place->second : nullptr;
}

void Projects::forget() {
  projects_.clear();
  config_of_folder_.clear();
  linters_ = Linters(cache_folder_);
}

std::optional<Project> Projects::load(const std::string& config, Problems& problems) {
  Project project;
  Problems found;
  if (!config.empty()) apply_config(config, project.settings, found);
  flags_(project.settings);
  if (found.empty()) project.linter = linters_.get(project.settings.rule_folders.value, found);
  if (found.empty()) check_names(project, config, found);
  if (found.empty()) return project;
  problems.insert(problems.end(), found.begin(), found.end());
  return std::nullopt;
}

}  // namespace replylint::cli
