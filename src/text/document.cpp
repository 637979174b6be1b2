#include "text/document.hpp"

#include "text/characters.hpp"
#include "text/document_builder.hpp"
#include "text/lexemes.hpp"
#include "text/quotes.hpp"
#include "text/sentence_end.hpp"
#include "text/unspaced.hpp"
#include "text/utf8.hpp"

namespace replylint::text {

namespace {

using enum CharacterClass;

constexpr std::size_t shortest_wrapped_line = 40;  // bytes

class Reader {
 public:
  Reader(std::string_view text, std::span<const Stretch> stretches)
      : text_(text), stretches_(stretches), builder_(text, find_quotes(text, stretches)) {}

  Document read() {
    std::size_t at = 0;
    for (const Stretch& stretch : stretches_) {
      cross_gap(at, stretch.span.start);
      at = stretch.span.end;
      if (stretch.span.empty()) continue;
      if (stretch.kind == TokenKind::word) {
        read_prose(stretch.span);
      } else {
        builder_.add(stretch.span, {}, stretch.kind, 0);
        line_start_ = false;
      }
    }
    return builder_.finish();
  }

 private:
  void cross_gap(std::size_t from, std::size_t to) {
    std::size_t breaks = 0;
    bool blank = true;
    while (from < to) {
      const CodePoint c = code_point_at(text_, from);
      const CharacterClass kind = class_of(c.value);
      if (kind == line_break) {
        if (!is_cr_of_crlf(from)) ++breaks;
      } else if (kind != space) {
        blank = false;
      }
      from += c.length;
    }
    if (blank && breaks == 0) return;
    builder_.end_sentence(Terminator::none);
    // Text that is not read parts paragraphs as a blank line does.
    builder_.add_line_breaks(blank ? breaks : 2);
    start_line(to, 0);
  }

  void read_prose(Span span) {
    prose_ = text_.substr(0, span.end);
    std::size_t at = span.start;
    while (at < prose_.size()) {
      if (line_start_) {
        line_start_ = false;
        const std::size_t begin = at;
        at = list_marker_end(prose_, at);
        const bool goes_on = builder_.is_list_item() && indent_ > 1;
        builder_.set_list_item(at > begin || goes_on);
        if (at == prose_.size()) break;
      }
      at = read_one(at);
    }
  }

  // Reads what stands at `at`; returns where it ends.
  std::size_t read_one(std::size_t at) {
    const CodePoint c = code_point_at(prose_, at);
    const std::size_t end = at + c.length;
    switch (class_of(c.value)) {
      case letter:
        return add_lexeme(at, scan_word(prose_, at));
      case space:
      case apostrophe:
      case invisible:
        return end;
      case line_break:
        return read_line_break(at);
      case digit:
      case currency:
        if (const std::size_t keycap = read_face(at, emoji_end(prose_, at)); keycap != at) {
          return keycap;
        }
        if (class_of(c.value) == currency && !is(end, digit)) return end;
        return add_lexeme(at, scan_number(prose_, at));
      case unspaced:
        return read_unspaced(at);
      case emoji:
        return read_face(at, emoji_end(prose_, at));
      case stop:
        return read_stop(at);
      case quote:
        builder_.extend(end);
        return end;
      case clause:
        if (const std::size_t face = read_face(at, emoticon_end(prose_, at)); face != at) {
          return face;
        }
        builder_.extend(end);
        builder_.break_clause();
        return end;
      case other:
        return read_symbol(at, c);
    }
    return end;
  }

  std::size_t add_lexeme(std::size_t at, const Lexeme& lexeme) {
    builder_.add_lexeme(at, lexeme);
    return lexeme.end;
  }

  std::size_t read_face(std::size_t at, std::size_t end) {
    if (end != at) builder_.add_face({at, end});
    return end;
  }

