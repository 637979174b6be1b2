#include "report/fingerprint.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "report/wording.hpp"
#include "rules/rule.hpp"
#include "text/utf8.hpp"

namespace replylint::report {

namespace {

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

constexpr std::size_t farthest = 256;  // bytes of the sentence on either side

// The sentence around a span, or about that: from the mark or empty line before
// it to the one behind. Of a longer one the part that is near.
std::string_view around(std::string_view text, Span span) {
  const auto ends = [&](std::size_t at) {
    const char c = text[at];
    const bool mark = c == '.' || c == '!' || c == '?';
    if (mark) return at + 1 == text.size() || is_white(text[at + 1]);
    return c == '\n' && at + 1 < text.size() && text[at + 1] == '\n';
  };
  const auto inside_character = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  std::size_t start = span.start;
  while (start > 0 && span.start - start < farthest && !ends(start - 1)) --start;
  while (inside_character(start)) ++start;
  std::size_t end = span.end;
  while (end < text.size() && end - span.end < farthest && !ends(end)) ++end;
  while (inside_character(end)) --end;
  return text.substr(start, end - start);
}

std::string folded_line(std::string_view words) {
  std::string line;
  for (const char c : text::fold(words)) {
    if (!is_white(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

std::string content_hash(std::initializer_list<std::string_view> texts) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001B3ULL; };
  for (const std::string_view text : texts) {
    for (const char c : text) add(static_cast<unsigned char>(c));
    add(0);
  }
  return fmt::format("{:016x}", hash);
}

std::string finding_hash(const Draft& draft, const Finding& finding) {
  const std::string& rule = finding.rule->id;
  if (finding.span.empty()) return content_hash({rule});
  return content_hash(
      {rule, folded_line(words_of(draft, finding)), folded_line(around(draft.text, finding.span))});
}

}  // namespace replylint::report
