// What the elements of HTML are: how they are laid out, and how they end when
// no tag ends them.
#pragma once

#include <cstdint>
#include <string_view>

namespace replylint {

enum class Display : std::uint8_t { in_line, block, item, table, row, cell, flex, none };

struct HtmlElement {
  std::string_view name;
  Display display = Display::in_line;

  // Properties that may be combined.
  enum : std::uint16_t {
    paragraph = 1 << 0,   // an empty line stands around it
    empty = 1 << 1,       // has no content and no end tag
    ends_p = 1 << 2,      // its start ends an open <p>
    special = 1 << 3,     // end tags of elements around it do not reach through …
    scope = 1 << 4,       // … and through these not even those of blocks
    formatting = 1 << 5,  // may be closed out of order: <b><i></b></i>
    raw = 1 << 6,         // its content is text up to its end tag
    preformatted = 1 << 7,
    table_part = 1 << 8  // caption, row group, row, cell …: only within a table
  };
  std::uint16_t flags = 0;

  [[nodiscard]] bool is(std::uint16_t flag) const { return (flags & flag) != 0; }
};

// The element of this name (in lower case); nullptr for one that HTML does not
// know.
[[nodiscard]] const HtmlElement* html_element(std::string_view name);

}  // namespace replylint
