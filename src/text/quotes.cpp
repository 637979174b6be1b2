#include "text/quotes.hpp"

#include <algorithm>
#include <optional>

namespace replylint::text {

namespace {

constexpr std::size_t longest_single_quote = 80;  // bytes

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

struct Mark {
  std::string_view bytes;
  std::string_view partner;
};
constexpr Mark double_marks[] = {{"\"", "\""},
                                 {"\xE2\x80\x9C", "\xE2\x80\x9D"},
                                 {"\xE2\x80\x9E", "\xE2\x80\x9C"},
                                 {"\xC2\xAB", "\xC2\xBB"}};
constexpr Mark single_marks[] = {{"\xE2\x80\x98", "\xE2\x80\x99"}, {"'", "'"}};

// End of the single quotation that opens at `open`: the byte of its closing
// mark, or nothing.
std::optional<std::size_t> close_single(std::string_view text, std::size_t open, const Mark& mark) {
  const std::size_t inside = open + mark.bytes.size();
  const bool opens = (open == 0 || is_space(text[open - 1]) || text[open - 1] == '(') &&
                     inside < text.size() && !is_space(text[inside]);
  if (!opens) return std::nullopt;
  const std::size_t limit = std::min(text.size(), inside + longest_single_quote);
  for (std::size_t at = inside + 1; at < limit && text[at] != '\n'; ++at) {
    if (!text.substr(at).starts_with(mark.partner)) continue;
    const std::size_t behind = at + mark.partner.size();
    if (!is_space(text[at - 1]) && (behind >= text.size() || !is_word_byte(text[behind]))) {
      return at;
    }
  }
  return std::nullopt;
}

// The blank line that ends the paragraph at `at`, or the end.
bool is_paragraph_end(std::string_view text, std::size_t at) {
  if (text[at] != '\n') return false;
  std::size_t next = at + 1;
  while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) {
    ++next;
  }
  return next < text.size() && text[next] == '\n';
}

}  // namespace

std::vector<Span> find_quotes(std::string_view text) {
  std::vector<Span> quotes;
  const Mark* open = nullptr;
  std::size_t inside = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool candidate = c == '"' || c == '\'' || c == '\n' || c == '\xE2' || c == '\xC2';
    if (!candidate) {
      ++at;
      continue;
    }
    const std::string_view rest = text.substr(at);
    if (open != nullptr) {
      if (rest.starts_with(open->partner)) {
        quotes.push_back({inside, at});
        at += open->partner.size();
        open = nullptr;
        continue;
      }
      if (is_paragraph_end(text, at)) open = nullptr;
      ++at;
      continue;
    }
    std::size_t step = 1;
    for (const Mark& mark : double_marks) {
      if (!rest.starts_with(mark.bytes)) continue;
      step = mark.bytes.size();
      if (c != '"' || at == 0 || !is_digit(text[at - 1])) {
        open = &mark;
        inside = at + step;
      }
    }
    for (const Mark& mark : single_marks) {
      if (!rest.starts_with(mark.bytes)) continue;
      step = mark.bytes.size();
      if (const auto close = close_single(text, at, mark)) {
        quotes.push_back({at + step, *close});
        step = *close + mark.partner.size() - at;
      }
    }
    at += step;
  }
  return quotes;
}

}  // namespace replylint::text
