// The charset of a text in a mail, where its label may be wrong.
#pragma once

#include <string_view>
#include <vector>

#include "draft/mapped_text.hpp"
#include "replylint/draft.hpp"

namespace replylint {

// Decodes `bytes` as its label says, read leniently. The bytes overrule it
//   none, or us-ascii: UTF-8 where they are that, else windows-1252; ISO-2022-JP
//     by its escapes
//   utf-8: windows-1252 where no character beyond ASCII is UTF-8
//   a Latin or Cyrillic charset of one byte a character: UTF-8 where they are that
//   unknown: as none
// and each time the label is at fault, a warning says so. `what` begins it:
// "the text". Ill-formed sequences become U+FFFD and are counted in a warning.
// The map of the result leads to the source of `bytes`.
[[nodiscard]] MappedText decode_labelled(const MappedText& bytes, std::string_view label,
                                         std::string_view what, std::vector<ReadWarning>& warnings);

}  // namespace replylint
