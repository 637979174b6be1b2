#include "draft/yaml_scalar.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace replylint {

namespace {

using Style = EncodingLayer::Kind;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }
bool is_space(char c) { return is_blank(c) || is_break(c); }

// Size of the line break at `at`.
std::size_t break_size(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\r\n" ? 2 : 1;
}

std::size_t end_of_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// The line breaks of [from, to), as spans.
std::vector<Span> breaks_in(std::string_view text, std::size_t from, std::size_t to) {
  std::vector<Span> found;
  while (from < to) {
    const std::size_t size = is_break(text[from]) ? break_size(text, from) : 1;
    if (is_break(text[from])) found.push_back({from, from + size});
    from += size;
  }
  return found;
}

std::size_t start_of_block(std::string_view text, Span scalar) {
  const std::size_t end = text.find_first_of("\n\r", scalar.start);
  return end == std::string_view::npos ? text.size() : end + break_size(text, end);
}

class Follower {
 public:
  Follower(std::string_view value, std::string_view text, Span scalar)
      : value_(value), text_(text), at_(scalar.start), end_(scalar.end) {}

  OffsetMap flow(Style style) {
    if (style != Style::yaml_plain) {
      ++at_;
      end_ = std::max(at_, end_ - 1);
    }
    bool good = true;
    while (good && made_ < value_.size() && at_ < end_) good = flow_step(style);
    return finish();
  }

  OffsetMap block() {
    at_ = start_of_block(text_, {at_, end_});
    bool line_start = true;
    while (made_ < value_.size()) {
      if (line_start || is_space(value_[made_])) {
        if (!block_space(line_start)) break;
        line_start = false;
      } else if (!copy_words({})) {
        break;
      }
    }
    return finish();
  }

 private:
  void take(std::size_t made, Span source, OffsetMap::Kind kind) {
    map_.append(made, source, kind);
    made_ += made;
  }

  OffsetMap finish() {
    if (made_ < value_.size()) {
      take(value_.size() - made_, {std::min(at_, end_), end_}, OffsetMap::Kind::atom);
    }
    return std::move(map_);
  }

  bool flow_step(Style style) {
    const char c = text_[at_];
    if (is_space(c)) return fold();
    if (style == Style::yaml_double && c == '\\') return escape();
    if (style == Style::yaml_single && c == '\'') {
      if (value_[made_] != '\'') return false;
      take(1, {at_, at_ + 2}, OffsetMap::Kind::atom);
      at_ += 2;
      return true;
    }
    return copy_words(style == Style::yaml_single ? "'" : style == Style::yaml_double ? "\\" : "");
  }

  // Up to white space or one of `stops`, as far as both agree.
  bool copy_words(std::string_view stops) {
    std::size_t size = 0;
    while (at_ + size < text_.size() && made_ + size < value_.size()) {
      const char c = text_[at_ + size];
      if (is_space(c) || stops.find(c) != std::string_view::npos || value_[made_ + size] != c)
        break;
      ++size;
    }
    if (size == 0) return false;
    take(size, {at_, at_ + size}, OffsetMap::Kind::copy);
    at_ += size;
    return true;
  }

  // White space between words: as it is within a line; else one line break is
  // a space, and each further one a line break.
  bool fold() {
    const std::size_t end = std::min(end_of_space(text_, at_), end_);
    const auto breaks = breaks_in(text_, at_, end);
    const Span source{at_, end};
    at_ = end;
    if (breaks.empty()) {
      if (value_.substr(made_, source.size()) != text_.substr(source.start, source.size())) {
        return false;
      }
      take(source.size(), source, OffsetMap::Kind::copy);
      return true;
    }
    const std::string made = breaks.size() == 1 ? " " : std::string(breaks.size() - 1, '\n');
    if (!value_.substr(made_).starts_with(made)) return false;
    take(made.size(), source, OffsetMap::Kind::atom);
    return true;
  }

  bool escape() {
    const char name = at_ + 1 < end_ ? text_[at_ + 1] : '\\';
    if (is_break(name)) return escaped_break();
    std::size_t size = 2;
    if (name == 'x') size = 4;
    if (name == 'u') size = 6;
    if (name == 'U') size = 10;
    if (at_ + size > end_) return false;
    take(text::code_point_at(value_, made_).length, {at_, at_ + size}, OffsetMap::Kind::atom);
    at_ += size;
    return true;
  }

  // It joins two lines; only empty lines behind it are line breaks.
  bool escaped_break() {
    const std::size_t end = std::min(end_of_space(text_, at_ + 1), end_);
    const std::size_t count = breaks_in(text_, at_ + 1, end).size() - 1;
    const Span source{at_, end};
    at_ = end;
    if (!value_.substr(made_).starts_with(std::string(count, '\n'))) return false;
    take(count, source, OffsetMap::Kind::atom);
    return true;
  }

  // White space of a block: line by line where it has as many lines in the
  // text as in the value, or its end; else as a whole. `line_start`: the text
  // begins with indentation.
  bool block_space(bool line_start) {
    const std::size_t value_end = end_of_space(value_, made_);
    const std::size_t text_end = end_of_space(text_, at_);
    const auto wanted = breaks_in(value_, made_, value_end);
    const auto found = breaks_in(text_, at_, text_end);
    const Span source{at_, text_end};
    const bool lines_agree =
        wanted.size() == found.size() ||
        (value_end == value_.size() && wanted.size() < found.size() && value_.ends_with('\n'));
    if (!lines_agree) {
      take(value_end - made_, source, OffsetMap::Kind::atom);
      at_ = text_end;
      return true;
    }
    for (std::size_t k = 0; k <= wanted.size(); ++k) {
      const std::size_t blanks = (k < wanted.size() ? wanted[k].start : value_end) - made_;
      const std::size_t line_end = k < found.size() ? found[k].start : text_end;
      // Before the first line break they follow words; else they follow the indentation.
      const bool behind_words = k == 0 && !line_start;
      if (line_end - at_ < blanks) return false;
      const std::size_t from = behind_words ? at_ : line_end - blanks;
      take(blanks, {from, from + blanks}, OffsetMap::Kind::copy);
      at_ = line_end;
      if (k == wanted.size()) break;
      take(1, found[k], found[k].size() == 1 ? OffsetMap::Kind::copy : OffsetMap::Kind::atom);
      at_ = found[k].end;
    }
    at_ = text_end;
    return true;
  }

  std::string_view value_;
  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  std::size_t made_ = 0;  // bytes of the value that are mapped
  OffsetMap map_;
};

}  // namespace

OffsetMap map_yaml_scalar(std::string_view value, std::string_view text, Span scalar,
                          EncodingLayer::Kind style) {
  Follower follower(value, text, scalar);
  const bool block = style == Style::yaml_literal || style == Style::yaml_folded;
  return block ? follower.block() : follower.flow(style);
}

std::size_t block_indent(std::string_view text, Span scalar) {
  const std::size_t start = start_of_block(text, scalar);
  const std::size_t first = end_of_space(text, start);
  std::size_t line = first;
  while (line > start && !is_break(text[line - 1])) --line;
  return first - line;
}

}  // namespace replylint
