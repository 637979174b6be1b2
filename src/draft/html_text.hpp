// The visible text of HTML, in its simplest correct form: tags dropped, block
// elements as line breaks, character references decoded, white space folded;
// scripts, styles and comments are not visible. No tree is built.
#pragma once

#include <string_view>

#include "draft/reading.hpp"

namespace replylint {

// Adds the text of `html` to out.visible, and block quotations to out.known.
// The map leads to the source of `html`. Linear.
void strip_html(const MappedText& html, Reading& out);

// True for a tag that HTML does not know and that stands for a value to be
// filled in: <attribute key="user.name"/>, <Name>.
[[nodiscard]] bool is_visible_tag(std::string_view tag);

[[nodiscard]] bool is_line_break_tag(std::string_view tag);

}  // namespace replylint
