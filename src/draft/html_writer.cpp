#include "draft/html_writer.hpp"

#include <algorithm>

#include "draft/entities.hpp"

namespace replylint {

namespace {

constexpr std::string_view spaces = " \t\n\r\f";

bool is_space(char c) { return spaces.find(c) != std::string_view::npos; }

}  // namespace

std::optional<std::size_t> HtmlWriter::text(Span span, WhiteSpace white_space_mode) {
  first_.reset();
  const std::string_view html = html_.substr(0, span.end);
  for (std::size_t at = span.start; at < span.end;) {
    std::size_t end = at + 1;
    if (is_space(html[at])) {
      end = std::min(html.find_first_not_of(spaces, at), html.size());
      white_space({at, end}, html.substr(at, end - at), white_space_mode);
    } else if (const auto reference = character_reference(html.substr(at))) {
      end = at + reference->size;
      if (reference->text.size() == 1 && is_space(reference->text[0])) {
        white_space({at, end}, reference->text, white_space_mode);
      } else {
        before_text(at);
        made_.append_atom(reference->text, {at, end});
      }
    } else {
      end = std::min(html.find_first_of("& \t\n\r\f", end), html.size());
      before_text(at);
      made_.append_copy(html.substr(at, end - at), at);
    }
    at = end;
  }
  return first_;
}

std::size_t HtmlWriter::raw(Span span) {
  before_text(span.start);
  const std::size_t start = made_.text.size();
  made_.append_copy(html_.substr(span.start, span.size()), span.start);
  return start;
}

std::size_t HtmlWriter::atom(std::string_view shown, Span span) {
  before_text(span.start);
  const std::size_t start = made_.text.size();
  made_.append_atom(shown, span);
  return start;
}

void HtmlWriter::line_break(Span span) {
  flush_breaks(span.start);
  space_ = {};
  cell_ = false;
  made_.append_atom("\n", span);
}

void HtmlWriter::breaks(std::size_t count) { breaks_ = std::max(breaks_, count); }

// `shown` stands for html_[span].
void HtmlWriter::white_space(Span span, std::string_view shown, WhiteSpace mode) {
  const bool breaks = shown.find('\n') != std::string_view::npos;
  if (mode == WhiteSpace::keep) {
    before_text(span.start);
    if (shown.size() == span.size()) {
      made_.append_copy(shown, span.start);
    } else {
      made_.append_atom(shown, span);
    }
  } else if (mode == WhiteSpace::keep_breaks && breaks) {
    if (shown.size() != span.size()) return line_break(span);
    for (std::size_t k = 0; k < shown.size(); ++k) {
      if (shown[k] == '\n') line_break({span.start + k, span.start + k + 1});
    }
  } else if (space_.empty()) {
    space_ = span;
  }
}

void HtmlWriter::before_text(std::size_t at) {
  flush_breaks(at);
  flush_space(at);
  if (!mark_.empty()) made_.append_inserted(mark_, at);
  mark_.clear();
  if (!first_) first_ = made_.text.size();
}

void HtmlWriter::flush_breaks(std::size_t at) {
  const std::string& text = made_.text;
  if (breaks_ > 0) {
    std::size_t present = 0;
    while (present < std::min(breaks_, text.size()) && text[text.size() - 1 - present] == '\n') {
      ++present;
    }
    if (!text.empty()) made_.append_inserted(std::string(breaks_ - present, '\n'), at);
    space_ = {};
    cell_ = false;
  }
  breaks_ = 0;
}

// White space counts only between words of one line.
void HtmlWriter::flush_space(std::size_t at) {
  if (cell_ && !at_gap()) {
    made_.append_inserted("\t", at);
  } else if (!space_.empty() && !at_gap() && mark_.empty()) {
    if (space_.size() == 1 && html_[space_.start] == ' ') {
      made_.append_copy(" ", space_.start);
    } else {
      made_.append_atom(" ", space_);
    }
  }
  cell_ = false;
  space_ = {};
}

bool HtmlWriter::at_gap() const { return made_.text.empty() || is_space(made_.text.back()); }

}  // namespace replylint
