// YAML as a tree that knows where everything stands. Only the core is read:
// maps, lists and scalars; anchors, tags and several documents are problems, a
// duplicate key too. Scalars stay text; what they mean is the caller's matter.
// Rule files and configurations are both read with it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "replylint/problem.hpp"

namespace replylint::rules {

struct YamlNode;

struct YamlEntry;
using YamlMap = std::vector<YamlEntry>;  // in the order of the file
using YamlList = std::vector<YamlNode>;
struct YamlScalar {
  std::string text;
  bool quoted = false;
  // In a plain or quoted scalar of one line without escapes, character k of
  // the text stands k columns after the node's own.
  bool linear = true;
  // An anchor, alias or tag, already complained of; the text means nothing.
  bool refused = false;
};

struct YamlNode {
  std::variant<YamlScalar, YamlList, YamlMap> value;
  std::size_t line = 0;    // 1-based, of the first character (inside quotes for a quoted scalar)
  std::size_t column = 0;  // 1-based, code points
  std::size_t length = 1;  // code points on that line, for the caret
  std::size_t line_start = 0;  // byte of the file where that line begins

  [[nodiscard]] const YamlScalar* scalar() const { return std::get_if<YamlScalar>(&value); }
  [[nodiscard]] const YamlList* list() const { return std::get_if<YamlList>(&value); }
  [[nodiscard]] const YamlMap* map() const { return std::get_if<YamlMap>(&value); }
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

// Parses `text`; problems carry `file` as their name. On a syntax error what
// came before it is dropped and the root is an empty map. Linear in the text.
[[nodiscard]] YamlNode parse_yaml(std::string_view text, const std::string& file,
                                  Problems& problems);

// Problems of one file that are told; then one more says that there are others.
inline constexpr std::size_t most_problems = 100;
[[nodiscard]] Problem too_many(const std::string& file);

// A problem at a node of `text`, with its source line.
[[nodiscard]] Problem problem_at(std::string_view text, const std::string& file,
                                 const YamlNode& node, std::string message);

// The text of a line, 1-based, without its end; empty where there is no such
// line, and for one too long to be shown. Linear in the text.
[[nodiscard]] std::string line_of(std::string_view text, std::size_t line);

}  // namespace replylint::rules
