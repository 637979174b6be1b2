#include "draft/html_style.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

template <typename T>
void take(std::optional<T>& mine, const std::optional<T>& stronger) {
  if (stronger) mine = stronger;
}

std::optional<Display> display_from(std::string_view value) {
  if (value == "none") return Display::none;
  if (value == "table") return Display::table;
  if (value == "table-row") return Display::row;
  if (value == "table-cell") return Display::cell;
  if (value == "list-item") return Display::item;
  if (value.find("flex") != npos || value.find("grid") != npos) return Display::flex;
  if (value.starts_with("inline") || value == "contents") return Display::in_line;
  if (value == "block" || value == "flow-root" || value.starts_with("table")) return Display::block;
  return std::nullopt;
}

struct Length {
  double number = 0;
  std::string_view unit;
};

std::optional<Length> length_from(std::string_view value) {
  Length length;
  const char* const end = value.data() + value.size();
  const auto [behind, error] = std::from_chars(value.data(), end, length.number);
  if (error != std::errc()) return std::nullopt;
  length.unit = value.substr(static_cast<std::size_t>(behind - value.data()));
  return length;
}

bool is_zero(std::string_view value) {
  const auto length = length_from(value);
  return length && length->number == 0;
}

std::optional<bool> tiny_from(std::string_view value) {
  const auto length = length_from(value);
  if (!length) return value == "inherit" ? std::nullopt : std::optional(false);
  constexpr double least_pixels = 2;
  const bool absolute = length->unit == "px" || length->unit == "pt";
  return length->number == 0 || (absolute && length->number < least_pixels);
}

void declare(HtmlStyle& style, std::string_view property, std::string_view value) {
  if (property == "display") {
    take(style.display, display_from(value));
  } else if (property == "float") {
    style.out_of_flow = value == "left" || value == "right";
  } else if (property == "position") {
    style.out_of_flow = value == "absolute" || value == "fixed";
  } else if (property == "visibility") {
    if (value != "inherit") style.visible = value == "visible";
  } else if (property == "opacity") {
    style.transparent = is_zero(value);
  } else if (property == "height" || property == "max-height") {
    style.no_height = is_zero(value);
  } else if (property == "overflow") {
    style.clipped = value == "hidden" || value == "clip";
  } else if (property == "font-size") {
    take(style.tiny, tiny_from(value));
  } else if (property == "list-style" || property == "list-style-type") {
    style.marks = !value.starts_with("none");
  } else if (property == "white-space") {
    if (value == "pre" || value == "pre-wrap" || value == "break-spaces") {
      style.white_space = WhiteSpace::keep;
    } else if (value == "pre-line") {
      style.white_space = WhiteSpace::keep_breaks;
    } else if (value == "normal" || value == "nowrap") {
      style.white_space = WhiteSpace::collapse;
    }
  }
}

