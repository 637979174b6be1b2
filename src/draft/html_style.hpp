// As much of CSS as decides what a reader sees of a mail: inline styles, and
// style sheets as far as their selectors are one tag, class or id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "draft/html_elements.hpp"

namespace replylint {

enum class WhiteSpace : std::uint8_t { collapse, keep_breaks, keep };

// What declarations say; nothing where they say nothing.
struct HtmlStyle {
  std::optional<Display> display;
  std::optional<bool> out_of_flow;  // floating or positioned: on lines of its own
  std::optional<bool> visible;
  std::optional<bool> transparent;  // opacity: 0
  std::optional<bool> no_height;
  std::optional<bool> clipped;  // overflow: hidden
  std::optional<bool> tiny;     // letters of less than two pixels
  std::optional<bool> marks;    // before the items of a list
  std::optional<WhiteSpace> white_space;

  // Takes over what `stronger` says.
  void add(const HtmlStyle& stronger);

  // True where nothing of the element is seen, whatever is inside: the ways in
  // which mails hide a preview line.
  [[nodiscard]] bool hides() const {
    return display == Display::none || transparent == true ||
           (no_height == true && clipped == true);
  }
};

// One set of declarations, those marked !important apart.
struct HtmlRule {
  HtmlStyle normal;
  HtmlStyle important;
};

// "display: none; color: red".
[[nodiscard]] HtmlRule parse_declarations(std::string_view css);

class HtmlStyleSheet {
 public:
  // Adds a sheet; rules for a medium, and selectors of several parts, are
  // passed over. Linear.
  void add(std::string_view css);

  // The style of an element: by its tag, its classes, its id, then `own`, its
  // inline style.
  [[nodiscard]] HtmlStyle style(std::string_view tag, std::string_view classes, std::string_view id,
                                const HtmlRule& own) const;

 private:
  void add_rule(std::string_view selectors, const HtmlRule& rule);

  std::unordered_map<std::string, HtmlRule> rules_;  // by selector: "p", ".note", "p.note", "#top"
};

}  // namespace replylint
