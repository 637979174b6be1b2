#include "draft/html_text.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "draft/ascii.hpp"
#include "draft/html_tokens.hpp"
#include "draft/html_tree.hpp"
#include "draft/html_writer.hpp"
#include "draft/html_zones.hpp"
#include "draft/placeholders.hpp"
#include "draft/suppressions.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

// A smiley or another sign, which mail programs send as an image of that name.
bool is_pictogram(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.empty() || text.size() > longest || !text::is_valid_utf8(text)) return false;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    const bool sign = (c.value >= 0x2190 && c.value < 0x2C00) || c.value >= 0x1F000;
    const bool joins = c.value == 0x200D || (c.value >= 0xFE00 && c.value <= 0xFE0F);
    if (!sign && !joins) return false;
    at += c.length;
  }
  return true;
}

unsigned number_or(std::optional<std::string_view> text, unsigned otherwise) {
  if (!text) return otherwise;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  return error == std::errc() ? value : otherwise;
}

class Reader {
 public:
  explicit Reader(std::string_view html)
      : html_(html),
        tokens_(html),
        writer_(html),
        open_([this](OpenElement& o) { closed(o); }),
        zones_(html) {}

  // The map of the text leads to `html`; so do the places of the warnings.
  Reading run() {
    while (tokens_.next()) {
      const HtmlToken& token = tokens_.token();
      if (token.kind == HtmlToken::Kind::text) {
        show(token.span);
      } else if (token.kind == HtmlToken::Kind::end) {
        end(token);
      } else {
        start(token);
      }
    }
    open_.close_all();
    if (const auto at = tokens_.unclosed()) {
      out_.warnings.push_back({"a tag, comment or script of the HTML is never closed", *at});
    }
    if (too_deep_) {
      out_.warnings.push_back({"elements of the HTML are nested more than " +
                                   std::to_string(OpenElements::deepest) +
                                   " deep; deeper ones are read as if they were not nested",
                               *too_deep_});
    }
    out_.visible = writer_.take();
    out_.known = zones_.take_known();
    out_.links = zones_.take_links();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool shown() { return hidden_ == 0; }
  [[nodiscard]] bool readable() {
    const OpenElement::Inherited& style = open_.top().inherited;
    return shown() && style.visible && !style.tiny;
  }

  void show(Span span) {
    if (!readable()) return;
    if (std::exchange(first_line_of_pre_, false) && html_[span.start] == '\n') ++span.start;
    if (const auto first = writer_.text(span, open_.top().inherited.white_space)) began(*first);
  }

  // Something visible stands at `first`: what waited for it begins there.
  void began(std::size_t first) {
    auto& all = open_.all();
    for (std::size_t i = all.size(); waiting_ > 0 && i-- > 0;) {
      if (std::exchange(all[i].waits, false)) {
        all[i].start = first;
        --waiting_;
      }
      if (std::exchange(all[i].rest_waits, false)) {
        all[i].rest_start = first;
        --waiting_;
      }
    }
  }

  void start(const HtmlToken& tag) {
    first_line_of_pre_ = false;
    if (is_placeholder(tag)) {
      if (readable()) began(writer_.raw(tag.span));
      return;
    }
    const HtmlElement* const element = html_element(tag.name);
    if (tag.name == "html" || tag.name == "head") return;
    if (tag.name == "body") return inherit(open_.top().inherited, style_of(tag));
    if (element != nullptr && element->is(HtmlElement::raw)) return skip(tag);
    if (drawings_ > 0 && element != nullptr && element->is(HtmlElement::ends_p)) open_.close("svg");
    if (!open_.make_room(element)) return;
    if (element != nullptr && element->is(HtmlElement::empty)) return show_empty(tag, *element);
    if (tag.self_closing && (drawings_ > 0 || tag.name == "svg")) return;
    push(tag, element);
  }

  void end(const HtmlToken& tag) {
    if (tag.name == "br") return line_break(tag.span);
    if (tag.name == "html" || tag.name == "head" || tag.name == "body") return;
    if (!open_.close(tag.name) && tag.name == "p" && shown()) writer_.breaks(2);
  }

  // A value to be filled in that looks like a tag: <<Name>>, <order number>. A
  // browser shows nothing of it, but whoever wrote it has to know.
  [[nodiscard]] bool is_placeholder(const HtmlToken& tag) const {
    const Span span = tag.span;
    const std::string_view all = html_.substr(span.start, span.size());
    if (span.start > 0 && html_[span.start - 1] == '<') {
      return is_visible_tag(all) || placeholder_at(html_, span.start - 1) == span.size() + 2;
    }
    if (tag.name == "link") return all.size() == std::string_view("<link>").size();
    return is_visible_tag(all) && placeholder_at(html_, span.start) == span.size();
  }

  // An element whose content is no markup.
  void skip(const HtmlToken& tag) {
    if (tag.self_closing && drawings_ > 0) return;
    const std::size_t from = tag.span.end;
    const bool is_style = tag.name == "style";
    tokens_.skip_content();
    if (is_style) sheet_.add(html_.substr(from, tokens_.position() - from));
  }

  void show_empty(const HtmlToken& tag, const HtmlElement& element) {
    if (style_of(tag).hides()) return;
    if (tag.name == "br") return line_break(tag.span);
    if (element.display == Display::block && shown()) writer_.breaks(1);
    // The line that Hotmail draws above the message that is answered.
    if (html_container(tag) == HtmlContainer::rest) wait_for_rest();
    if (tag.name != "img" || !readable()) return;
    const std::string alt = attribute_text(tag.attribute("alt").value_or(""));
    if (is_pictogram(alt)) began(writer_.atom(alt, tag.span));
    out_.images.push_back({alt, tag.span});
  }

  void line_break(Span span) {
    if (shown()) writer_.line_break(span);
  }

  void wait_for_rest() {
    OpenElement& document = open_.all().front();
    if (document.rest_waits || document.rest_start != nowhere) return;
    document.rest_waits = true;
    ++waiting_;
  }

  void push(const HtmlToken& tag, const HtmlElement* element) {
    OpenElement& around = open_.top();
    OpenElement open = opened(tag, element, around);
    if (open.container == HtmlContainer::rest) wait_for_rest();
    if (!open.hidden && shown()) begin(open, tag, around);
    if (!open_.push(open)) {
      if (!too_deep_) too_deep_ = tag.span.start;
      return;
    }
    const OpenElement& inner = open_.top();
    if (inner.hidden) ++hidden_;
    if (inner.waits) ++waiting_;
    if (inner.name == "svg") ++drawings_;
    zones_.opened(inner.container);
    first_line_of_pre_ = inner.name == "pre" || inner.name == "listing";
  }

  [[nodiscard]] OpenElement opened(const HtmlToken& tag, const HtmlElement* element,
                                   const OpenElement& around) const {
    OpenElement open;
    open.element = element;
    open.name =
        element != nullptr ? element->name : html_.substr(tag.span.start + 1, tag.name.size());
    open.container = html_container(tag);
    open.code = open.name == "code";
    if (open.name == "a") open.href = tag.attribute("href").value_or("");
    open.waits = open.code || !open.href.empty() || open.container != HtmlContainer::none;
    if (open.name == "ol") open.next_item = number_or(tag.attribute("start"), 1);
    const HtmlStyle style = style_of(tag);
    open.inherited = around.inherited;
    if (element != nullptr && element->is(HtmlElement::preformatted)) {
      open.inherited.white_space = WhiteSpace::keep;
    }
    if (is_list(open)) open.inherited.marks = true;
    inherit(open.inherited, style);
    open.display = display_of(tag, element, style, around);
    open.hidden = open.display == Display::none || style.hides();
    return open;
  }

  [[nodiscard]] HtmlStyle style_of(const HtmlToken& tag) const {
    return sheet_.style(tag.name, tag.attribute("class").value_or(""),
                        tag.attribute("id").value_or(""),
                        parse_declarations(attribute_text(tag.attribute("style").value_or(""))));
  }

  static void inherit(OpenElement::Inherited& inherited, const HtmlStyle& style) {
    inherited.white_space = style.white_space.value_or(inherited.white_space);
    inherited.visible = style.visible.value_or(inherited.visible);
    inherited.tiny = style.tiny.value_or(inherited.tiny);
    inherited.marks = style.marks.value_or(inherited.marks);
  }

  static Display display_of(const HtmlToken& tag, const HtmlElement* element,
                            const HtmlStyle& style, const OpenElement& around) {
    Display display = element != nullptr ? element->display : Display::in_line;
    const bool closed_dialog = tag.name == "dialog" && !tag.attribute("open");
    if (tag.attribute("hidden") || closed_dialog) display = Display::none;
    display = style.display.value_or(display);
    const bool on_its_own = style.out_of_flow == true || around.display == Display::flex;
    return display == Display::in_line && on_its_own ? Display::block : display;
  }

  static bool is_list(const OpenElement& open) {
    return open.name == "ol" || open.name == "ul" || open.name == "menu";
  }

  // Begins the line, the cell or the item of an element.
  void begin(const OpenElement& open, const HtmlToken& tag, OpenElement& around) {
    if (open.display == Display::cell) {
      if (std::exchange(around.has_cell, true)) writer_.cell();
      return;
    }
    writer_.breaks(breaks_around(open));
    if (open.display == Display::item) writer_.mark(item_mark(open, tag));
  }

  std::string item_mark(const OpenElement& open, const HtmlToken& tag) {
    auto& all = open_.all();
    const auto list = std::find_if(all.rbegin(), all.rend(), is_list);
    unsigned number = 0;
    if (list != all.rend() && list->next_item > 0) {
      number = number_or(tag.attribute("value"), list->next_item);
      list->next_item = number + 1;
    }
    if (!open.inherited.marks) return {};
    return number > 0 ? std::to_string(number) + ". " : "- ";
  }

  static std::size_t breaks_around(const OpenElement& open) {
    if (open.display == Display::in_line || open.display == Display::cell ||
        open.display == Display::none) {
      return 0;
    }
    return open.element != nullptr && open.element->is(HtmlElement::paragraph) ? 2 : 1;
  }

  void closed(OpenElement& open) {
    if (open.waits) --waiting_;
    if (open.rest_waits) --waiting_;
    if (open.name == "svg") --drawings_;
    zones_.closed(open, open_.all(), writer_.written());
    if (open.hidden) {
      --hidden_;
    } else if (shown()) {
      writer_.breaks(breaks_around(open));
    }
  }

  std::string_view html_;
  HtmlTokens tokens_;
  HtmlWriter writer_;
  HtmlStyleSheet sheet_;
  OpenElements open_;
  HtmlZones zones_;
  Reading out_;
  std::size_t hidden_ = 0;    // open elements that show nothing
  std::size_t drawings_ = 0;  // open <svg>
  std::size_t waiting_ = 0;   // open elements that wait for their first character
  bool first_line_of_pre_ = false;
  std::optional<std::size_t> too_deep_;  // where the first element stands that found no place
};

}  // namespace

