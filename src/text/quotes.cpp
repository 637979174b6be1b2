#include "text/quotes.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace replylint::text {

namespace {

using enum CharacterClass;

constexpr std::size_t longest_single_quote = 80;  // bytes

struct Mark {
  std::string_view bytes;
  std::string_view partner;
};
constexpr std::array double_marks{Mark{"\"", "\""}, Mark{"“", "”"}, Mark{"„", "“"}, Mark{"«", "»"},
                                  Mark{"「", "」"}};
constexpr std::array single_marks{Mark{"‘", "’"}, Mark{"'", "'"}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const CharacterClass kind = class_of(code_point_at(text, at).value);
  return kind == letter || kind == digit || kind == unspaced;
}

// A mark that looks the same on both sides opens only at the start of a word.
bool can_open(std::string_view text, std::size_t at, std::size_t size) {
  const bool apart = at == 0 || is_blank(text[at - 1]) || text[at - 1] == '(' ||
                     text[at - 1] == '[' || text[at - 1] == '-' || text[at - 1] == '/' ||
                     text[at - 1] == ':' || text[at - 1] == '\'' || text[at - 1] == '"' ||
                     static_cast<unsigned char>(text[at - 1]) >= 0x80;
  return apart && at + size < text.size() && !is_blank(text[at + size]);
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Span> find(std::span<const Stretch> stretches) {
    std::size_t at = 0;
    for (const Stretch& stretch : stretches) {
      // What is not read parts a quotation; a line break does so as in prose.
      for (std::size_t i = at; i < stretch.span.start; ++i) {
        if (!is_blank(text_[i]) || is_paragraph_end(i)) open_ = nullptr;
      }
      at = stretch.span.end;
      if (stretch.kind == TokenKind::word) read(stretch.span);
    }
    return std::move(quotes_);
  }

 private:
  void read(Span span) {
    const std::string_view prose = text_.substr(0, span.end);
    for (std::size_t at = span.start; at < span.end;) {
      const char c = text_[at];
      const bool candidate = c == '"' || c == '\'' || c == '\n' || c == '\r' || c == '\xE2' ||
                             c == '\xC2' || c == '\xE3';
      at += candidate ? read_mark(prose, at) : 1;
    }
  }

  // Returns how many bytes it read.
  std::size_t read_mark(std::string_view prose, std::size_t at) {
    const std::string_view rest = prose.substr(at);
    if (open_ != nullptr && rest.starts_with(open_->partner)) {
      const bool opens_again = open_->bytes == open_->partner && can_open(prose, at, 1) &&
                               (is_blank(prose[at - 1]) || inside_ == at);
      if (!opens_again) {
        quotes_.push_back({inside_, at});
        const std::size_t size = open_->partner.size();
        open_ = nullptr;
        return size;
      }
    }
    for (const Mark& mark : double_marks) {
      if (!rest.starts_with(mark.bytes)) continue;
      if (mark.bytes != mark.partner || can_open(prose, at, mark.bytes.size())) {
        open_ = &mark;
        inside_ = at + mark.bytes.size();
      }
      return mark.bytes.size();
    }
    if (open_ == nullptr) {
      for (const Mark& mark : single_marks) {
        if (!rest.starts_with(mark.bytes)) continue;
        const auto close = close_single(prose, at, mark);
        if (!close) return mark.bytes.size();
        quotes_.push_back({at + mark.bytes.size(), *close});
        return *close + mark.partner.size() - at;
      }
    }
    if (is_paragraph_end(at)) open_ = nullptr;
    return 1;
  }

  // Where the closing mark of the single quotation that opens at `open` stands.
  static std::optional<std::size_t> close_single(std::string_view prose, std::size_t open,
                                                 const Mark& mark) {
    if (!can_open(prose, open, mark.bytes.size())) return std::nullopt;
    const std::size_t inside = open + mark.bytes.size();
    const std::size_t limit = std::min(prose.size(), inside + longest_single_quote);
    for (std::size_t at = inside + 1; at < limit && prose[at] != '\n'; ++at) {
      if (!prose.substr(at).starts_with(mark.partner)) continue;
      if (!is_blank(prose[at - 1]) && !is_word_at(prose, at + mark.partner.size())) return at;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_paragraph_end(std::size_t at) const {
    const char c = text_[at];
    if (c != '\n' && c != '\r') return false;
    std::size_t next = at + 1;
    if (c == '\r' && next < text_.size() && text_[next] == '\n') ++next;
    while (next < text_.size() && (text_[next] == ' ' || text_[next] == '\t')) ++next;
    return next < text_.size() && (text_[next] == '\n' || text_[next] == '\r');
  }

  std::string_view text_;
  std::vector<Span> quotes_;
  const Mark* open_ = nullptr;
  std::size_t inside_ = 0;  // where the quotation that is open begins
};

}  // namespace

std::vector<Span> find_quotes(std::string_view text, std::span<const Stretch> stretches) {
  return Finder(text).find(stretches);
}

}  // namespace replylint::text
