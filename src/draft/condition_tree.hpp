// The tags of Liquid in a text and how they nest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "draft/conditions.hpp"
#include "replylint/span.hpp"

namespace replylint {

struct LiquidTag {
  Span span;              // from "{%" to "%}"; of a comment that ends soon, all of it
  Span cut;               // what disappears with it: blanks by "{%-", a line of tags only
  std::string_view word;  // "if"; "comment" for a whole comment
  std::string_view rest;  // the condition
};

// Tags in order. {%customer.firstName,fallback=there%}, a placeholder of Help
// Scout, is none.
[[nodiscard]] std::vector<LiquidTag> find_liquid_tags(std::string_view text);

struct ConditionBlock;

// Text, or a block in the text.
struct ConditionNode {
  Span text;
  std::optional<std::size_t> block;  // index into ConditionTree::blocks
};

struct ConditionBranch {
  std::size_t tag = 0;  // index into ConditionTree::tags
  std::vector<ConditionNode> nodes;
};

struct ConditionBlock {
  enum class Kind : std::uint8_t {
    all,      // the whole text: one branch, without a tag
    choice,   // if, unless, case
    loop,     // for, tablerow: its text once; `else` is for an empty list
    capture,  // text that is kept for elsewhere: read where it stands
    comment   // text that nobody gets
  };
  Kind kind = Kind::all;
  std::size_t tag = 0;
  std::vector<ConditionBranch> branches;
  bool may_be_nothing = false;  // none of the branches has to hold
};

struct ConditionTree {
  static constexpr std::size_t deepest = 50;  // what is nested deeper is read as if it were not

  std::vector<LiquidTag> tags;
  std::vector<ConditionBlock> blocks;  // [0] is the whole text
  std::vector<ConditionFault> faults;  // in order
};

[[nodiscard]] ConditionTree read_conditions(std::string_view text);

}  // namespace replylint
