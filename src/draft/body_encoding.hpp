// Writing text back into the body of a mail or page: character references,
// quoted-printable, base64.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "replylint/span.hpp"

namespace replylint {

// `text` for a place between the tags of HTML.
[[nodiscard]] std::string encode_html(std::string_view text);

// The same in ASCII: other characters as numbers, for any charset.
[[nodiscard]] std::string encode_html_in_ascii(std::string_view text);

// `text` for Markdown, with a backslash before every mark that could mean markup.
[[nodiscard]] std::string encode_markdown(std::string_view text);

// `bytes` for body[place) of quoted-printable text, with soft line breaks where
// a line would grow past 76 characters. Line ends of `bytes` are those of the
// body.
[[nodiscard]] std::string encode_quoted_printable(std::string_view bytes, std::string_view body,
                                                  Span place);

// The base64 `body` with the decoded bytes of body[place) replaced by `bytes`.
// Nothing where the body is not laid out in regular lines, so that more than
// what follows the change would have to be written anew.
[[nodiscard]] std::optional<std::string> replace_in_base64(std::string_view body, Span place,
                                                           std::string_view bytes);

}  // namespace replylint
