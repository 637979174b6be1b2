#include <md4c.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "draft/entities.hpp"
#include "draft/html_text.hpp"
#include "draft/reading.hpp"
#include "draft/suppressions.hpp"

namespace replylint {

namespace {

// Front matter: what stands between "---" and "---" (or "...") at the very top,
// and where the text begins behind it.
struct FrontMatter {
  Span inside;
  std::size_t end = 0;
};

FrontMatter front_matter(std::string_view text) {
  constexpr std::size_t first = 4;
  if (!text.starts_with("---\n")) return {};
  for (std::size_t line = first; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::string_view content = text.substr(line, end - line);
    if (content == "---" || content == "...") {
      return {{first, line}, std::min(end + 1, text.size())};
    }
    line = end + 1;
  }
  return {};
}

// True where a byte of the source is shown.
bool is_visible(const OffsetMap& map, std::size_t source) {
  return std::any_of(map.pieces().begin(), map.pieces().end(), [&](const OffsetMap::Piece& p) {
    return p.source <= source && source < p.source + p.source_size;
  });
}

// A comment that is shown is none: in code it is an example, elsewhere a slip.
void add_suppressions(const MappedText& source, Reading& reading) {
  const OffsetMap& map = reading.visible.map;
  const auto is_code = [&](std::size_t at) {
    return std::any_of(reading.known.begin(), reading.known.end(), [&](const KnownZone& zone) {
      const Span span = map.to_source(zone.span);
      return zone.kind == ZoneKind::code && span.start <= at && at < span.end;
    });
  };
  Suppressions comments = find_suppressions(source, Comments::markdown);
  for (Suppression& found : comments.found) {
    if (!is_visible(map, found.source)) {
      reading.suppressions.push_back(std::move(found));
    } else if (!is_code(found.source)) {
      reading.warnings.push_back(
          {"this comment is shown to the reader; put it on a line of its own", found.source});
    }
  }
  for (ReadWarning& warning : comments.warnings) {
    if (!is_visible(map, warning.source)) reading.warnings.push_back(std::move(warning));
  }
}

class Writer {
 public:
  // `offset`: where `source` begins in the text that maps are given for.
  Writer(std::string_view source, std::size_t offset, Reading& reading)
      : source_(source), offset_(offset), reading_(reading) {}

  void enter_block(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        // A new paragraph: what is pending belongs before the quotation.
        want_breaks(2);
        quotes_.push_back(npos);
        break;
      case MD_BLOCK_UL:
        lists_.push_back(0);
        break;
      case MD_BLOCK_OL:
        lists_.push_back(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start);
        ordered_.push_back(lists_.size());
        break;
      case MD_BLOCK_LI:
        want_breaks(1);
        item_pending_ = true;
        break;
      case MD_BLOCK_CODE:
        code_start_ = npos;
        in_code_ = true;
        break;
      case MD_BLOCK_HTML:
        html_ = MappedText();
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        want_breaks(1);
        break;
      default:
        break;
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        if (quotes_.back() != npos && quotes_.size() <= deepest_quotation) {
          reading_.known.push_back(
              {ZoneKind::quoted, {quotes_.back(), text().size()}, quotes_.size(), false});
        }
        quotes_.pop_back();
        want_breaks(2);
        break;
      case MD_BLOCK_OL:
        ordered_.pop_back();
        [[fallthrough]];
      case MD_BLOCK_UL:
        lists_.pop_back();
        want_breaks(lists_.empty() ? 2 : 1);
        break;
      case MD_BLOCK_LI:
        item_pending_ = false;
        want_breaks(1);
        break;
      case MD_BLOCK_CODE:
        in_code_ = false;
        if (code_start_ != npos) {
          reading_.known.push_back({ZoneKind::code, {code_start_, text().size()}, 1, false});
        }
        want_breaks(2);
        break;
      case MD_BLOCK_HTML:
        write_html();
        want_breaks(2);
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_H:
      case MD_BLOCK_TABLE:
      case MD_BLOCK_HR:
        want_breaks(2);
        break;
      case MD_BLOCK_TR:
        want_breaks(1);
        break;
      default:
        break;
    }
  }

