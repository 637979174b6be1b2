// Character references of HTML, as far as mail and Markdown use them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace replylint {

// The text of "&name;", "&#123;" or "&#x1F;". Nothing when the name is not
// known or the number is no character.
[[nodiscard]] std::optional<std::string> decode_entity(std::string_view entity);

}  // namespace replylint
