// The visible text of HTML as a browser shows it (its innerText), with the
// marks of list items. Where what a browser shows is no help to a writer, it
// differs:
// - A placeholder that looks like a tag (<<Name>>, <order number>) is text: a
//   browser swallows it, and the customer reads "Hi <>".
// - Alternative texts of images are no text, unless they are an emoji: mail
//   programs send those as images.
// - What a closed <details> holds is text; letters without a size, boxes without
//   a height and full transparency hide as display:none does.
// - Text between the rows of a table stays where it stands, capitals that a
//   style makes are not made, and a tag that is never closed is text.
#pragma once

#include <string_view>

#include "draft/reading.hpp"

namespace replylint {

// Adds the text of `html` to out.visible; quotations, forwarded messages,
// signatures and code, as its elements tell them, to out.known; its links and
// images. The map leads to the source of `html`. Time and memory are linear,
// however the elements are nested.
void strip_html(const MappedText& html, Reading& out);

// True for a tag that HTML does not know and that stands for a value to be
// filled in: <attribute key="user.name"/>, <Name>.
[[nodiscard]] bool is_visible_tag(std::string_view tag);

[[nodiscard]] bool is_line_break_tag(std::string_view tag);

}  // namespace replylint
