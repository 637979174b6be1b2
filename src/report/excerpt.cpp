#include "report/excerpt.hpp"

#include <algorithm>

#include "report/printable.hpp"
#include "report/width.hpp"

namespace replylint::report {

namespace {

constexpr std::string_view ellipsis = "…";
// Bytes of the longest character, with marks: what is looked at for a column.
constexpr std::size_t bytes_a_column = 8;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t back_to_character(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return at;
}

// Where the line of `at` begins, or a place at most `reach` bytes before.
std::size_t line_start(std::string_view text, std::size_t at, std::size_t reach) {
  const std::size_t least = at > reach ? at - reach : 0;
  const std::string_view before = text.substr(least, at - least);
  const std::size_t line_break = before.rfind('\n');
  if (line_break != std::string_view::npos) return least + line_break + 1;
  return back_to_character(text, least);
}

std::size_t line_end(std::string_view text, std::size_t at, std::size_t reach) {
  const std::string_view after = text.substr(at, reach);
  std::size_t size = after.find('\n');
  if (size == std::string_view::npos) return back_to_character(text, at + after.size());
  if (size > 0 && after[size - 1] == '\r') --size;
  return at + size;
}

std::string cut_end(std::string text, std::size_t columns, bool more) {
  if (!more && display_width(text) <= columns) return text;
  text.resize(prefix_within(text, columns - std::min<std::size_t>(columns, 1)));
  return text.append(ellipsis);
}

std::string cut_start(const std::string& text, std::size_t columns, bool more) {
  if (!more && display_width(text) <= columns) return text;
  const std::size_t from = suffix_within(text, columns - std::min<std::size_t>(columns, 1));
  return std::string(ellipsis).append(text, from);
}

}  // namespace

Excerpt excerpt(std::string_view text, Span span, std::size_t columns) {
  const std::size_t reach = columns * bytes_a_column;
  const std::size_t first = line_start(text, span.start, reach);
  const std::size_t last = line_end(text, span.start, reach);
  const std::size_t end = std::clamp(span.end, span.start, std::max(span.start, last));
  const bool more_before = first > 0 && text[first - 1] != '\n';
  const bool more_after = last < text.size() && text[last] != '\n' && text[last] != '\r';

  std::string head = printable(text.substr(first, span.start - first));
  std::string marked = printable(text.substr(span.start, end - span.start));
  std::string tail = printable(text.substr(end, last - end));
  const std::size_t least_head = std::min(columns / 4, display_width(head));
  const bool cut_words = display_width(marked) > columns - least_head;
  if (cut_words) {
    marked = cut_end(std::move(marked), columns - least_head, true);
    tail.clear();
  }
  // What the words leave goes to both sides, and what one side does not need
  // to the other.
  const std::size_t room = columns - std::min(columns, display_width(marked));
  const std::size_t for_tail = std::min(display_width(tail), room / 2);
  head = cut_start(head, room - for_tail, more_before);
  if (!cut_words) {
    tail = cut_end(std::move(tail), room - std::min(room, display_width(head)), more_after);
  }
  return {head + marked + tail,
          std::string(display_width(head), ' ') +
              std::string(std::max<std::size_t>(1, display_width(marked)), '^')};
}

std::string shortened(std::string_view words, std::size_t columns) {
  const std::size_t reach = columns * bytes_a_column;
  const std::size_t size = back_to_character(words, std::min(words.size(), reach));
  return cut_end(printable(words.substr(0, size)), columns, size < words.size());
}

}  // namespace replylint::report
