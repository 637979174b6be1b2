// The way to a field of a record.
//
//   body               a key
//   ticket.reply       a key of a map in it; a key that holds a dot itself is found too
//   replies[].body     each item of a list, or each value of a map
//   value[1]           one item of a list, counted from 0
//   actions[field=comment_value].value
//                      the items whose key `field` is that text
//
// In a list the first key is looked for in each of its items. Text that holds
// JSON (Value::inner) is entered as if it were that JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "draft/encoding.hpp"
#include "draft/value.hpp"

namespace replylint {

class FieldPath {
 public:
  // Nothing where the brackets are wrong or a key is empty.
  [[nodiscard]] static std::optional<FieldPath> parse(std::string_view text);

  // What a path came to. `value` is null where it ended: a key or item is not
  // there; then the last of `way` is the one that lacks it.
  struct Passed {
    const Value* value = nullptr;
    std::size_t steps = 0;  // of the path that led to it
  };
  struct Hit {
    const Value* value = nullptr;
    std::vector<Passed> way;  // what was passed, outermost first, the root included
    Encoding outer;           // of texts that hold the JSON that was entered, innermost first
  };
  // In the order of the file. An item that a filter leaves out is no hit.
  [[nodiscard]] std::vector<Hit> find_all(const Value& root) const;

  // The first value at this path, or null.
  [[nodiscard]] const Value* find_first(const Value& root) const;

  // What was found in an object that holds many hits.
  using Known = std::unordered_map<const Value*, const Value*>;

  // For a hit of another path: the first value at this one in the item nearest
  // to that hit, from the innermost outward; in what both paths share it is the
  // same item. `known` is empty for a tree's first hit, and of this path.
  [[nodiscard]] const Value* find_beside(const Hit& hit, const FieldPath& other,
                                         Known& known) const;

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  struct Key {
    std::string name;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Each {
    friend bool operator==(const Each&, const Each&) = default;
  };
  struct Index {
    std::size_t number = 0;
    friend bool operator==(const Index&, const Index&) = default;
  };
  struct Filter {
    std::string key;
    std::string text;
    friend bool operator==(const Filter&, const Filter&) = default;
  };
  using Step = std::variant<Key, Each, Index, Filter>;

  struct Search;
  [[nodiscard]] const Value* find_from(const Value& start, std::size_t step) const;

  std::string text_;
  std::vector<Step> steps_;
};

}  // namespace replylint
