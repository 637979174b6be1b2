#include "draft/mail_headers.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "draft/ascii.hpp"
#include "draft/dates.hpp"
#include "draft/mail_words.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_rule_mark(char c) { return c == '-' || c == '_' || c == '=' || c == '*' || c == '>'; }

// "-----Original Message-----" -> "Original Message"; says how many marks stood before.
std::string_view within_rules(std::string_view content, std::size_t& marks) {
  marks = 0;
  while (!content.empty() && (is_rule_mark(content.front()) || content.front() == ' ')) {
    if (is_rule_mark(content.front())) ++marks;
    content.remove_prefix(1);
  }
  while (!content.empty() && (is_rule_mark(content.back()) || content.back() == ' ')) {
    content.remove_suffix(1);
  }
  return content;
}

struct FieldLine {
  HeaderField field;
  std::string_view value;
};

std::optional<FieldLine> field_line(std::string_view content) {
  constexpr std::size_t longest_name = 60;
  while (!content.empty() && (content.front() == '*' || content.front() == '_')) {
    content.remove_prefix(1);
  }
  constexpr std::string_view wide_colon = "：";
  const std::size_t narrow = content.substr(0, longest_name).find(':');
  const std::size_t wide = content.substr(0, longest_name).find(wide_colon);
  const std::size_t colon = std::min(narrow, wide);
  if (colon == npos) return std::nullopt;
  std::string_view name = trim(content.substr(0, colon));
  while (!name.empty() && (name.back() == '*' || name.back() == '_')) name.remove_suffix(1);
  const auto field = header_field_named(text::fold(trim(name)));
  if (!field) return std::nullopt;
  return FieldLine{*field, content.substr(colon + (colon == wide ? wide_colon.size() : 1))};
}

std::optional<HeaderField> field_of(std::string_view content) {
  const auto line = field_line(content);
  if (!line) return std::nullopt;
  return line->field;
}

bool looks_like_addresses(std::string_view content) {
  return content.find_first_of("@;<") != npos || content.find('/') != npos ||
         content.ends_with(',');
}

// The last line before `at` that is not blank, at most two blank ones away.
std::optional<std::size_t> line_before(const std::vector<Line>& lines, std::size_t at) {
  for (std::size_t blank = 0; at-- > 0; ++blank) {
    if (!lines[at].blank) return at;
    if (blank == 2) break;
  }
  return std::nullopt;
}

// Walks up from a Lotus header: lines with a date, "Sent by:", then the name.
std::size_t lotus_start(std::string_view text, const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t longest = 120;
  constexpr int most_lines = 4;
  std::size_t start = at;
  bool dated = false;
  bool bare_date = false;
  for (int i = 0; i < most_lines; ++i) {
    const auto above = line_before(lines, start);
    if (!above || lines[*above].depth != lines[at].depth) break;
    const std::string_view content = content_of(text, lines[*above]);
    if (content.empty() || content.size() > longest) break;
    const bool adjacent = *above + 1 == start;
    if (text::fold(content).starts_with("sent by")) {
      start = *above;
      bare_date = true;
    } else if (contains_time(content) && !(dated && !bare_date)) {
      start = *above;
      dated = true;
      bare_date = ascii::is_digit(content.front());
    } else if (contains_numeric_date(content) && bare_date && adjacent) {
      // A name, an address and a date that was wrapped before its time.
      start = *above;
      break;
    } else {
      if (dated && bare_date && adjacent) start = *above;
      break;
    }
  }
  return dated ? start : at;
}

}  // namespace

std::optional<ZoneKind> separator_kind(std::string_view content) {
  // Helpdesks: "##- Please type your reply above this line -##".
  if (content.starts_with("##-") && content.ends_with("-##")) return ZoneKind::quoted;
  std::size_t marks = 0;
  const std::string_view bare = within_rules(content, marks);
  if (marks < 2 && !content.ends_with(':')) return std::nullopt;
  const std::string inner = text::fold(bare);
  if (marks >= 2) {
    if (names_forward(inner)) return ZoneKind::forwarded;
    if (names_original(inner)) return ZoneKind::quoted;
    if (inner.ends_with("above this line")) return ZoneKind::quoted;
  }
  std::string_view whole = inner;
  if (whole.ends_with(':')) {
    whole.remove_suffix(1);
    whole = trim(whole);
    if (begins_forward(whole)) return ZoneKind::forwarded;
  }
  return std::nullopt;
}

std::optional<HeaderBlock> header_block(std::string_view text, const std::vector<Line>& lines,
                                        std::size_t at) {
  constexpr std::size_t most_lines = 80;
  if (field_of(content_of(text, lines[at])).value_or(HeaderField::other) == HeaderField::other) {
    return std::nullopt;
  }
  HeaderBlock block{at, at + 1};
  std::array<bool, 7> found{};
  bool address = false;
  std::size_t blank = 0;
  std::size_t others = 0;
  const std::size_t end = std::min(lines.size(), at + most_lines);
  for (std::size_t i = at; i < end; ++i) {
    if (lines[i].depth != lines[at].depth) break;
    if (lines[i].blank) {
      if (++blank > 2) break;
      continue;
    }
    const std::string_view content = content_of(text, lines[i]);
    const auto field = field_of(content);
    if (field) {
      bool& seen = found.at(static_cast<std::size_t>(*field));
      // A field that comes again belongs to another header.
      if (seen && *field != HeaderField::copy && *field != HeaderField::other) break;
      seen = true;
      block.last = i + 1;
      others = 0;
      address = address || content.find('@') != npos;
    } else if (looks_like_addresses(content)) {
      if (blank > 0) break;
      address = address || content.find('@') != npos;
    } else if (blank > 0 || ++others > 2) {
      break;
    }
    blank = 0;
  }
  const auto has = [&](HeaderField field) { return found.at(static_cast<std::size_t>(field)); };
  const bool sent = has(HeaderField::sent);
  // The two words for a date are one field.
  const auto distinct =
      std::count(found.begin(), found.end() - 1, true) - (sent && has(HeaderField::date) ? 1 : 0);
  block.first = lotus_start(text, lines, at);
  const bool lotus = block.first < at && has(HeaderField::to) && distinct >= 2;
  const bool full = distinct >= 3 && (has(HeaderField::from) || has(HeaderField::to)) &&
                    (has(HeaderField::subject) || has(HeaderField::copy) || address);
  const bool sender = has(HeaderField::from) && distinct >= 2 && address;
  const bool times = has(HeaderField::from) && has(HeaderField::to) && sent;
  if (lotus || full || sender || times) {
    if (!lotus) block.first = at;
    return block;
  }
  return std::nullopt;
}

std::optional<BlockField> block_field(std::string_view content) {
  const auto line = field_line(content);
  if (!line) return std::nullopt;
  using Kind = BlockField::Kind;
  const bool is_date = line->field == HeaderField::date || line->field == HeaderField::sent;
  const Kind kind = line->field == HeaderField::from ? Kind::sender
                    : is_date                        ? Kind::date
                                                     : Kind::other;
  // "*From:* Ann"
  std::string_view value = trim(line->value);
  if (value.starts_with('*') || value.starts_with('_')) value = trim(value.substr(1));
  return BlockField{kind, value};
}

}  // namespace replylint