  std::size_t read_symbol(std::size_t at, CodePoint c) {
    if (const std::size_t end = read_face(at, emoticon_end(prose_, at)); end != at) return end;
    if (const std::size_t end = read_face(at, emoji_end(prose_, at)); end != at) return end;
    const std::size_t end = at + c.length;
    const bool behind_word = at > 0 && at == builder_.last_end();
    if (c.value == '@' && !behind_word && (is(end, letter) || is(end, digit))) {
      return add_lexeme(at, scan_word(prose_, at));
    }
    if (c.value == '#' && is(end, digit)) return add_lexeme(at, scan_number(prose_, at));
    // Between two words it is a hyphen, before a digit a minus, else a dash.
    const bool hyphen = is(end, digit) || (behind_word && is(end, letter));
    if (c.value == '-' && !hyphen) builder_.break_clause();
    return end;
  }

  std::size_t read_unspaced(std::size_t at) {
    std::size_t end = at;
    while (is(end, unspaced)) end += code_point_at(prose_, end).length;
    for (const Span word : words_.cut(prose_.substr(at, end - at))) {
      Lexeme lexeme;
      lexeme.end = at + word.end;
      lexeme.ascii = false;
      builder_.add_lexeme(at + word.start, lexeme);
    }
    return end;
  }

  std::size_t read_stop(std::size_t at) {
    const StopRun run = read_stop_run(prose_, at);
    builder_.extend(run.end);
    if (!builder_.is_open()) return run.end;
    const std::string_view before =
        builder_.last_end() == at ? builder_.last_form() : std::string_view{};
    if (ends_sentence(text_, run, before)) {
      builder_.end_sentence(run.terminator);
    } else if (run.terminator == Terminator::ellipsis) {
      builder_.break_clause();
    }
    return run.end;
  }

  std::size_t read_line_break(std::size_t at) {
    const std::size_t line_end = at;
    std::size_t breaks = 0;
    std::size_t begin = at;
    while (at < prose_.size()) {
      const CodePoint c = code_point_at(prose_, at);
      const CharacterClass kind = class_of(c.value);
      if (kind != line_break && kind != space) break;
      if (kind == line_break && !is_cr_of_crlf(at)) ++breaks;
      at += c.length;
      if (kind == line_break) begin = at;
    }
    const std::size_t indent = at - begin;
    const bool lower = at < prose_.size() && is_lower(code_point_at(prose_, at).value);
    const bool wrapped = breaks == 1 && builder_.is_open() && lower &&
                         list_marker_end(prose_, at) == at && goes_on(line_end, indent);
    if (wrapped) {
      line_begin_ = at;
      return at;
    }
    builder_.end_sentence(Terminator::none);
    builder_.add_line_breaks(breaks);
    start_line(at, indent);
    return at;
  }

  void start_line(std::size_t begin, std::size_t indent) {
    line_start_ = true;
    line_begin_ = begin;
    indent_ = indent;
  }

  // Whether the sentence of the line that ends at `line_end` goes on at the
  // next line, which begins with a small letter.
  [[nodiscard]] bool goes_on(std::size_t line_end, std::size_t indent) const {
    while (line_end > line_begin_ && (text_[line_end - 1] == ' ' || text_[line_end - 1] == '\t')) {
      --line_end;
    }
    if (line_end == line_begin_) return false;
    const char last = text_[line_end - 1];
    if (last == ':' || last == ';') return false;
    return line_end >= line_begin_ + shortest_wrapped_line ||
           (builder_.is_list_item() && indent > 1);
  }

  [[nodiscard]] bool is(std::size_t at, CharacterClass kind) const {
    return at < prose_.size() && class_of(code_point_at(prose_, at).value) == kind;
  }
  [[nodiscard]] bool is_cr_of_crlf(std::size_t at) const {
    return text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
  }

  std::string_view text_;
  std::span<const Stretch> stretches_;
  DocumentBuilder builder_;
  UnspacedWords words_;
  std::string_view prose_;  // the text up to the end of the stretch that is read
  std::size_t line_begin_ = 0;
  std::size_t indent_ = 0;  // of this line, bytes
  bool line_start_ = true;
};

}  // namespace

Document read_document(std::string_view text, std::span<const Stretch> stretches) {
  return Reader(text, stretches).read();
}

Document read_document(std::string_view text) {
  const Stretch whole{{0, text.size()}, TokenKind::word};
  return read_document(text, std::span(&whole, 1));
}

}  // namespace replylint::text
