#include "cli/front_matter.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/config.hpp"
#include "draft/profiles.hpp"
#include "rules/yaml.hpp"

namespace replylint::cli {

using rules::YamlNode;

namespace {

class Reader {
 public:
  Reader(const std::string& path, std::string_view source, Span span, const RuleSet& rules,
         Settings& settings)
      // A line break for the dashes before it, so that lines count as in the file.
      : text_("\n" + std::string(source.substr(span.start, span.size()))),
        path_(path),
        offset_(span.start - 1),
        rules_(rules),
        settings_(settings) {}

  FrontMatter run() {
    Problems broken;
    const YamlNode root = rules::parse_yaml(text_, path_, broken);
    if (!broken.empty()) {
      out_.warning = fmt::format(
          "{}:{}:{}: warning: the front matter cannot be read as YAML; it "
          "was passed over: {}",
          path_, broken.front().line, broken.front().column, broken.front().message);
      return std::move(out_);
    }
    const auto* map = root.map();
    if (map == nullptr) return std::move(out_);
    for (const auto& [key, value] : *map) {
      if (key.scalar() != nullptr) read(key.scalar()->text, key, value);
    }
    return std::move(out_);
  }

 private:
  void complain(const YamlNode& node, std::string message) {
    out_.problems.push_back(rules::problem_at(text_, path_, node, std::move(message)));
  }

  void read(const std::string& key, const YamlNode& key_node, const YamlNode& node) {
    const std::string origin = fmt::format("{}:{}", path_, key_node.line);
    if (key == "channel") {
      if (const auto i = index(node, channel_names)) {
        set(settings_.channel, static_cast<Channel>(*i), origin);
      }
    } else if (key == "mode") {
      if (const auto i = index(node, mode_names)) {
        set(settings_.mode, std::optional(static_cast<Mode>(*i)), origin);
      }
    } else if (key == "situation" || key == "situations") {
      read_situations(node, origin);
    } else if (key == "language" || key == "lang") {
      out_.language = text(node);
    } else if (key == "product") {
      read_product(node, origin);
    } else if (key == "ignore") {
      read_ignore(node);
    }
  }

  // The command line wins.
  template <typename T>
  static void set(Setting<T>& setting, T value, const std::string& origin) {
    if (setting.origin != command_line) setting.set(std::move(value), origin);
  }

  std::string text(const YamlNode& node) {
    if (node.scalar() != nullptr) return node.scalar()->text;
    complain(node, "a text is expected here");
    return {};
  }

  std::vector<const YamlNode*> items(const YamlNode& node) {
    std::vector<const YamlNode*> all;
    if (node.list() == nullptr) return {&node};
    for (const YamlNode& item : *node.list()) all.push_back(&item);
    return all;
  }

  template <std::size_t N>
  std::optional<std::size_t> index(const YamlNode& node,
                                   const std::array<std::string_view, N>& names) {
    const std::string name = text(node);
    const auto at = std::find(names.begin(), names.end(), name);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
    std::string list;
    for (const std::string_view known : names) list.append(list.empty() ? "" : ", ").append(known);
    complain(node, "one of these is expected here: " + list);
    return std::nullopt;
  }

  void read_situations(const YamlNode& node, const std::string& origin) {
    std::vector<std::string> names;
    for (const YamlNode* item : items(node)) {
      names.push_back(text(*item));
      if (!names.back().empty() && rules_.find("situations/" + names.back()) == nullptr) {
        complain(*item, fmt::format("no situation “{}”", names.back()));
      }
    }
    set(settings_.situations, std::move(names), origin);
  }

  void read_product(const YamlNode& node, const std::string& origin) {
    const std::string name = text(node);
    if (find_profile(name) != nullptr) return set(settings_.product, name, origin);
    complain(node,
             fmt::format("no product “{}”; there are {}", name, fmt::join(profile_names(), ", ")));
  }

  void read_ignore(const YamlNode& node) {
    for (const YamlNode* item : items(node)) {
      Suppression wish;
      wish.source = offset_ + item->line_start;
      if (const auto* map = item->map()) {
        for (const auto& [key, value] : *map) {
          const std::string name = key.scalar() == nullptr ? "" : key.scalar()->text;
          if (name == "rule") {
            wish.rule = text(value);
          } else if (name == "reason") {
            wish.reason = text(value);
          } else {
            complain(key, "an ignored rule has the keys rule and reason");
          }
        }
      }
      if (wish.rule.empty() || wish.reason.empty()) {
        complain(*item, "a rule is ignored with a reason only: {rule: …, reason: \"…\"}");
      } else if (is_privacy(wish.rule)) {
        complain(*item, fmt::format("privacy rules are switched off in {} only", config_name));
      } else {
        out_.ignore.push_back(std::move(wish));
      }
    }
  }

  std::string text_;
  const std::string& path_;
  std::size_t offset_;  // of text_ in the file
  const RuleSet& rules_;
  Settings& settings_;
  FrontMatter out_;
};

}  // namespace

FrontMatter apply_front_matter(const Draft& draft, const std::string& path,
                               const std::string& source, const RuleSet& rules,
                               Settings& settings) {
  if (!draft.front_matter) return {};
  return Reader(path, source, *draft.front_matter, rules, settings).run();
}

}  // namespace replylint::cli
