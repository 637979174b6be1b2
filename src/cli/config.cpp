#include "cli/config.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <vector>

#include "cli/inputs.hpp"
#include "draft/profiles.hpp"
#include "rules/yaml.hpp"

namespace replylint::cli {

namespace fs = std::filesystem;
using rules::YamlNode;

namespace {

class ConfigReader {
 public:
  ConfigReader(Settings& settings, Problems& problems) : settings_(settings), problems_(problems) {}

  void read(const fs::path& path) {
    const fs::path whole = fs::weakly_canonical(path);
    if (std::find(open_.begin(), open_.end(), whole) != open_.end()) {
      problems_.push_back({path.string(), 0, 0, 1, "this configuration extends itself", {}});
      return;
    }
    auto bytes = read_file(path.string());
    if (const auto* error = std::get_if<ReadError>(&bytes)) {
      problems_.push_back({path.string(), 0, 0, 1, error->message, {}});
      return;
    }
    open_.push_back(whole);
    read_text(path, std::get<FileBytes>(bytes).bytes);
    open_.pop_back();
  }

 private:
  // Where the reading stands: `extends` nests.
  struct Source {
    fs::path path;
    std::string_view text;
  };

  void complain(const Source& source, const YamlNode& node, std::string message) {
    problems_.push_back(
        rules::problem_at(source.text, source.path.string(), node, std::move(message)));
  }

  void read_text(const fs::path& path, const std::string& text) {
    const Source source{path, text};
    const YamlNode root = rules::parse_yaml(text, path.string(), problems_);
    const auto* map = root.map();
    if (map == nullptr) {
      // An empty file is an empty configuration.
      if (root.scalar() == nullptr || !root.scalar()->text.empty()) {
        complain(source, root, "a configuration is a map of settings such as “channel: chat”");
      }
      return;
    }
    for (const auto& entry : *map) {
      if (entry.key.scalar() != nullptr && entry.key.scalar()->text == "extends") {
        for (const auto& [base, node] : texts(source, entry.value)) {
          read((path.parent_path() / base).lexically_normal());
        }
      }
    }
    for (const auto& entry : *map) read_entry(source, entry);
  }

  void read_entry(const Source& source, const rules::YamlEntry& entry) {
    const std::string key = entry.key.scalar() == nullptr ? "" : entry.key.scalar()->text;
    const YamlNode& node = entry.value;
    const std::string origin = fmt::format("{}:{}", source.path.string(), entry.key.line);
    if (key == "extends") return;
    if (key == "channel") {
      if (const auto i = index(source, node, channel_names)) {
        settings_.channel.set(static_cast<Channel>(*i), origin);
      }
    } else if (key == "mode") {
      constexpr std::array<std::string_view, 3> names{"draft", "template", "auto"};
      if (const auto i = index(source, node, names)) {
        settings_.mode.set(*i == 2 ? std::nullopt : std::optional(static_cast<Mode>(*i)), origin);
      }
    } else if (key == "fail-on") {
      constexpr std::array<std::string_view, 4> names{"suggestion", "warning", "error", "never"};
      if (const auto i = index(source, node, names)) {
        settings_.fail_on.set(
            FailOn{*i == 3 ? std::nullopt : std::optional(static_cast<Severity>(*i))}, origin);
      }
    } else if (key == "min-score") {
      read_min_score(source, node, origin);
    } else if (key == "situations") {
      settings_.situations.set(names(source, node), origin);
    } else if (key == "select") {
      settings_.select.set(names(source, node), origin);
    } else if (key == "ignore") {
      read_ignore(source, node, origin);
    } else if (key == "rules") {
      for (const auto& [folder, at] : texts(source, node)) {
        add(settings_.rule_folders,
            (source.path.parent_path() / folder).lexically_normal().string(), origin);
      }
    } else if (key == "severity") {
      read_severity(source, node, origin);
    } else if (key == "product") {
      read_product(source, node, origin);
    } else if (key == "placeholders") {
      settings_.placeholders.set(names(source, node), origin);
    } else {
      complain(source, entry.key,
               fmt::format("unknown setting “{}”; there are extends, rules, select, ignore, "
                           "severity, channel, mode, situations, product, placeholders, fail-on, "
                           "min-score",
                           key));
    }
  }

  static void add(Setting<std::vector<std::string>>& setting, std::string value,
                  const std::string& origin) {
    if (setting.value.empty()) {
      setting.origin = origin;
    } else if (setting.origin != origin && !setting.origin.ends_with(", " + origin)) {
      setting.origin += ", " + origin;
    }
    setting.value.push_back(std::move(value));
  }

  // A text, or a list of texts.
  std::vector<std::pair<std::string, const YamlNode*>> texts(const Source& source,
                                                             const YamlNode& node) {
    std::vector<std::pair<std::string, const YamlNode*>> all;
    if (const auto* scalar = node.scalar()) {
      all.emplace_back(scalar->text, &node);
    } else if (const auto* list = node.list()) {
      for (const YamlNode& item : *list) {
        if (const auto* text = item.scalar()) {
          all.emplace_back(text->text, &item);
        } else {
          complain(source, item, "a text is expected here");
        }
      }
    } else {
      complain(source, node, "a text or a list of texts is expected here");
    }
    return all;
  }

