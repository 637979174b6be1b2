// How a text is written at its place in a file, layer in layer, so that other
// text can be put there: HTML in a JSON string in a field of a CSV file.
//
// A replacement for visible text goes through the layers from the innermost
// outward, and then stands for the bytes that the map from visible text to the
// file gives for what is replaced. Whoever writes it reads the file again to
// see that nothing else has changed: a text that is allowed by itself may still
// mean something beside what surrounds it (a space at the end of a line).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace replylint {

struct EncodingLayer {
  enum class Kind : std::uint8_t {
    html,          // text between tags: & and < are written as entities
    json_string,   // within "…"
    yaml_plain,    // no quotes: what YAML may take for a sign of its own cannot be written
    yaml_single,   // within '…': ' is doubled
    yaml_double,   // within "…": escapes
    yaml_literal,  // block after |: a line break is followed by the indentation
    yaml_folded,   // block after >
    csv_plain,     // a field without quotes: no delimiter, quote or line break
    csv_quoted     // within "…": " is doubled
  };
  Kind kind = Kind::html;
  std::size_t indent = 0;  // yaml_literal, yaml_folded: spaces before each line
  char delimiter = ',';    // csv_plain

  friend bool operator==(const EncodingLayer&, const EncodingLayer&) = default;
};

// The innermost layer first; none where the text stands as it is (plain text,
// Markdown).
using Encoding = std::vector<EncodingLayer>;

// `text` as it is written within those layers; nothing where it cannot be
// written there. `text` is valid UTF-8.
[[nodiscard]] std::optional<std::string> encode(std::string_view text, const Encoding& encoding);

}  // namespace replylint