  void enter_span(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_IMG) ++images_;
    if (type == MD_SPAN_CODE) span_start_ = npos;
    if (type == MD_SPAN_A) {
      const auto& target = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
      links_.push_back({{text().size(), text().size()}, std::string(target.text, target.size), {}});
    }
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_A && !links_.empty()) {
      close_link();
    }
    if (type == MD_SPAN_IMG) --images_;
    if (type == MD_SPAN_CODE && images_ == 0 && span_start_ != npos) {
      reading_.known.push_back({ZoneKind::code, {span_start_, text().size()}, 1, true});
    }
  }

  void write(MD_TEXTTYPE type, std::string_view piece) {
    // Pieces point into the source, but for a few that the parser makes up.
    const bool from_source = !piece.empty() && !std::less<>()(piece.data(), source_.data()) &&
                             std::less<>()(piece.data(), source_.data() + source_.size());
    const std::size_t at =
        from_source ? static_cast<std::size_t>(piece.data() - source_.data()) : cursor_;
    if (from_source) cursor_ = at + piece.size();
    if (images_ > 0) return;
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        write_line_break(reading_.visible);
        return;
      case MD_TEXT_NULLCHAR:
        before_text();
        reading_.visible.append_inserted("\xEF\xBF\xBD", offset_ + cursor_);
        return;
      case MD_TEXT_ENTITY:
        before_text();
        if (const auto decoded = decode_entity(piece)) {
          reading_.visible.append_atom(*decoded, {offset_ + at, offset_ + at + piece.size()});
          return;
        }
        break;
      case MD_TEXT_HTML:
        add_html(piece, at, from_source);
        return;
      default:
        break;
    }
    if (in_code_ && piece == "\n") {
      if (code_start_ != npos) write_line_break(reading_.visible);
      return;
    }
    before_text();
    if (type == MD_TEXT_CODE && !in_code_ && span_start_ == npos) span_start_ = text().size();
    if (in_code_ && code_start_ == npos) code_start_ = text().size();
    if (from_source) {
      reading_.visible.append_copy(piece, offset_ + at);
    } else {
      reading_.visible.append_inserted(piece, offset_ + cursor_);
    }
  }

 private:
  static constexpr std::size_t npos = std::string::npos;

  [[nodiscard]] const std::string& text() const { return reading_.visible.text; }

  void close_link() {
    Link link = std::move(links_.back());
    links_.pop_back();
    // What was due before its first word is not part of it.
    std::size_t start = std::min(link.text.start, text().size());
    while (start < text().size() && text()[start] == '\n') ++start;
    link.text = {start, text().size()};
    const bool hidden = std::string_view(text()).substr(start, link.text.size()) != link.target;
    if (hidden && !link.text.empty()) reading_.links.push_back(std::move(link));
  }

  void want_breaks(std::size_t count) { breaks_ = std::max(breaks_, count); }

  // Line breaks and item marks that are due before the next visible character.
  void before_text() {
    if (!text().empty() && breaks_ > 0) {
      std::size_t present = 0;
      while (present < breaks_ && present < text().size() &&
             text()[text().size() - 1 - present] == '\n') {
        ++present;
      }
      reading_.visible.append_inserted(std::string(breaks_ - present, '\n'), offset_ + cursor_);
    }
    breaks_ = 0;
    for (std::size_t i = quotes_.size(); i-- > 0 && quotes_[i] == npos;) {
      quotes_[i] = text().size();
    }
    if (item_pending_) {
      item_pending_ = false;
      std::string mark = "- ";
      if (!ordered_.empty() && ordered_.back() == lists_.size()) {
        mark = std::to_string(lists_.back()++) + ". ";
      }
      reading_.visible.append_inserted(mark, offset_ + cursor_);
    }
  }

  // The parser tells of a line's end without saying where it stands.
  void write_line_break(MappedText& out) {
    const std::size_t at = source_.find('\n', cursor_);
    if (at == npos) {
      out.append_inserted("\n", offset_ + cursor_);
      return;
    }
    out.append_copy("\n", offset_ + at);
    cursor_ = at + 1;
  }

  void add_html(std::string_view piece, std::size_t at, bool from_source) {
    if (html_) {
      if (from_source) {
        html_->append_copy(piece, offset_ + at);
      } else {
        html_->append_inserted(piece, offset_ + at);
      }
      return;
    }
    if (is_visible_tag(piece)) {
      before_text();
      reading_.visible.append_copy(piece, offset_ + at);
    } else if (is_line_break_tag(piece)) {
      reading_.visible.append_atom("\n", {offset_ + at, offset_ + at + piece.size()});
    }
  }

  void write_html() {
    Reading block;
    strip_html(*html_, block);
    html_.reset();
    if (block.visible.text.empty()) return;
    before_text();
    const std::size_t start = text().size();
    reading_.visible.append(block.visible);
    for (KnownZone zone : block.known) {
      zone.span = {zone.span.start + start, zone.span.end + start};
      zone.depth += quotes_.size();
      reading_.known.push_back(zone);
    }
  }

  std::string_view source_;
  std::size_t offset_;
  Reading& reading_;
  std::size_t cursor_ = 0;  // behind the last piece, in source_
  std::size_t breaks_ = 0;
  bool item_pending_ = false;
  bool in_code_ = false;
  int images_ = 0;
  std::size_t code_start_ = npos;
  std::size_t span_start_ = npos;
  std::vector<std::size_t> quotes_;   // where each open quotation begins
  std::vector<unsigned> lists_;       // the next number of each open list
  std::vector<std::size_t> ordered_;  // which of them are numbered, counted from 1
  std::optional<MappedText> html_;    // an HTML block being read
  std::vector<Link> links_;           // that are open
};

Writer& writer(void* user) { return *static_cast<Writer*>(user); }

MD_PARSER callbacks() {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    writer(user).enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* user) {
    writer(user).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    writer(user).enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void* /*detail*/, void* user) {
    writer(user).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* user) {
    writer(user).write(type, {piece, size});
    return 0;
  };
  return parser;
}

}  // namespace

Reading read_markdown(std::string_view bytes) {
  Reading reading;
  const MappedText source = with_plain_line_ends(decode_source(bytes, reading.warnings));
  const FrontMatter front = front_matter(source.text);
  const std::size_t start = front.end;
  if (start > 0) reading.front_matter = source.map.to_source(front.inside);
  const std::string_view body = std::string_view(source.text).substr(start);
  if (body.size() > std::numeric_limits<MD_SIZE>::max()) {
    reading.visible = source;
    reading.warnings.push_back({"too long to be read as Markdown; read as plain text", 0});
    return reading;
  }
  Writer output(body, start, reading);
  const MD_PARSER parser = callbacks();
  if (md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, &output) != 0) {
    reading = Reading();
    reading.visible = source;
    reading.warnings.push_back({"could not be read as Markdown; read as plain text", 0});
    return reading;
  }
  reading.visible.map = reading.visible.map.then(source.map);
  add_suppressions(source, reading);
  return reading;
}

}  // namespace replylint
