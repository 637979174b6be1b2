// Encoded words in header fields: =?charset?Q?...?= and =?charset?B?...?=.
#pragma once

#include <string>
#include <string_view>

namespace replylint {

// The text of an unfolded field as valid UTF-8. Words that are no well-formed
// encoded ones, or in an unknown charset, stay as they are; white space
// between two encoded words is dropped.
[[nodiscard]] std::string decode_encoded_words(std::string_view field);

}  // namespace replylint
