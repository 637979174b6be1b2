// Character references of HTML, all that the standard names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace replylint {

struct CharacterReference {
  std::string text;      // what it stands for, one or two characters
  std::size_t size = 0;  // bytes that it takes in the source
};

// The reference at the front of `text`, as a browser reads it: "&eacute;",
// "&#233;", "&#xE9;", the old names without a semicolon ("&eacute", "&copy2024"
// is "©2024"), numbers without one, and numbers of windows-1252 ("&#146;" is an
// apostrophe). A number that is no character is U+FFFD. Nothing for an
// ampersand that begins no reference. Looks at what it takes and 32 bytes more at
// most.
[[nodiscard]] std::optional<CharacterReference> character_reference(std::string_view text);

// What "&name;", "&#123;" or "&#x1F;" as a whole stands for. Nothing when it is
// no such reference.
[[nodiscard]] std::optional<std::string> decode_entity(std::string_view entity);

}  // namespace replylint
