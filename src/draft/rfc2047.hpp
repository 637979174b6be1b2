// Header fields as a reader sees them: unfolded, encoded words ("=?utf-8?q?…?=")
// decoded.
#pragma once

#include <string_view>
#include <vector>

#include "draft/mapped_text.hpp"
#include "replylint/draft.hpp"

namespace replylint {

// The text of an unstructured field whose raw value, line breaks of folding
// included, begins at byte `source` of the file. White space between two
// encoded words is dropped; what is no encoded word stays as it is. Bytes
// beyond ASCII outside of such words are read as in a text without a charset.
// `what` is the field in a warning: "the subject". One line, no white space
// around. The map leads to the file.
[[nodiscard]] MappedText decode_field(std::string_view raw, std::size_t source,
                                      std::string_view what, std::vector<ReadWarning>& warnings);

}  // namespace replylint
