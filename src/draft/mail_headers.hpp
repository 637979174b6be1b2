// Lines by which mail programs introduce a message that is repeated below.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "draft/lines.hpp"

namespace replylint {

// "-----Original Message-----" and its like say `quoted`, "Begin forwarded
// message:" says `forwarded`; nothing for other lines.
[[nodiscard]] std::optional<ZoneKind> separator_kind(std::string_view content);

// A block of From/Sent/To/Subject lines, in any of a dozen languages.
struct HeaderBlock {
  std::size_t first = 0;  // lines, half-open
  std::size_t last = 0;
};

// The block whose first field stands on line `at`; it begins earlier where a
// name and a date stand before it (Lotus Notes).
[[nodiscard]] std::optional<HeaderBlock> header_block(std::string_view text,
                                                      const std::vector<Line>& lines,
                                                      std::size_t at);

// A line of such a block: who sent the message, when, or another field.
struct BlockField {
  enum class Kind : std::uint8_t { sender, date, other };
  Kind kind = Kind::other;
  std::string_view value;  // trimmed
};
[[nodiscard]] std::optional<BlockField> block_field(std::string_view content);

}  // namespace replylint
