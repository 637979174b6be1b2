#include "draft/html_text.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "draft/ascii.hpp"
#include "draft/html_tokens.hpp"
#include "draft/html_tree.hpp"
#include "draft/html_writer.hpp"
#include "draft/mail_headers.hpp"
#include "draft/placeholders.hpp"
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
      : html_(html), tokens_(html), writer_(html), open_([this](OpenElement& o) { closed(o); }) {}

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
    if (tag.name == "br") return line_break(tag.span);
    if (element.display == Display::block && shown()) writer_.breaks(1);
    // What stands in a row of Outlook's, above the message that is answered.
    if (html_container(tag) == HtmlContainer::rest) wait_for_rest();
    if (tag.name != "img" || !readable()) return;
    const std::string alt = attribute_text(tag.attribute("alt").value_or(""));
    if (is_pictogram(alt)) began(writer_.atom(alt, tag.span));
  }

  void line_break(Span span) {
    if (shown()) writer_.line_break(span);
  }

  void wait_for_rest() {
    OpenElement& around = open_.top();
    if (around.rest_waits || around.rest_start != nowhere) return;
    around.rest_waits = true;
    ++waiting_;
  }

  void push(const HtmlToken& tag, const HtmlElement* element) {
    OpenElement open;
    open.element = element;
    open.name =
        element != nullptr ? element->name : html_.substr(tag.span.start + 1, tag.name.size());
    open.container = html_container(tag);
    open.code = tag.name == "code";
    if (open.container == HtmlContainer::rest) wait_for_rest();
    open.waits = open.code || open.container != HtmlContainer::none;
    OpenElement& around = open_.top();
    open.inherited = around.inherited;
    const HtmlStyle style = style_of(tag);
    if (element != nullptr && element->is(HtmlElement::preformatted)) {
      open.inherited.white_space = WhiteSpace::keep;
    }
    const bool list = tag.name == "ol" || tag.name == "ul" || tag.name == "menu";
    if (list) open.inherited.marks = true;
    inherit(open.inherited, style);
    open.display = display_of(tag, element, style, around);
    open.hidden = open.display == Display::none || style.hides();
    if (tag.name == "ol") open.next_item = number_or(tag.attribute("start"), 1);
    if (!open.hidden && shown()) opened(open, tag, around);
    // The position in the list ends with `push`: what it needs of `open` stands above.
    const bool hidden = open.hidden;
    const bool waits = open.waits;
    const bool drawing = tag.name == "svg";
    const bool quotation = open.container == HtmlContainer::quotation;
    if (!open_.push(std::move(open))) {
      if (!too_deep_) too_deep_ = tag.span.start;
      return;
    }
    if (hidden) ++hidden_;
    if (waits) ++waiting_;
    if (drawing) ++drawings_;
    if (quotation) ++quotations_;
    first_line_of_pre_ = tag.name == "pre" || tag.name == "listing";
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

  // Begins the line, the cell or the item of an element.
  void opened(const OpenElement& open, const HtmlToken& tag, OpenElement& around) {
    if (open.display == Display::cell) {
      if (std::exchange(around.has_cell, true)) writer_.cell();
      return;
    }
    writer_.breaks(breaks_around(open));
    if (open.display == Display::item) writer_.mark(item_mark(open, tag));
  }

  std::string item_mark(const OpenElement& open, const HtmlToken& tag) {
    auto& all = open_.all();
    const auto list = std::find_if(all.rbegin(), all.rend(), [](const OpenElement& o) {
      return o.name == "ol" || o.name == "ul" || o.name == "menu";
    });
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
    if (open.code && open.start != nowhere) add_code(open);
    add_container(open);
    if (open.rest_start != nowhere) add_hint(ZoneKind::quoted, open.rest_start, written().size());
    if (open.hidden) {
      --hidden_;
    } else if (shown()) {
      writer_.breaks(breaks_around(open));
    }
  }

  [[nodiscard]] const std::string& written() const { return writer_.written(); }

  void add_code(const OpenElement& open) {
    // Code on lines of its own: <pre><code>.
    const bool block = open.inherited.white_space == WhiteSpace::keep &&
                       open_.top().element != nullptr &&
                       open_.top().element->is(HtmlElement::preformatted);
    out_.known.push_back({ZoneKind::code, {open.start, written().size()}, 1, !block});
  }

  void add_container(const OpenElement& open) {
    const Span span{open.start, written().size()};
    const bool quotation = open.container == HtmlContainer::quotation;
    const std::size_t depth = quotations_;
    if (quotation) --quotations_;
    if (open.start == nowhere) return;
    switch (open.container) {
      case HtmlContainer::none:
      case HtmlContainer::rest:
        break;
      case HtmlContainer::quotation:
        if (depth <= deepest_quotation) {
          out_.known.push_back({ZoneKind::quoted, span, depth, false});
          tell_reply(span.start);
        }
        break;
      case HtmlContainer::attribution:
        add_hint(ZoneKind::quoted, span.start, span.end, true);
        break;
      case HtmlContainer::reply:
        add_reply(open, span);
        break;
      case HtmlContainer::forwarded:
        out_.known.push_back({ZoneKind::forwarded, span, 1, false});
        break;
      case HtmlContainer::signature:
        add_hint(ZoneKind::signature, span.start, span.end);
        break;
    }
  }

  // Tells the container of a reply where the first quotation in it begins.
  void tell_reply(std::size_t start) {
    auto& all = open_.all();
    for (std::size_t i = all.size(); i-- > 0;) {
      if (all[i].container == HtmlContainer::none) continue;
      if (all[i].container == HtmlContainer::reply && all[i].first_quotation == nowhere) {
        all[i].first_quotation = start;
      }
      return;
    }
  }

  // A reply without a quotation element is a quotation as a whole, and so is a
  // forwarded message; else what follows the quotation is an answer to it.
  void add_reply(const OpenElement& open, Span span) {
    constexpr std::size_t looked_at = 200;
    const std::string_view all = std::string_view(written()).substr(span.start);
    const std::string_view line = all.substr(0, std::min(all.find('\n'), looked_at));
    if (separator_kind(ascii::trim(line)) == ZoneKind::forwarded) {
      out_.known.push_back({ZoneKind::forwarded, span, 1, false});
    } else if (open.first_quotation == nowhere) {
      add_hint(ZoneKind::quoted, span.start, span.end);
    } else {
      add_hint(ZoneKind::quoted, span.start, open.first_quotation, true);
    }
  }

  void add_hint(ZoneKind kind, std::size_t start, std::size_t end, bool attribution = false) {
    if (start < end) out_.known.push_back({kind, {start, end}, 0, false, true, attribution});
  }

  std::string_view html_;
  HtmlTokens tokens_;
  HtmlWriter writer_;
  HtmlStyleSheet sheet_;
  OpenElements open_;
  Reading out_;
  std::size_t hidden_ = 0;      // open elements that show nothing
  std::size_t drawings_ = 0;    // open <svg>
  std::size_t waiting_ = 0;     // open elements that wait for their first character
  std::size_t quotations_ = 0;  // open ones
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
  for (ReadWarning& warning : read.warnings) {
    warning.source = html.map.to_source({warning.source, warning.source}).start;
    out.warnings.push_back(std::move(warning));
  }
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
