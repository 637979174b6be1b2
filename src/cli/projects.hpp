// Which settings and rules hold for a file: those of its project, the nearest
// configuration above it, with what the command line says over them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "cli/linter.hpp"
#include "cli/settings.hpp"
#include "replylint/problem.hpp"

namespace replylint::cli {

struct Project {
  Settings settings;
  Linter* linter = nullptr;  // lives as long as the Projects
};

class Projects {
 public:
  // `config`: the one configuration for all files, or empty. `flags` puts over a
  // project's settings what wins over them.
  Projects(std::string config, std::function<void(Settings&)> flags, std::string cache_folder)
      : config_(std::move(config)),
        flags_(std::move(flags)),
        cache_folder_(std::move(cache_folder)),
        linters_(cache_folder_) {}

  // The project of a file, "-" for standard input. Null where its configuration
  // or rules are wrong; the problems are told once.
  [[nodiscard]] const Project* find(const std::string& path, Problems& problems);

  // Configurations and rules may have changed on disk: reads them anew. Projects
  // that were found before are gone.
  void forget();

 private:
  [[nodiscard]] std::optional<Project> load(const std::string& config, Problems& problems);

  std::string config_;
  std::function<void(Settings&)> flags_;
  std::string cache_folder_;
  Linters linters_;
  std::map<std::string, std::string> config_of_folder_;
  std::map<std::string, std::optional<Project>> projects_;  // by configuration
};

}  // namespace replylint::cli
