// The visible text of HTML as it grows: white space folded, and line breaks,
// tabs and list marks put in where a browser would begin a line, a cell, an item.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "draft/html_style.hpp"
#include "draft/mapped_text.hpp"

namespace replylint {

class HtmlWriter {
 public:
  explicit HtmlWriter(std::string_view html) : html_(html) {}

  // Writes html[span], character references decoded. Returns where its first
  // visible character stands, if it has any.
  std::optional<std::size_t> text(Span span, WhiteSpace white_space);

  // Writes html[span] as it stands.
  std::size_t raw(Span span);

  // Writes what html[span] as a whole stands for.
  std::size_t atom(std::string_view shown, Span span);

  // A <br>.
  void line_break(Span span);

  // What comes next begins a line (1) or has an empty line before it (2), stands
  // in the next cell of a row, is an item with this mark. Said again and again,
  // they count once; nothing is written unless something visible follows.
  void breaks(std::size_t count);
  void cell() { cell_ = true; }
  void mark(std::string mark) { mark_ = std::move(mark); }

  [[nodiscard]] const std::string& written() const { return made_.text; }
  [[nodiscard]] MappedText take() { return std::move(made_); }

 private:
  void white_space(Span span, std::string_view spaces, WhiteSpace mode);
  void before_text(std::size_t at);
  void flush_breaks(std::size_t at);
  void flush_space(std::size_t at);
  [[nodiscard]] bool at_gap() const;

  std::string_view html_;
  MappedText made_;  // its map leads to html_
  std::optional<std::size_t> first_;
  std::size_t breaks_ = 0;
  bool cell_ = false;
  Span space_;  // white space that was passed since the last text
  std::string mark_;
};

}  // namespace replylint
