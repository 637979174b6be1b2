// Where the text of a YAML scalar stands in the file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "draft/encoding.hpp"
#include "replylint/offset_map.hpp"
#include "replylint/span.hpp"

namespace replylint {

// The map from `value`, as the parser read it, to `text`. `scalar` holds the
// scalar in `text`: from its first character (a quote, "|", ">" or that of the
// plain text) to its end. Folded lines are one space or line break that stands
// for all the white space between them; indentation stands for nothing.
// What cannot be followed (it should not occur) maps to the rest of the scalar.
[[nodiscard]] OffsetMap map_yaml_scalar(std::string_view value, std::string_view text, Span scalar,
                                        EncodingLayer::Kind style);

// Spaces before the first line of a block scalar that is not empty.
[[nodiscard]] std::size_t block_indent(std::string_view text, Span scalar);

}  // namespace replylint
