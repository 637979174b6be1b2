#include "draft/html_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "draft/ascii.hpp"
#include "draft/entities.hpp"
#include "draft/suppressions.hpp"

namespace replylint {

namespace {

using Names = std::string_view;

// Sorted. Elements that stand on lines of their own.
constexpr auto block_elements = std::to_array<Names>(
    {"address", "article", "aside",    "blockquote", "body",   "center", "dd",      "div",
     "dl",      "dt",      "fieldset", "figcaption", "figure", "footer", "form",    "h1",
     "h2",      "h3",      "h4",       "h5",         "h6",     "header", "hr",      "html",
     "li",      "main",    "nav",      "ol",         "p",      "pre",    "section", "table",
     "tbody",   "td",      "tfoot",    "th",         "thead",  "tr",     "ul"});
static_assert(std::is_sorted(block_elements.begin(), block_elements.end()));

// Sorted. The ones with an empty line around them.
constexpr auto paragraph_elements = std::to_array<Names>(
    {"blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"});
static_assert(std::is_sorted(paragraph_elements.begin(), paragraph_elements.end()));

// Sorted. Elements within a line, and others that show no text of their own.
constexpr auto other_elements = std::to_array<Names>(
    {"a",      "abbr",     "acronym",  "area",     "audio",   "b",       "base",     "bdi",
     "bdo",    "big",      "br",       "button",   "canvas",  "caption", "cite",     "code",
     "col",    "colgroup", "data",     "del",      "details", "dfn",     "em",       "embed",
     "font",   "head",     "i",        "iframe",   "img",     "input",   "ins",      "kbd",
     "label",  "legend",   "link",     "map",      "mark",    "meta",    "noscript", "object",
     "option", "param",    "picture",  "q",        "s",       "samp",    "script",   "select",
     "small",  "source",   "span",     "strike",   "strong",  "style",   "sub",      "summary",
     "sup",    "svg",      "template", "textarea", "time",    "title",   "tt",       "u",
     "var",    "video",    "wbr"});
static_assert(std::is_sorted(other_elements.begin(), other_elements.end()));

// Elements whose content is not visible.
constexpr auto hidden_elements = std::to_array<Names>({"script", "style", "template", "title"});

template <std::size_t N>
bool in(const std::array<Names, N>& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

// Name of "<name ...>" or "</name>", in lower case.
std::string name_of(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  const auto end = std::find_if_not(tag.begin(), tag.end(), [](char c) {
    return ascii::is_alnum(c) || c == ':' || c == '-' || c == '_' || c == '.';
  });
  return ascii::to_lower(tag.substr(0, static_cast<std::size_t>(end - tag.begin())));
}

class Stripper {
 public:
  Stripper(const MappedText& html, Reading& out) : html_(html.text), map_(html.map), out_(out) {
    last_close_ = html_.rfind('>');
    last_comment_end_ = html_.rfind("-->");
  }

  void run() {
    std::size_t at = 0;
    while (at < html_.size()) {
      const char c = html_[at];
      if (c == '<') {
        at = read_markup(at);
      } else if (c == '&') {
        at = read_entity(at);
      } else if (ascii::is_space(c)) {
        at = read_space(at);
      } else {
        const std::size_t end = std::min(html_.find_first_of("<& \t\n\r\f\v", at), html_.size());
        before_text(at);
        made_.append_copy(html_.substr(at, end - at), at);
        at = end;
      }
    }
    deeper_quotes_ = 0;
    while (!quotes_.empty()) close_quote();
    made_.map = made_.map.then(map_);
    const std::size_t start = out_.visible.text.size();
    out_.visible.append(made_);
    for (KnownZone& zone : known_) {
      zone.span = {zone.span.start + start, zone.span.end + start};
      out_.known.push_back(zone);
    }
  }

 private:
  static constexpr std::size_t npos = std::string_view::npos;

  std::size_t read_markup(std::size_t at) {
    if (html_.substr(at, 4) == "<!--") {
      if (last_comment_end_ == npos || last_comment_end_ < at + 2) return html_.size();
      return html_.find("-->", at + 2) + 3;
    }
    const char next = at + 1 < html_.size() ? html_[at + 1] : ' ';
    const bool tag = ascii::is_letter(next) || next == '/' || next == '!' || next == '?';
    const std::size_t end = tag ? end_of_tag(at) : npos;
    if (end == npos) return write_as_text(at, at + 1);
    const std::string_view markup = html_.substr(at, end - at);
    if (next == '!' || next == '?') return end;
    const bool after_angle = at > 0 && html_[at - 1] == '<';
    const std::string name = name_of(markup);
    if (name == "attribute" || (after_angle && is_visible_tag(markup))) {
      return write_as_text(at, end);
    }
    return next == '/' ? close_element(name, end) : open_element(name, at, end);
  }

  // Behind the ">" that ends the tag; nothing when there is none.
  std::size_t end_of_tag(std::size_t at) {
    if (last_close_ == npos || last_close_ < at) return npos;
    char quote = 0;
    for (std::size_t i = at + 1; !quotes_broken_ && i < html_.size(); ++i) {
      const char c = html_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && html_[i - 1] == '=') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    // An attribute that is never closed: from here on quotation marks mean nothing.
    quotes_broken_ = true;
    return html_.find('>', at) + 1;
  }

  std::size_t open_element(const std::string& name, std::size_t at, std::size_t end) {
    if (std::find(hidden_elements.begin(), hidden_elements.end(), name) != hidden_elements.end()) {
      return skip_hidden(name, end);
    }
    if (name == "br") {
      flush_breaks(at);
      space_ = {};
      made_.append_atom("\n", {at, end});
      return end;
    }
    begin_block(name);
    if (name == "blockquote") open_quote();
    if (name == "pre") ++pre_;
    if (name == "ul") lists_.push_back(0);
    if (name == "ol") lists_.push_back(1);
    if (name == "li") item_pending_ = true;
    return end;
  }

  std::size_t close_element(const std::string& name, std::size_t end) {
    if (name == "blockquote") close_quote();
    if (name == "pre" && pre_ > 0) --pre_;
    if ((name == "ul" || name == "ol") && !lists_.empty()) lists_.pop_back();
    begin_block(name);
    return end;
  }

  void begin_block(const std::string& name) {
    if (in(paragraph_elements, name)) {
      breaks_ = std::max<std::size_t>(breaks_, 2);
    } else if (in(block_elements, name)) {
      breaks_ = std::max<std::size_t>(breaks_, 1);
    }
  }

  void open_quote() {
    if (quotes_.size() == deepest_quotation) {
      ++deeper_quotes_;
    } else {
      quotes_.push_back(npos);
    }
  }

  void close_quote() {
    if (deeper_quotes_ > 0) {
      --deeper_quotes_;
      return;
    }
    if (quotes_.empty()) return;
    if (quotes_.back() != npos) {
      known_.push_back(
          {ZoneKind::quoted, {quotes_.back(), made_.text.size()}, quotes_.size(), false});
    }
    quotes_.pop_back();
  }

  // Behind the end tag of the hidden element, or at the end of everything.
  // Each name is searched for once in vain at most.
  std::size_t skip_hidden(const std::string& name, std::size_t from) {
    for (std::size_t at = html_.find("</", from); at != npos; at = html_.find("</", at + 2)) {
      if (ascii::starts_with_ignoring_case(html_.substr(at + 2), name)) {
        const std::size_t end = html_.find('>', at);
        return end == npos ? html_.size() : end + 1;
      }
    }
    return html_.size();
  }

  std::size_t read_entity(std::size_t at) {
    constexpr std::size_t longest = 12;
    const std::size_t end = html_.substr(at, longest).find(';');
    if (end != npos) {
      const std::size_t behind = at + end + 1;
      if (const auto decoded = decode_entity(html_.substr(at, behind - at))) {
        before_text(at);
        made_.append_atom(*decoded, {at, behind});
        return behind;
      }
    }
    return write_as_text(at, at + 1);
  }

  std::size_t write_as_text(std::size_t from, std::size_t to) {
    before_text(from);
    made_.append_copy(html_.substr(from, to - from), from);
    return to;
  }

  std::size_t read_space(std::size_t at) {
    std::size_t end = at;
    while (end < html_.size() && ascii::is_space(html_[end])) ++end;
    if (pre_ > 0) {
      flush_breaks(at);
      made_.append_copy(html_.substr(at, end - at), at);
    } else if (space_.empty()) {
      space_ = {at, end};
    }
    return end;
  }

  void before_text(std::size_t at) {
    flush_breaks(at);
    flush_space();
    for (std::size_t i = quotes_.size(); i-- > 0 && quotes_[i] == npos;) {
      quotes_[i] = made_.text.size();
    }
    if (item_pending_) {
      item_pending_ = false;
      const bool numbered = !lists_.empty() && lists_.back() > 0;
      made_.append_inserted(numbered ? std::to_string(lists_.back()++) + ". " : "- ", at);
    }
  }

  // White space counts only between words of one line.
  void flush_space() {
    const bool wanted = !space_.empty() && !made_.text.empty() && made_.text.back() != '\n' &&
                        made_.text.back() != ' ';
    if (wanted && space_.size() == 1) {
      made_.append_copy(" ", space_.start);
    } else if (wanted) {
      made_.append_atom(" ", space_);
    }
    space_ = {};
  }

  void flush_breaks(std::size_t at) {
    const std::string& text = made_.text;
    if (breaks_ > 0 && !text.empty()) {
      std::size_t present = 0;
      while (present < breaks_ && present < text.size() &&
             text[text.size() - 1 - present] == '\n') {
        ++present;
      }
      made_.append_inserted(std::string(breaks_ - present, '\n'), at);
    }
    breaks_ = 0;
  }

  std::string_view html_;
  const OffsetMap& map_;
  Reading& out_;
  MappedText made_;  // its map leads to html_
  std::vector<KnownZone> known_;
  std::size_t last_close_ = npos;
  std::size_t last_comment_end_ = npos;
  bool quotes_broken_ = false;
  std::size_t breaks_ = 0;
  Span space_;  // white space that was passed since the last text
  bool item_pending_ = false;
  int pre_ = 0;
  std::vector<std::size_t> quotes_;  // where each open quotation begins
  std::size_t deeper_quotes_ = 0;    // open ones beyond the deepest that is told
  std::vector<unsigned> lists_;      // the next number of each open list; 0: not numbered
};

}  // namespace

void strip_html(const MappedText& html, Reading& out) {
  Stripper(html, out).run();
  Suppressions comments = find_suppressions(html, Comments::html);
  std::move(comments.found.begin(), comments.found.end(), std::back_inserter(out.suppressions));
  std::move(comments.warnings.begin(), comments.warnings.end(), std::back_inserter(out.warnings));
}

bool is_visible_tag(std::string_view tag) {
  if (tag.size() < 3 || !ascii::is_letter(tag[1])) return false;
  const std::string name = name_of(tag);
  return name.find(':') == std::string::npos && !in(block_elements, name) &&
         !in(other_elements, name);
}

bool is_line_break_tag(std::string_view tag) {
  return tag.size() > 3 && ascii::is_letter(tag[1]) && name_of(tag) == "br";
}

}  // namespace replylint
