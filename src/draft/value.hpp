// JSON, YAML and CSV as one tree that knows where everything stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "draft/encoding.hpp"
#include "draft/mapped_text.hpp"

namespace replylint {

struct Value {
  enum class Kind : std::uint8_t {
    null,
    text,     // a string
    literal,  // a number or a truth value, as it is written
    list,
    map,
    alias  // of YAML (*name); not followed
  };
  Kind kind = Kind::null;
  std::size_t at = 0;        // byte of the slice where it begins
  std::string key;           // of a map's item
  MappedText text;           // of a text or literal; its map leads to the slice
  EncodingLayer layer;       // how that text is written
  std::vector<Value> items;  // of a list or map, in the order of the file

  // JSON that the text holds, as it is usual in CSV; its maps lead to the
  // slice too.
  std::unique_ptr<Value> inner;

  [[nodiscard]] bool is_scalar() const { return kind == Kind::text || kind == Kind::literal; }
  // Of a map; the last one of that name, as JSON's own readers take it.
  [[nodiscard]] const Value* find(std::string_view name) const;
};

// Trees are bounded: what is nested deeper, or holds more values, is an error.
inline constexpr std::size_t deepest_value = 200;
inline constexpr std::size_t most_values = 1'000'000;

struct SyntaxError {
  std::size_t at = 0;  // byte of the slice
  std::string message;
};

// Each reads a whole text, which `source` maps to the slice. Linear; nothing
// recurses deeper than `deepest_value`.
[[nodiscard]] std::variant<Value, SyntaxError> read_json(const MappedText& source);
[[nodiscard]] std::variant<Value, SyntaxError> read_yaml(const MappedText& source);

}  // namespace replylint