// Behind "/* ... */" and white space.
std::size_t skip_blank(std::string_view css, std::size_t at) {
  while (at < css.size()) {
    if (css.substr(at, 2) == "/*") {
      const std::size_t end = css.find("*/", at + 2);
      if (end == npos) return css.size();
      at = end + 2;
    } else if (ascii::is_space(css[at])) {
      ++at;
    } else if (css.substr(at, 4) == "<!--") {
      at += 4;
    } else if (css.substr(at, 3) == "-->") {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

// Behind an at-rule: its ";" or its block.
std::size_t skip_at_rule(std::string_view css, std::size_t at) {
  at = css.find_first_of(";{", at);
  if (at == npos || css[at] == ';') return at == npos ? css.size() : at + 1;
  std::size_t depth = 0;
  for (; at < css.size(); ++at) {
    if (css[at] == '{') ++depth;
    if (css[at] == '}' && --depth == 0) return at + 1;
  }
  return css.size();
}

bool is_name_char(char c) {
  return ascii::is_alnum(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// "p", ".note", "p.note", "#top" or "p#top"; empty for any other selector.
std::string simple_selector(std::string_view selector) {
  const std::size_t mark = std::min(selector.find_first_of(".#"), selector.size());
  const std::string_view tag = selector.substr(0, mark);
  const std::string_view name = selector.substr(std::min(mark + 1, selector.size()));
  const bool simple = std::all_of(tag.begin(), tag.end(), ascii::is_alnum) &&
                      std::all_of(name.begin(), name.end(), is_name_char) &&
                      (mark == selector.size() || !name.empty());
  return simple ? ascii::to_lower(tag).append(selector.substr(mark)) : std::string();
}

}  // namespace

void HtmlStyle::add(const HtmlStyle& stronger) {
  take(display, stronger.display);
  take(out_of_flow, stronger.out_of_flow);
  take(visible, stronger.visible);
  take(transparent, stronger.transparent);
  take(no_height, stronger.no_height);
  take(clipped, stronger.clipped);
  take(tiny, stronger.tiny);
  take(marks, stronger.marks);
  take(white_space, stronger.white_space);
}

HtmlRule parse_declarations(std::string_view css) {
  constexpr std::string_view important = "important";
  constexpr std::size_t longest = 200;  // of a declaration that means anything here
  HtmlRule rule;
  for (std::size_t at = skip_blank(css, 0); at < css.size(); at = skip_blank(css, at)) {
    const std::size_t end = std::min(css.find(';', at), css.size());
    const std::string_view declaration = css.substr(at, end - at);
    at = std::min(end + 1, css.size());
    const std::size_t colon = declaration.find(':');
    if (colon == npos || declaration.size() > longest) continue;
    const std::string property = ascii::to_lower(ascii::trim(declaration.substr(0, colon)));
    std::string value = ascii::to_lower(ascii::trim(declaration.substr(colon + 1)));
    const std::size_t bang = value.find('!');
    const bool strong = bang != npos && value.find(important, bang) != npos;
    if (bang != npos) value = ascii::trim(std::string_view(value).substr(0, bang));
    declare(strong ? rule.important : rule.normal, property, value);
  }
  return rule;
}

void HtmlStyleSheet::add(std::string_view css) {
  for (std::size_t at = skip_blank(css, 0); at < css.size(); at = skip_blank(css, at)) {
    if (css[at] == '@') {
      at = skip_at_rule(css, at);
      continue;
    }
    const std::size_t open = css.find('{', at);
    if (open == npos) return;
    const std::size_t close = std::min(css.find('}', open), css.size());
    add_rule(css.substr(at, open - at), parse_declarations(css.substr(open + 1, close - open - 1)));
    at = std::min(close + 1, css.size());
  }
}

void HtmlStyleSheet::add_rule(std::string_view selectors, const HtmlRule& rule) {
  while (!selectors.empty()) {
    const std::size_t end = std::min(selectors.find(','), selectors.size());
    std::string selector = simple_selector(ascii::trim(selectors.substr(0, end)));
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
    if (selector.empty()) continue;
    HtmlRule& known = rules_[std::move(selector)];
    known.normal.add(rule.normal);
    known.important.add(rule.important);
  }
}

HtmlStyle HtmlStyleSheet::style(std::string_view tag, std::string_view classes, std::string_view id,
                                const HtmlRule& own) const {
  HtmlStyle style;
  HtmlStyle important;
  const auto add = [&](const std::string& selector) {
    const auto found = rules_.find(selector);
    if (found == rules_.end()) return;
    style.add(found->second.normal);
    important.add(found->second.important);
  };
  if (!rules_.empty()) {
    const std::string name(tag);
    add(name);
    std::vector<std::string> selectors;
    while (!classes.empty()) {
      const std::size_t end = std::min(classes.find_first_of(" \t\n\f"), classes.size());
      if (end > 0) selectors.push_back("." + std::string(classes.substr(0, end)));
      classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    for (const std::string& selector : selectors) add(selector);
    for (const std::string& selector : selectors) add(name + selector);
    if (!id.empty()) {
      add("#" + std::string(id));
      add(name + "#" + std::string(id));
    }
  }
  style.add(own.normal);
  style.add(important);
  style.add(own.important);
  return style;
}

}  // namespace replylint
