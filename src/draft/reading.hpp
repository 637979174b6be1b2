// What a reader hands on: the visible text and what the format itself says
// about its parts. One reader a format.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/mapped_text.hpp"
#include "replylint/draft.hpp"

namespace replylint {

// A part whose kind the format tells: code, quoted or forwarded. A quotation
// or a code block covers whole lines.
struct KnownZone {
  ZoneKind kind = ZoneKind::code;
  Span span;               // in the visible text
  std::size_t depth = 1;   // of a quotation: 1 for the outermost
  bool is_inline = false;  // a code span within a line

  // Told by the element that holds it, not by marks of its own: it counts only
  // where the text itself tells nothing. Also of a signature.
  bool is_hint = false;
  bool attribution = false;  // the line above a quotation
};

// Quotations within quotations beyond this are part of the one around them.
inline constexpr std::size_t deepest_quotation = 100;

struct Reading {
  MappedText visible;
  std::vector<KnownZone> known;
  std::vector<Link> links;
  std::vector<Image> images;
  std::vector<Mailbox> author;         // as Draft::author
  std::optional<std::string> subject;  // of a mail, as the next two
  std::optional<Moment> date;
  bool automatic = false;  // nobody wrote it: "I am out of the office"
  std::vector<ReadWarning> warnings;
  std::vector<Suppression> suppressions;
  std::optional<Span> front_matter;  // as in Draft
};

// True for formats in which backticks in the text are what marks code.
[[nodiscard]] constexpr bool marks_code(Format format) {
  return format != Format::markdown && format != Format::html;
}

// By one of the readers below.
[[nodiscard]] Reading read_source(std::string_view bytes, Format format);

// UTF-8, or UTF-16 with a byte-order mark.
[[nodiscard]] Reading read_plain(std::string_view bytes);

// Markdown as its reader sees it: no markup, entities decoded, one line break
// for a block's end and an empty line between paragraphs, "- " or "1. " before
// an item. Front matter, comments and images are not visible.
[[nodiscard]] Reading read_markdown(std::string_view bytes);

// HTML as a browser shows it. The charset is that of a byte-order mark or of a
// <meta> near the top, else UTF-8.
[[nodiscard]] Reading read_html(std::string_view bytes);

// True where the text begins with an element of HTML, or where its lines end in
// tags: "Hi Tom,<br><br>it ships today.<br>". A tag or two within plain text, as
// when a reply explains them, is no HTML.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

// A mail: its text parts in order, decoded; the header is not visible.
[[nodiscard]] Reading read_eml(std::string_view bytes);

// Decodes a text that has no declared charset: UTF-8, or UTF-16 by its mark.
// Damage is counted in one warning.
[[nodiscard]] MappedText decode_source(std::string_view bytes, std::vector<ReadWarning>& warnings);

// The warning for ill-formed sequences of `charset`.
[[nodiscard]] ReadWarning replaced_warning(std::size_t count, std::string_view charset,
                                           std::size_t source);

}  // namespace replylint
