#include "draft/zones.hpp"

#include <algorithm>
#include <cstdint>

#include "draft/ascii.hpp"
#include "draft/good_bye.hpp"
#include "draft/greeting.hpp"
#include "draft/inline_sign_off.hpp"
#include "draft/inline_zones.hpp"
#include "draft/lines.hpp"
#include "draft/names.hpp"
#include "draft/quotations.hpp"
#include "draft/sign_off.hpp"

namespace replylint {

namespace {

bool is_own(ZoneKind kind) {
  return kind == ZoneKind::greeting || kind == ZoneKind::body || kind == ZoneKind::closing ||
         kind == ZoneKind::signature || kind == ZoneKind::subject;
}

class Builder {
 public:
  Builder(std::string_view text, const std::vector<KnownZone>& known, bool plain)
      : text_(text), known_(known), plain_(plain), lines_(split_lines(text)) {}

  Zoning run() {
    apply_known();
    if (plain_) mark_fences();
    mark_quotations(text_, lines_);
    apply_hints(false);
    Zoning out;
    out.quotes = quoted_messages(text_, lines_);
    mark_author_sections();
    apply_hints(true);
    build_blocks();
    out.zones = with_inline_zones();
    return out;
  }

 private:
  // A block ahead of the line that holds its rest.
  struct Cut {
    std::size_t line = 0;
    Span span;
    ZoneKind kind = ZoneKind::body;
  };

  [[nodiscard]] std::size_t line_at(std::size_t position) const {
    const auto after =
        std::upper_bound(lines_.begin(), lines_.end(), position,
                         [](std::size_t at, const Line& line) { return at < line.start; });
    return static_cast<std::size_t>(after - lines_.begin()) - 1;
  }

  void apply_known() {
    for (const KnownZone& zone : known_) {
      if (zone.is_inline || zone.is_hint || zone.span.empty()) continue;
      const std::size_t last = line_at(zone.span.end - 1);
      for (std::size_t i = line_at(zone.span.start); i <= last; ++i) {
        Line& line = lines_[i];
        const auto depth = static_cast<std::uint16_t>(std::min<std::size_t>(zone.depth, 1000));
        // An inner zone may be told before or after the one around it.
        if (line.known && line.kind == ZoneKind::quoted && zone.kind != ZoneKind::forwarded) {
          line.depth = std::max(line.depth, depth);
          continue;
        }
        line.known = true;
        line.kind = zone.kind;
        line.depth = zone.kind == ZoneKind::quoted ? depth : std::uint16_t{0};
        line.content = line.start;
      }
    }
  }

  // Lines that only the element around them tells about.
  void apply_hints(bool signatures) {
    for (const KnownZone& zone : known_) {
      if (!zone.is_hint || (zone.kind == ZoneKind::signature) != signatures) continue;
      std::size_t i = line_at(zone.span.start);
      const auto within = [&] { return i < lines_.size() && lines_[i].start < zone.span.end; };
      if (signatures && within() && lines_[i].start == zone.span.start) i = mark_good_bye(i);
      for (; within(); ++i) {
        Line& line = lines_[i];
        if (!is_author(i) || line.start < zone.span.start || line.end > zone.span.end) continue;
        line.kind = zone.kind;
        line.attribution = zone.attribution;
      }
    }
  }

  // A signature that begins with a good-bye and a name. Returns the line below.
  std::size_t mark_good_bye(std::size_t i) {
    constexpr std::size_t longest_name = 4;
    const GoodBye good_bye = read_good_bye(content_of(text_, lines_[i]));
    if (!is_author(i) || !good_bye.found) return i;
    const std::size_t below = next_with_text(i + 1, lines_.size());
    const bool name = below < lines_.size() && is_author(below) &&
                      looks_like_name(content_of(text_, lines_[below]), longest_name);
    if (good_bye.needs_name && !name) return i;
    lines_[i].kind = ZoneKind::closing;
    if (name) lines_[below].kind = ZoneKind::closing;
    return i + 1;
  }

