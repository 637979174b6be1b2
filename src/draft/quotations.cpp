#include "draft/quotations.hpp"

#include <algorithm>

#include "draft/ascii.hpp"
#include "draft/attribution.hpp"
#include "draft/mail_headers.hpp"

namespace replylint {

namespace {

class Marker {
 public:
  Marker(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void run() {
    for (std::size_t i = 0; i < lines_.size();) i = read_line(i);
    mark_broken_wraps();
  }

 private:
  // Marks what begins on line `i`; returns the next line to look at.
  std::size_t read_line(std::size_t i) {
    const Line& line = lines_[i];
    if (line.known || (line.blank && line.depth == 0)) return i + 1;
    const std::string_view content = content_of(text_, line);
    if (line.depth > 0) return read_marked(i, content);
    if (content.empty()) return i + 1;
    if (const auto kind = separator_kind(content)) return mark_rest(i, i + 1, *kind);
    if (is_rule(content)) {
      const std::size_t below = next_with_text(i + 1);
      if (below < lines_.size() && below <= i + 3) {
        if (const auto block = header_block(text_, lines_, below); block && block->first == below) {
          return mark_rest(i, block->last, ZoneKind::quoted);
        }
      }
      return i + 1;
    }
    if (const auto block = header_block(text_, lines_, i)) {
      return mark_rest(block->first, block->last, ZoneKind::quoted);
    }
    const Attribution found = attribution(text_, lines_, i);
    if (found.lines > 0) return read_attribution(i, found);
    return i + 1;
  }

  // A line with ">" marks.
  std::size_t read_marked(std::size_t i, std::string_view content) {
    // GroupWise writes ">>> sender date >>>" above what it quotes without marks.
    if (lines_[i].depth >= 3 && content.ends_with(">>>")) {
      return mark_rest(i, i + 1, ZoneKind::quoted);
    }
    if (is_escaped_from(i)) {
      lines_[i].depth = 0;
      lines_[i].content = lines_[i].start;
      return i + 1;
    }
    ZoneKind kind = ZoneKind::quoted;
    if (const auto separator = separator_kind(content)) kind = *separator;
    while (i < lines_.size() && lines_[i].depth > 0 && !lines_[i].known) {
      lines_[i].kind = kind;
      ++i;
      if (kind == ZoneKind::quoted) break;
    }
    return i;
  }

  // Mailbox files write ">From" for a line of the author's that begins with "From".
  [[nodiscard]] bool is_escaped_from(std::size_t i) const {
    const auto marked = [&](std::size_t k) { return k < lines_.size() && lines_[k].depth > 0; };
    return text_.substr(lines_[i].start, 6) == ">From " && !(i > 0 && marked(i - 1)) &&
           !marked(i + 1);
  }

  std::size_t read_attribution(std::size_t i, const Attribution& found) {
    const std::size_t end = i + found.lines;
    const std::size_t below = next_with_text(end);
    const bool marked = below < lines_.size() && lines_[below].depth > 0 && !is_escaped_from(below);
    const bool told = below < lines_.size() && lines_[below].known;
    if (marked || told || below == lines_.size()) {
      mark(i, marked || told ? below : end, ZoneKind::quoted, end);
      return std::max(end, marked || told ? below : end);
    }
    return found.sure ? mark_rest(i, end, ZoneKind::quoted) : end;
  }

  // Everything from line `i` on; lines before `message` are the boundary.
  std::size_t mark_rest(std::size_t i, std::size_t message, ZoneKind kind) {
    if (const auto block = message < lines_.size()
                               ? header_block(text_, lines_, next_or_last(message))
                               : std::nullopt;
        block && block->first <= next_or_last(message)) {
      message = block->last;
    }
    mark(i, lines_.size(), kind, message);
    return lines_.size();
  }

  [[nodiscard]] std::size_t next_or_last(std::size_t from) const {
    return std::min(next_with_text(from), lines_.size() - 1);
  }

  // A rule right above a boundary belongs to it.
  [[nodiscard]] std::size_t with_rule_above(std::size_t from) const {
    std::size_t above = from;
    while (above > 0 && lines_[above - 1].blank && lines_[above - 1].depth == 0) --above;
    if (above == 0) return from;
    const Line& line = lines_[above - 1];
    const std::string_view content = content_of(text_, line);
    const bool rule = line.depth == 0 && !line.known && content.size() >= 3 &&
                      content.find_first_not_of("_-=") == std::string_view::npos;
    return rule ? above - 1 : from;
  }

  void mark(std::size_t from, std::size_t to, ZoneKind kind, std::size_t message) {
    from = with_rule_above(from);
    for (std::size_t i = from; i < to; ++i) {
      if (lines_[i].known && lines_[i].kind != ZoneKind::code) continue;
      lines_[i].kind = kind;
      lines_[i].attribution = i < message;
    }
  }

  [[nodiscard]] std::size_t next_with_text(std::size_t from) const {
    while (from < lines_.size() && lines_[from].blank) ++from;
    return from;
  }

  static bool is_rule(std::string_view content) {
    return content.size() >= 5 && content.find_first_not_of("_-=") == std::string_view::npos;
  }

  // A quoted line that was wrapped after it was marked leaves its end unmarked.
  void mark_broken_wraps() {
    constexpr std::uint32_t full_line = 60;
    for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
      const Line& before = lines_[i - 1];
      Line& line = lines_[i];
      const Line& after = lines_[i + 1];
      if (line.depth > 0 || line.blank || line.known || line.kind != ZoneKind::body ||
          before.kind != ZoneKind::quoted || before.blank || after.kind != ZoneKind::quoted ||
          before.depth == 0 || after.depth == 0 || before.end - before.start < full_line) {
        continue;
      }
      const std::string_view content = content_of(text_, line);
      const char first = content.empty() ? ' ' : content.front();
      const char end = text_[before.end - 1];
      if (content.size() < full_line && !ascii::is_upper(first) && end != '.' && end != '?' &&
          end != '!') {
        line.kind = ZoneKind::quoted;
        line.depth = before.depth;
      }
    }
  }

  std::string_view text_;
  std::vector<Line>& lines_;
};

}  // namespace

void mark_quotations(std::string_view text, std::vector<Line>& lines) { Marker(text, lines).run(); }

}  // namespace replylint
