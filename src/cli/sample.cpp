#include "cli/sample.hpp"

#include <variant>

#include "cli/inputs.hpp"
#include "rules/yaml.hpp"

namespace replylint::cli {

namespace {

void add(const rules::YamlNode& node, const std::string& name, SampleValues& values) {
  if (const auto* scalar = node.scalar()) {
    values.insert_or_assign(name, scalar->text);
  } else if (const auto* map = node.map()) {
    for (const auto& [key, value] : *map) {
      if (key.scalar() == nullptr) continue;
      add(value, name.empty() ? key.scalar()->text : name + "." + key.scalar()->text, values);
    }
  } else if (const auto* list = node.list()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      add((*list)[i], name + "[" + std::to_string(i) + "]", values);
    }
  }
}

}  // namespace

SampleValues read_sample(const std::string& path, Problems& problems) {
  SampleValues values;
  const auto read = read_file(path);
  if (const auto* error = std::get_if<ReadError>(&read)) {
    problems.push_back({path, 0, 0, 1, error->message, {}});
    return values;
  }
  const std::string& text = std::get<FileBytes>(read).bytes;
  const rules::YamlNode root = rules::parse_yaml(text, path, problems);
  if (!problems.empty()) return values;
  if (root.map() == nullptr) {
    problems.push_back(rules::problem_at(
        text, path, root, "a sample is a map of values: {ticket: {requester: {name: Ana}}}"));
    return values;
  }
  add(root, "", values);
  return values;
}

}  // namespace replylint::cli
