// Puts tokens into sentences and paragraphs while a text is read from its
// start to its end.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/document.hpp"
#include "text/lexemes.hpp"

namespace replylint::text {

class DocumentBuilder {
 public:
  // `quotes`: spans of quoted text, sorted, without overlap. `text` outlives
  // the builder.
  DocumentBuilder(std::string_view text, std::vector<Span> quotes);

  // A token of the open sentence, or the first of a new one.
  void add(Span span, std::string_view form, TokenKind kind, unsigned flags);
  // A word or number: folded, and two or three tokens where it is a contraction.
  void add_lexeme(std::size_t start, const Lexeme& lexeme);
  // An emoji or a face. One behind the end of a sentence belongs to that
  // sentence, if no line ended since.
  void add_face(Span span);

  // Punctuation before `end`: goes on the open sentence, if there is one.
  void extend(std::size_t end);
  // What follows is another clause.
  void break_clause() { clause_break_ = true; }
  // Line breaks since the last token; two are a blank line.
  void add_line_breaks(std::size_t count) { line_breaks_ += count; }
  // Whether a sentence that begins here is part of a list item.
  void set_list_item(bool list_item) { list_item_ = list_item; }
  void end_sentence(Terminator terminator);

  [[nodiscard]] bool is_open() const { return open_; }
  [[nodiscard]] bool is_list_item() const { return list_item_; }
  // Where the last token ends; 0 when there is none.
  [[nodiscard]] std::size_t last_end() const;
  [[nodiscard]] std::string_view last_form() const;

  [[nodiscard]] Document finish();

 private:
  void push(Span span, std::string_view form, TokenKind kind, unsigned flags);
  [[nodiscard]] std::string_view form_of(Span span, bool ascii);

  std::string_view text_;
  std::vector<Span> quotes_;
  Document document_;
  std::string_view lower_;  // the text in lower case, ASCII only
  std::size_t next_quote_ = 0;
  std::size_t line_breaks_ = 0;
  std::uint32_t paragraph_ = 0;
  bool open_ = false;
  bool clause_break_ = false;
  bool list_item_ = false;
};

}  // namespace replylint::text