  std::vector<std::string> names(const Source& source, const YamlNode& node) {
    std::vector<std::string> all;
    for (auto& [name, at] : texts(source, node)) all.push_back(std::move(name));
    return all;
  }

  template <std::size_t N>
  std::optional<std::size_t> index(const Source& source, const YamlNode& node,
                                   const std::array<std::string_view, N>& names) {
    const auto* scalar = node.scalar();
    const auto at =
        scalar == nullptr ? names.end() : std::find(names.begin(), names.end(), scalar->text);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
    std::string list;
    for (const std::string_view name : names) list.append(list.empty() ? "" : ", ").append(name);
    complain(source, node, "one of these is expected here: " + list);
    return std::nullopt;
  }

  void read_product(const Source& source, const YamlNode& node, const std::string& origin) {
    const std::string name = node.scalar() == nullptr ? "" : node.scalar()->text;
    if (find_profile(name) != nullptr) return settings_.product.set(name, origin);
    complain(source, node,
             fmt::format("no product “{}”; there are {}", name, fmt::join(profile_names(), ", ")));
  }

  void read_min_score(const Source& source, const YamlNode& node, const std::string& origin) {
    const auto* scalar = node.scalar();
    if (scalar != nullptr && scalar->text == "off") {
      settings_.min_score.set(std::nullopt, origin);
      return;
    }
    double score = -1;
    if (scalar != nullptr) {
      const char* end = scalar->text.data() + scalar->text.size();
      const auto result = std::from_chars(scalar->text.data(), end, score);
      if (result.ec != std::errc() || result.ptr != end) score = -1;
    }
    if (score >= 0 && score <= 100) {
      settings_.min_score.set(score, origin);
    } else {
      complain(source, node, "a number from 0 to 100, or off, is expected here");
    }
  }

  void read_ignore(const Source& source, const YamlNode& node, const std::string& origin) {
    const auto* list = node.list();
    if (list == nullptr) {
      complain(source, node, "a list of rules or families is expected here");
      return;
    }
    for (const YamlNode& item : *list) {
      std::string rule;
      std::string reason;
      if (const auto* scalar = item.scalar()) {
        rule = scalar->text;
      } else if (const auto* map = item.map()) {
        for (const auto& [key, value] : *map) {
          const std::string name = key.scalar() == nullptr ? "" : key.scalar()->text;
          const std::string text = value.scalar() == nullptr ? "" : value.scalar()->text;
          if (name == "rule") {
            rule = text;
          } else if (name == "reason") {
            reason = text;
          } else {
            complain(source, key, "an ignored rule has the keys rule and reason");
          }
        }
      }
      if (rule.empty()) {
        complain(source, item, "name the rule or family to ignore");
      } else if (is_privacy(rule) && reason.empty()) {
        complain(source, item,
                 "privacy rules are switched off with a reason only: "
                 "{rule: " +
                     rule + ", reason: \"…\"}");
      } else {
        add(settings_.ignore, rule, origin);
      }
    }
  }

  void read_severity(const Source& source, const YamlNode& node, const std::string& origin) {
    const auto* map = node.map();
    if (map == nullptr) {
      complain(source, node, "a map from rule to severity is expected here");
      return;
    }
    settings_.severity.origin = origin;
    for (const auto& [key, value] : *map) {
      if (const auto i = index(source, value, severity_names); i && key.scalar() != nullptr) {
        settings_.severity.value[key.scalar()->text] = static_cast<Severity>(*i);
      }
    }
  }

  Settings& settings_;
  Problems& problems_;
  std::vector<fs::path> open_;
};

}  // namespace

namespace {

// Below the working folder a path is shown as one would type it.
std::string shown(const fs::path& path) {
  std::error_code failed;
  const fs::path near = fs::proximate(path, failed);
  return failed || near.empty() || *near.begin() == ".." ? path.string() : near.string();
}

}  // namespace

bool is_privacy(std::string_view rule) { return rule == "privacy" || rule.starts_with("privacy/"); }

std::optional<std::string> find_config(const std::string& folder) {
  std::error_code failed;
  fs::path at = fs::absolute(folder.empty() ? fs::path(".") : fs::path(folder), failed);
  if (failed) return std::nullopt;
  at = at.lexically_normal();
  while (true) {
    if (fs::is_regular_file(at / config_name, failed)) return shown(at / config_name);
    if (!at.has_parent_path() || at.parent_path() == at) return std::nullopt;
    at = at.parent_path();
  }
}

void apply_config(const std::string& path, Settings& settings, Problems& problems) {
  ConfigReader(settings, problems).read(path);
}

}  // namespace replylint::cli