void strip_html(const MappedText& html, Reading& out) {
  Reading read = Reader(html.text).run();
  read.visible.map = read.visible.map.then(html.map);
  const std::size_t start = out.visible.text.size();
  out.visible.append(read.visible);
  for (KnownZone& zone : read.known) {
    zone.span = {zone.span.start + start, zone.span.end + start};
    out.known.push_back(zone);
  }
  for (Link& link : read.links) {
    link.text = {link.text.start + start, link.text.end + start};
    link.source = html.map.to_source(link.source);
    out.links.push_back(std::move(link));
  }
  for (Image& image : read.images) {
    image.source = html.map.to_source(image.source);
    out.images.push_back(std::move(image));
  }
  for (ReadWarning& warning : read.warnings) {
    warning.source = html.map.to_source({warning.source, warning.source}).start;
    out.warnings.push_back(std::move(warning));
  }
  Suppressions comments = find_suppressions(html, Comments::html);
  std::move(comments.found.begin(), comments.found.end(), std::back_inserter(out.suppressions));
  std::move(comments.warnings.begin(), comments.warnings.end(), std::back_inserter(out.warnings));
}

bool is_visible_tag(std::string_view tag) {
  if (tag.size() < 3 || !ascii::is_letter(tag[1])) return false;
  const std::string name = html_tag_name(tag);
  return name.find(':') == std::string::npos && html_element(name) == nullptr;
}

bool is_line_break_tag(std::string_view tag) {
  return tag.size() > 3 && ascii::is_letter(tag[1]) && html_tag_name(tag) == "br";
}

}  // namespace replylint
