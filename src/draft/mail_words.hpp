// Words by which mail programs of some three dozen languages introduce a message that
// is repeated: what stands between the dashes, and the names of header fields.
// All take folded text (text::fold).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace replylint {

// "original message …"
[[nodiscard]] bool names_original(std::string_view folded);

// "forwarded message …"
[[nodiscard]] bool names_forward(std::string_view folded);

// "begin forwarded message", the whole of a line without its colon.
[[nodiscard]] bool begins_forward(std::string_view folded);

// A field of a message's header as a mail program writes it above the message.
// `sent` is a date, too, by a word that says nothing else.
enum class HeaderField : std::uint8_t { from, to, date, sent, subject, copy, other };

// "gesendet" is `sent`; nothing for other words.
[[nodiscard]] std::optional<HeaderField> header_field_named(std::string_view folded);

}  // namespace replylint
