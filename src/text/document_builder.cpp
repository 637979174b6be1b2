#include "text/document_builder.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/contractions.hpp"
#include "text/utf8.hpp"

namespace replylint::text {

namespace {

// Where the last `count` characters of [start, end) begin.
std::size_t step_back(std::string_view text, std::size_t start, std::size_t end,
                      std::size_t count) {
  while (count > 0 && end > start) {
    --end;
    if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80) --count;
  }
  return end;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view text, std::vector<Span> quotes)
    : text_(text), quotes_(std::move(quotes)) {
  // A word of prose and the blank behind it have some four bytes or more; growing
  // by doubling would hold a huge text's tokens twice.
  constexpr std::size_t word_size = 4;
  document_.tokens.reserve(text.size() / word_size + 1);
  // All forms of ASCII are views into one copy.
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  lower_ = document_.forms.emplace_back(std::move(lower));
}

void DocumentBuilder::push(Span span, std::string_view form, TokenKind kind, unsigned flags) {
  while (next_quote_ < quotes_.size() && quotes_[next_quote_].end <= span.start) ++next_quote_;
  if (next_quote_ < quotes_.size() && quotes_[next_quote_].contains(span)) flags |= flag_quoted;
  document_.tokens.push_back({static_cast<std::uint32_t>(span.start),
                              static_cast<std::uint32_t>(span.end), form, kind,
                              static_cast<std::uint16_t>(flags)});
}

void DocumentBuilder::add(Span span, std::string_view form, TokenKind kind, unsigned flags) {
  if (!open_) {
    if (line_breaks_ > 1 && !document_.tokens.empty()) ++paragraph_;
    Sentence sentence;
    sentence.first = static_cast<std::uint32_t>(document_.tokens.size());
    sentence.span = span;
    sentence.paragraph = paragraph_;
    sentence.list_item = list_item_;
    document_.sentences.push_back(sentence);
    open_ = true;
  } else if (clause_break_) {
    flags |= flag_clause_break;
  }
  clause_break_ = false;
  line_breaks_ = 0;
  push(span, form, kind, flags);
  extend(span.end);
}

void DocumentBuilder::add_lexeme(std::size_t start, const Lexeme& lexeme) {
  constexpr std::size_t most_parts = 3;  // "wouldn't've"
  const std::string_view form = form_of({start, lexeme.end}, lexeme.ascii);
  std::array<std::pair<std::size_t, std::string_view>, most_parts> parts{};
  std::size_t count = 0;
  std::string_view first = form;
  std::string_view rest = form;
  std::size_t end = lexeme.end;
  while (lexeme.kind == TokenKind::word && count + 1 < most_parts) {
    const auto contraction = split_contraction(rest);
    if (!contraction) break;
    // Behind the split stand plain letters and apostrophes, so that folding
    // changed their size but not their number.
    end = step_back(text_, start, end, rest.size() - contraction->split);
    parts.at(count++) = {end, contraction->second};
    first = contraction->first;
    rest = rest.substr(0, contraction->split);
    if (first != rest) break;
  }
  if (count > 0 && end <= start) {
    count = 0;
    first = form;
  }
  add({start, count == 0 ? lexeme.end : end}, first, lexeme.kind, lexeme.flags);
  for (std::size_t i = count; i-- > 0;) {
    const std::size_t part_end = i == 0 ? lexeme.end : parts.at(i - 1).first;
    add({parts.at(i).first, part_end}, parts.at(i).second, TokenKind::word,
        (lexeme.flags & unsigned{flag_all_caps}) | flag_contraction);
  }
}

std::string_view DocumentBuilder::form_of(Span span, bool ascii) {
  if (ascii) return lower_.substr(span.start, span.size());
  std::string folded = fold(text_.substr(span.start, span.size()));
  std::replace(folded.begin(), folded.end(), '`', '\'');
  if (folded.starts_with("e-mail")) folded.erase(1, 1);
  return document_.forms.emplace_back(std::move(folded));
}

void DocumentBuilder::add_face(Span span) {
  const std::string_view form = text_.substr(span.start, span.size());
  if (open_ || document_.sentences.empty() || line_breaks_ > 0) {
    add(span, document_.forms.emplace_back(form), TokenKind::emoji, 0);
    return;
  }
  push(span, document_.forms.emplace_back(form), TokenKind::emoji, 0);
  Sentence& sentence = document_.sentences.back();
  sentence.last = static_cast<std::uint32_t>(document_.tokens.size());
  sentence.span.end = span.end;
}

void DocumentBuilder::extend(std::size_t end) {
  if (open_) document_.sentences.back().span.end = end;
}

void DocumentBuilder::end_sentence(Terminator terminator) {
  if (open_) {
    Sentence& sentence = document_.sentences.back();
    sentence.last = static_cast<std::uint32_t>(document_.tokens.size());
    sentence.terminator = terminator;
  }
  open_ = false;
  clause_break_ = false;
}

std::size_t DocumentBuilder::last_end() const {
  return document_.tokens.empty() ? 0 : document_.tokens.back().end;
}

std::string_view DocumentBuilder::last_form() const {
  return document_.tokens.empty() ? std::string_view{} : document_.tokens.back().form;
}

Document DocumentBuilder::finish() {
  end_sentence(Terminator::none);
  return std::move(document_);
}

}  // namespace replylint::text