  void mark_fences() {
    constexpr std::string_view fence = "```";
    std::size_t open = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].depth > 0 || !content_of(text_, lines_[i]).starts_with(fence)) continue;
      if (open == lines_.size()) {
        // One that opens and closes on one line is inline code.
        if (content_of(text_, lines_[i]).find('`', fence.size()) == std::string_view::npos)
          open = i;
        continue;
      }
      for (std::size_t k = open; k <= i; ++k) {
        lines_[k].kind = ZoneKind::code;
        lines_[k].known = true;
        lines_[k].depth = 0;
      }
      open = lines_.size();
    }
  }

  // Runs of lines between quotations.
  void mark_author_sections() {
    bool opened = false;
    for (std::size_t i = 0; i < lines_.size();) {
      if (!is_author(i)) {
        ++i;
        continue;
      }
      std::size_t end = i;
      bool text = false;
      for (; end < lines_.size() && is_author(end); ++end) text = text || !lines_[end].blank;
      if (text) {
        if (!opened) find_greeting(i, end);
        opened = true;
        std::size_t start = i;
        while (start < end && (lines_[start].blank || lines_[start].kind == ZoneKind::greeting)) {
          ++start;
        }
        mark_sign_off(text_, lines_, start, end);
        find_inline_sign_off(start, end);
      }
      i = end;
    }
  }

  [[nodiscard]] bool is_author(std::size_t i) const {
    return lines_[i].kind == ZoneKind::body || lines_[i].kind == ZoneKind::code;
  }

  void find_greeting(std::size_t first, std::size_t last) {
    constexpr int most_lines_before = 3;
    constexpr std::size_t looked_at = 200;
    int skipped = 0;
    for (std::size_t i = first; i < last; ++i) {
      const Line& line = lines_[i];
      if (line.blank) continue;
      if (line.kind != ZoneKind::body) return;
      std::string_view content = text_.substr(line.start, line.end - line.start);
      const std::string_view trimmed = trim(content.substr(0, looked_at));
      const std::size_t indent = !content.empty() && !trimmed.empty()
                                     ? static_cast<std::size_t>(trimmed.data() - content.data())
                                     : 0;
      content = content.substr(indent);
      const std::size_t size = greeting_at_front(content.substr(0, looked_at));
      const std::size_t below = next_with_text(i + 1, last);
      if (size > 0) {
        if (trim(content.substr(size)).empty()) {
          lines_[i].kind = ZoneKind::greeting;
        } else {
          cuts_.push_back({i, {line.start, line.start + indent + size}, ZoneKind::greeting});
        }
        return;
      }
      const bool body_follows = below < last && lines_[below].end - lines_[below].start > 20;
      if (content.size() <= 60 && below < last &&
          is_name_greeting(content, body_follows && skipped == 0)) {
        lines_[i].kind = ZoneKind::greeting;
        return;
      }
      // What may stand above a greeting: a subject line, attachments, a rule.
      if (++skipped > most_lines_before || !may_stand_above(trimmed)) return;
    }
  }

  static bool may_stand_above(std::string_view content) {
    return ascii::starts_with_ignoring_case(content, "subject:") ||
           ascii::starts_with_ignoring_case(content, "re:") || content.starts_with("<<") ||
           content.starts_with('[') ||
           content.find_first_not_of("-_=*#") == std::string_view::npos ||
           (content.starts_with('(') && content.ends_with(')')) || content.starts_with("- ");
  }

  [[nodiscard]] std::size_t next_with_text(std::size_t i, std::size_t last) const {
    while (i < last && lines_[i].blank) ++i;
    return i;
  }

  void find_inline_sign_off(std::size_t first, std::size_t last) {
    std::size_t i = last;
    while (i > first && (lines_[i - 1].blank || lines_[i - 1].kind != ZoneKind::body)) {
      if (lines_[i - 1].kind == ZoneKind::closing) return;
      --i;
    }
    if (i == first) return;
    const Line& line = lines_[i - 1];
    constexpr std::size_t looked_at = 400;
    const std::size_t from =
        std::max<std::size_t>(line.start, line.end > looked_at ? line.end - looked_at : 0);
    const InlineSignOff found = inline_sign_off(text_.substr(from, line.end - from));
    if (found.start >= line.end - from) return;
    cuts_.push_back({i - 1, {from + found.start, from + found.end}, found.kind});
  }

  // Block zones from the kinds of the lines; an empty line belongs to what
  // stands before it.
  void build_blocks() {
    std::size_t cut = 0;
    std::sort(cuts_.begin(), cuts_.end(),
              [](const Cut& a, const Cut& b) { return a.span.start < b.span.start; });
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const std::size_t next = i + 1 < lines_.size() ? lines_[i + 1].start : text_.size();
      ZoneKind kind = line.kind;
      if (line.blank && line.depth == 0 && !line.known && !blocks_.empty())
        kind = blocks_.back().kind;
      std::size_t at = line.start;
      while (cut < cuts_.size() && cuts_[cut].line == i) {
        add_block(kind, at, cuts_[cut].span.start);
        add_block(cuts_[cut].kind, std::max(at, cuts_[cut].span.start), cuts_[cut].span.end);
        at = std::max(at, cuts_[cut].span.end);
        ++cut;
      }
      // Only the line break is left behind a cut at the line's end.
      if (at > line.start && trim(text_.substr(at, line.end - at)).empty()) {
        kind = blocks_.back().kind;
      }
      add_block(kind, at, next);
    }
  }

  void add_block(ZoneKind kind, std::size_t start, std::size_t end) {
    if (start >= end) return;
    if (!blocks_.empty() && blocks_.back().kind == kind && blocks_.back().span.end == start) {
      blocks_.back().span.end = end;
    } else {
      blocks_.push_back({kind, {start, end}});
    }
  }

  // Each block, then what lies inside it.
  [[nodiscard]] std::vector<Zone> with_inline_zones() const {
    std::vector<Zone> known;
    for (const KnownZone& zone : known_) {
      if (zone.is_inline && !zone.span.empty()) known.push_back({zone.kind, zone.span});
    }
    std::sort(known.begin(), known.end(),
              [](const Zone& a, const Zone& b) { return a.span.start < b.span.start; });
    std::vector<Zone> out;
    std::size_t k = 0;
    for (const Zone& block : blocks_) {
      out.push_back(block);
      if (!is_own(block.kind)) continue;
      std::size_t at = block.span.start;
      while (k < known.size() && known[k].span.end <= at) ++k;
      for (; k < known.size() && known[k].span.start < block.span.end; ++k) {
        if (known[k].span.start < at || known[k].span.end > block.span.end) continue;
        add_inline(out, {at, known[k].span.start});
        out.push_back(known[k]);
        at = known[k].span.end;
      }
      add_inline(out, {at, block.span.end});
    }
    return out;
  }

  void add_inline(std::vector<Zone>& out, Span span) const {
    const std::vector<Zone> found = find_inline_zones(text_, span, plain_);
    out.insert(out.end(), found.begin(), found.end());
  }

  std::string_view text_;
  const std::vector<KnownZone>& known_;
  bool plain_;
  std::vector<Line> lines_;
  std::vector<Cut> cuts_;
  std::vector<Zone> blocks_;
};

}  // namespace

Zoning find_zones(std::string_view text, const std::vector<KnownZone>& known, bool plain) {
  if (text.empty()) return {};
  if (text.size() > longest_zoned_text) return {{{ZoneKind::body, {0, text.size()}}}, {}};
  return Builder(text, known, plain).run();
}

}  // namespace replylint
