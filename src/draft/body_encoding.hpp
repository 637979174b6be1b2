// Writing text back into the body of a mail or page: character references,
// quoted-printable, base64.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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

// New bytes for some of the bytes that a base64 body encodes.
struct Base64Change {
  Span place;  // in the body, whole characters; what a map gives for the bytes
  std::string bytes;
};

// True where the body is laid out in lines of one length, so that a change moves
// nothing in front of it.
[[nodiscard]] bool is_regular_base64(std::string_view body);

// A regular body with all changes made, which are in order and do not overlap.
[[nodiscard]] std::string replace_in_base64(std::string_view body,
                                            const std::vector<Base64Change>& changes);

}  // namespace replylint
