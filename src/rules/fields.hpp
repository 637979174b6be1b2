// Reading the values of a YAML map, each complaint with its place.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/problem.hpp"
#include "rules/load.hpp"
#include "rules/yaml.hpp"

namespace replylint::rules {

class Fields {
 public:
  // Made before the file is parsed: problems from then on count as the file's,
  // and of those `most_problems` are told.
  Fields(const RuleFile& file, Problems& problems)
      : file_(file), problems_(problems), before_(problems.size()) {}

  void complain(const YamlNode& node, std::string message) const;
  // At `span` of a scalar's text, where the file shows that text as it is.
  void complain(const YamlNode& node, Span span, std::string message) const;
  void complain_file(std::string message) const;

  // Complains of keys that are not in `known`, with the nearest one.
  void check_keys(const YamlMap& map, const std::vector<std::string_view>& known) const;

  // The value at a key; nothing when it is not there.
  [[nodiscard]] static const YamlNode* find(const YamlMap& map, std::string_view key);

  // Each complains when the node is of another kind.
  [[nodiscard]] const YamlMap* map(const YamlNode& node) const;  // then nothing
  [[nodiscard]] std::string text(const YamlNode& node) const;
  [[nodiscard]] std::vector<std::string> texts(const YamlNode& node) const;  // a text or a list
  [[nodiscard]] std::vector<const YamlNode*> items(const YamlNode& node) const;
  [[nodiscard]] std::optional<double> number(const YamlNode& node) const;
  [[nodiscard]] std::optional<unsigned> count(const YamlNode& node) const;
  [[nodiscard]] bool boolean(const YamlNode& node) const;

  // The place of a name in a table.
  template <std::size_t N>
  [[nodiscard]] std::optional<std::size_t> choice(
      const YamlNode& node, const std::array<std::string_view, N>& names) const {
    const std::string name = text(node);
    std::string list;
    for (std::size_t i = 0; i < N; ++i) {
      if (names.at(i) == name) return i;
      list.append(i == 0 ? "" : ", ").append(names.at(i));
    }
    complain(node, "“" + name + "” is not one of: " + list);
    return std::nullopt;
  }

 private:
  void add(Problem problem) const;

  const RuleFile& file_;
  Problems& problems_;
  std::size_t before_;
};

}  // namespace replylint::rules
