// One rule file: from YAML to a Rule, a WordList or ToneWords, with every key checked.
// What needs the rest of the pack (do lists, facts and elements exist?) is
// checked by the loader afterwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "replylint/problem.hpp"
#include "rules/load.hpp"
#include "rules/rule.hpp"
#include "rules/yaml.hpp"

namespace replylint::rules {

// A name that a rule file uses and another file must define, with its place.
struct Reference {
  enum class Kind : std::uint8_t { list, fact, element, situation, family };
  Reference(Kind of, std::string what, const YamlNode& node)
      : kind(of),
        name(std::move(what)),
        line(node.line),
        column(node.column),
        length(node.length) {}

  Kind kind;
  std::string name;
  std::size_t line;  // as in YamlNode
  std::size_t column;
  std::size_t length;
};

struct ReadFile {
  std::variant<Rule, WordList, ToneWords> content;
  std::vector<Reference> references;
};

// Nothing when the file has problems, which are then in `problems`.
[[nodiscard]] std::optional<ReadFile> read_rule_file(const RuleFile& file, Strictness strictness,
                                                     Problems& problems);

}  // namespace replylint::rules
