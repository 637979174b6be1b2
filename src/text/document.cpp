#include "text/document.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/characters.hpp"
#include "text/contractions.hpp"
#include "text/quotes.hpp"
#include "text/sentence_end.hpp"
#include "text/unspaced.hpp"
#include "text/utf8.hpp"

namespace replylint::text {

namespace {

using enum CharacterClass;

constexpr std::size_t shortest_wrapped_line = 40;  // bytes

constexpr std::array<std::string_view, 17> emoticons{":-)", ":-(", ";-)", ":-D", ":-P", ":-/",
                                                     ":)",  ":(",  ";)",  ":D",  ":P",  ":/",
                                                     ":p",  ":o",  "=)",  "<3",  "^^"};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), quotes_(find_quotes(text)) {
    std::string folded(text);
    for (char& c : folded) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    folded_ = document_.forms.emplace_back(std::move(folded));
  }

  Document read(std::span<const Stretch> stretches) {
    std::size_t at = 0;
    for (const Stretch& stretch : stretches) {
      cross_gap(at, stretch.span.start);
      at = stretch.span.end;
      if (stretch.span.empty()) continue;
      if (stretch.kind == TokenKind::word) {
        read_prose(stretch.span);
      } else {
        add_token(stretch.span.start, stretch.span.end, {}, stretch.kind, 0);
        end_ = stretch.span.end;
      }
    }
    end_sentence(Terminator::none);
    return std::move(document_);
  }

 private:
  // Between two stretches: only white space on one line joins them.
  void cross_gap(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (text_[i] != ' ' && text_[i] != '\t') {
        end_sentence(Terminator::none);
        line_start_ = true;
        return;
      }
    }
  }

  void read_prose(Span span) {
    limit_ = span.end;
    std::size_t at = span.start;
    while (at < limit_) {
      if (line_start_) {
        at = skip_list_marker(at);
        line_start_ = false;
        if (at >= limit_) break;
      }
      const CodePoint c = code_point_at(text_, at);
      const CharacterClass kind = class_of(c.value);
      switch (kind) {
        case space:
          at += c.length;
          break;
        case line_break:
          at = read_line_break(at);
          break;
        case letter:
          at = read_word(at);
          break;
        case digit:
          at = read_number(at, at, 0);
          break;
        case currency:
          at = read_currency(at, c.length);
          break;
        case unspaced:
          at = read_unspaced(at);
          break;
        case emoji:
          at = read_emoji(at, c.length);
          break;
        case stop:
          at = read_stop(at);
          break;
        case quote:
          end_ = std::max(end_, open_ ? at + c.length : end_);
          at += c.length;
          break;
        case apostrophe:
          at += c.length;
          break;
        case clause:
          at = read_clause(at, c.length);
          break;
        case other:
          at = read_other(at, c.value, c.length);
          break;
      }
    }
  }

  // ---- tokens

  void add_token(std::size_t start, std::size_t end, std::string_view form, TokenKind kind,
                 unsigned flags) {
    if (!open_) {
      open_ = true;
      Sentence sentence;
      sentence.first = static_cast<std::uint32_t>(document_.tokens.size());
      sentence.span = {start, end};
      sentence.paragraph = paragraph_;
      sentence.list_item = list_item_;
      document_.sentences.push_back(sentence);
      flags &= ~unsigned{flag_clause_break};
    } else if (clause_break_) {
      flags |= flag_clause_break;
    }
    clause_break_ = false;
    while (next_quote_ < quotes_.size() && quotes_[next_quote_].end <= start) ++next_quote_;
    if (next_quote_ < quotes_.size() && quotes_[next_quote_].start <= start &&
        end <= quotes_[next_quote_].end) {
      flags |= flag_quoted;
    }
    document_.tokens.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end),
                                form, kind, static_cast<std::uint16_t>(flags)});
    end_ = end;
  }

  std::size_t read_word(std::size_t start, unsigned flags = 0) {
    std::size_t at = start;
    std::size_t letters = 0;
    bool upper = true;
    bool ascii = true;
    bool digits = false;
    bool first_upper = false;
    std::optional<std::size_t> mark;  // the last apostrophe
    char32_t before = 0;
    unsigned run = 1;
    if (text_[at] == '@') ++at;
    while (at < limit_) {
      const CodePoint c = code_point_at(text_, at);
      const CharacterClass kind = class_of(c.value);
      if (kind == letter) {
        if (letters == 0) first_upper = is_upper(c.value);
        upper = upper && !is_lower(c.value);
        ++letters;
        run = c.value == before ? run + 1 : 1;
        if (run == 3) flags |= flag_elongated;
        before = c.value;
      } else if (kind == digit || c.value == '_') {
        digits = digits || kind == digit;
        before = 0;
      } else if (kind == apostrophe && letters > 0 && is_letter_at(at + c.length)) {
        mark = at;
      } else if (c.value == '-' && joins_code(at, digits)) {
        before = 0;
      } else {
        break;
      }
      ascii = ascii && c.length == 1;
      at += c.length;
    }
    if (first_upper) flags |= flag_capitalised;
    if (upper && letters >= 2) flags |= flag_all_caps;
    if (digits) flags |= flag_has_digit;
    if (at - start == 1 && folded_[start] == 'e' && is_mail_at(at)) {
      return read_email_word(start, at, flags);
    }
    add_word(start, at, ascii, mark, flags);
    return at;
  }

  void add_word(std::size_t start, std::size_t end, bool ascii, std::optional<std::size_t> mark,
                unsigned flags) {
    std::string_view form = folded_.substr(start, end - start);
    if (!ascii || form.find('`') != std::string_view::npos) {
      std::string folded = fold(text_.substr(start, end - start));
      std::replace(folded.begin(), folded.end(), '`', '\'');
      form = document_.forms.emplace_back(std::move(folded));
    }
    const auto parts = split_contraction(form);
    if (!parts) {
      add_token(start, end, form, TokenKind::word, flags);
      return;
    }
    // The split is a place in the folded form; behind a wide apostrophe it is
    // counted from the end, which is always ASCII.
    const std::size_t tail = form.size() - parts->split;
    const std::size_t split = mark && parts->second == "not" && form[parts->split] == 'n'
                                  ? *mark - 1
                              : mark && form[parts->split] == '\'' ? *mark
                                                                   : end - tail;
    add_token(start, split, parts->first, TokenKind::word, flags);
    add_token(split, end, parts->second, TokenKind::word,
              (flags & unsigned{flag_all_caps}) | flag_contraction);
  }

  // "e-mail" is the word "email".
  [[nodiscard]] bool is_mail_at(std::size_t at) const {
    return at + 5 <= limit_ && text_[at] == '-' && folded_.substr(at + 1, 4) == "mail";
  }
  std::size_t read_email_word(std::size_t start, std::size_t at, unsigned flags) {
    std::size_t end = at + 1;
    while (end < limit_ && class_of(static_cast<unsigned char>(text_[end])) == letter) ++end;
    std::string form = "e" + std::string(folded_.substr(at + 1, end - at - 1));
    if (is_upper(static_cast<unsigned char>(text_[at + 1])) == false) {
      flags &= ~unsigned{flag_all_caps};
    }
    add_token(start, end, document_.forms.emplace_back(std::move(form)), TokenKind::word, flags);
    return end;
  }

  // A number with what is inside it ("1,200.50", "10:30", "24/7"). Letters at
  // its end are a word of their own ("5pm"), unless it is an ordinal or a code.
  // `start` may lie before it, on a sign that belongs to it ("#12", "£5").
  std::size_t read_number(std::size_t start, std::size_t at, unsigned flags) {
    const std::size_t first_digit = at;
    while (at < limit_) {
      const CodePoint c = code_point_at(text_, at);
      const bool inner = c.value == '.' || c.value == ',' || c.value == ':' || c.value == '/';
      if (class_of(c.value) != digit && !(inner && is_digit_at(at + 1))) break;
      at += c.length;
    }
    std::size_t end = at;
    while (end < limit_ && is_letter_at(end)) end += code_point_at(text_, end).length;
    const std::string_view letters = folded_.substr(at, end - at);
    const bool ordinal = letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
    const bool goes_on =
        end < limit_ && (is_digit_at(end) || (text_[end] == '-' && is_digit_at(end + 1)));
    if (!letters.empty() && !ordinal && goes_on) return read_word(first_digit, flags);
    if (ordinal) at = end;
    if (at < limit_) {
      const CodePoint c = code_point_at(text_, at);
      if (class_of(c.value) == currency) {
        at += c.length;
        flags |= flag_currency;
      }
    }
    add_token(start, at, folded_.substr(start, at - start), TokenKind::number, flags);
    return at;
  }

  std::size_t read_currency(std::size_t at, std::size_t length) {
    if (!is_digit_at(at + length)) return at + length;
    return read_number(at, at + length, flag_currency);
  }

  std::size_t read_unspaced(std::size_t at) {
    std::size_t end = at;
    while (end < limit_) {
      const CodePoint c = code_point_at(text_, end);
      if (class_of(c.value) != unspaced) break;
      end += c.length;
    }
    for (const Span word : cut_unspaced(text_.substr(at, end - at))) {
      std::string form(text_.substr(at + word.start, word.size()));
      add_token(at + word.start, at + word.end, document_.forms.emplace_back(std::move(form)),
                TokenKind::word, 0);
    }
    return end;
  }

  std::size_t read_emoji(std::size_t at, std::size_t length) {
    std::size_t end = at + length;
    bool joined = false;
    const bool flag = length == 4 && code_point_at(text_, at).value < 0x1F300;
    bool flag_open = flag;
    while (end < limit_) {
      const CodePoint c = code_point_at(text_, end);
      const bool second_half = flag_open && c.value >= 0x1F1E6 && c.value <= 0x1F1FF;
      if (!extends_emoji(c.value) && !joined && !second_half) break;
      if (second_half) flag_open = false;
      joined = c.value == 0x200D;
      end += c.length;
    }
    add_token(at, end, text_.substr(at, end - at), TokenKind::emoji, 0);
    return end;
  }

  // ---- punctuation

  std::size_t read_clause(std::size_t at, std::size_t length) {
    if (const std::size_t end = read_emoticon(at); end != at) return end;
    clause_break_ = true;
    if (open_) end_ = at + length;
    return at + length;
  }

  std::size_t read_other(std::size_t at, char32_t c, std::size_t length) {
    if (const std::size_t end = read_emoticon(at); end != at) return end;
    if (c == '@' && is_letter_at(at + 1)) return read_word(at);
    if (c == '#' && is_digit_at(at + 1)) return read_number(at, at + 1, 0);
    const bool spaced = (at == 0 || text_[at - 1] == ' ') &&
                        (at + 1 >= limit_ || text_[at + 1] == ' ' || text_[at + 1] == '-');
    if (c == '-' && spaced) clause_break_ = true;
    return at + length;
  }

  std::size_t read_emoticon(std::size_t at) {
    const bool apart = at == 0 || class_of(static_cast<unsigned char>(text_[at - 1])) != letter;
    if (!apart) return at;
    for (const std::string_view face : emoticons) {
      const std::size_t end = at + face.size();
      if (end > limit_ || text_.substr(at, face.size()) != face) continue;
      const bool ends =
          end >= limit_ || (!is_letter_at(end) && !is_digit_at(end) && text_[end] != '/');
      if (!ends) continue;
      if (!open_ && !document_.sentences.empty() && same_line_) reopen();
      add_token(at, end, text_.substr(at, face.size()), TokenKind::emoji, 0);
      return end;
    }
    return at;
  }

  std::size_t read_stop(std::size_t at) {
    const StopRun run = read_stop_run(text_.substr(0, limit_), at);
    if (!open_) return run.end;
    end_ = run.end;
    const std::string_view before =
        document_.tokens.empty() ? std::string_view{} : document_.tokens.back().form;
    const bool touches = !document_.tokens.empty() && document_.tokens.back().end == at;
    if (ends_sentence(text_.substr(0, limit_), run, touches ? before : std::string_view{})) {
      end_sentence(run.terminator);
    } else if (run.terminator == Terminator::ellipsis) {
      clause_break_ = true;
    }
    return run.end;
  }

  // ---- lines and sentences

  std::size_t read_line_break(std::size_t at) {
    std::size_t breaks = 0;
    std::size_t line_end = at;
    while (at < limit_) {
      const CodePoint c = code_point_at(text_, at);
      const CharacterClass kind = class_of(c.value);
      if (kind != line_break && kind != space) break;
      if (kind == line_break && !(c.value == '\r' && at + 1 < limit_ && text_[at + 1] == '\n')) {
        ++breaks;
      }
      at += c.length;
    }
    const bool lower = at < limit_ && is_lower(code_point_at(text_, at).value);
    const bool wrapped = breaks == 1 && open_ && lower && is_long_open_line(line_end) &&
                         skip_list_marker(at, false) == at;
    if (!wrapped) end_sentence(Terminator::none);
    if (breaks > 1) {
      ++paragraph_;
    }
    line_start_ = !wrapped;
    same_line_ = false;
    line_begin_ = at;
    return at;
  }

  [[nodiscard]] bool is_long_open_line(std::size_t line_end) const {
    while (line_end > line_begin_ && (text_[line_end - 1] == ' ' || text_[line_end - 1] == '\t')) {
      --line_end;
    }
    return line_end >= line_begin_ + shortest_wrapped_line && text_[line_end - 1] != ':' &&
           text_[line_end - 1] != ';';
  }

  // Behind "- ", "* ", "• ", "1. ", "2) ", "a) ", "(3) " at the start of a line.
  std::size_t skip_list_marker(std::size_t at, bool remember = true) {
    std::size_t i = at;
    while (i < limit_ && (text_[i] == ' ' || text_[i] == '\t')) ++i;
    const std::size_t begin = i;
    const std::string_view rest = text_.substr(i, std::min(limit_ - i, std::size_t{4}));
    if (rest.starts_with("\xE2\x80\xA2")) {
      i += 3;
    } else if (!rest.empty() && (rest[0] == '-' || rest[0] == '*' || rest[0] == '+')) {
      i += 1;
    } else {
      if (i < limit_ && text_[i] == '(') ++i;
      const std::size_t mark = i;
      while (i < limit_ && i < mark + 3 && is_digit_at(i)) ++i;
      if (i == mark && i < limit_ && class_of(static_cast<unsigned char>(text_[i])) == letter) ++i;
      if (i == mark || i >= limit_ ||
          (text_[i] != ')' && !(text_[i] == '.' && is_digit_at(mark)))) {
        i = begin;
      } else {
        ++i;
      }
    }
    const bool found = i > begin && i < limit_ && text_[i] == ' ';
    if (remember) list_item_ = found;
    return found ? i : at;
  }

  void end_sentence(Terminator terminator) {
    if (!open_) return;
    Sentence& sentence = document_.sentences.back();
    sentence.last = static_cast<std::uint32_t>(document_.tokens.size());
    sentence.span.end = std::max<std::size_t>(end_, document_.tokens.back().end);
    sentence.terminator = terminator;
    open_ = false;
    same_line_ = true;
    clause_break_ = false;
  }

  // A face behind the last full stop belongs to the sentence before it.
  void reopen() { open_ = true; }

  [[nodiscard]] bool is_letter_at(std::size_t at) const {
    return at < limit_ && class_of(code_point_at(text_, at).value) == letter;
  }
  [[nodiscard]] bool is_digit_at(std::size_t at) const {
    return at < limit_ && text_[at] >= '0' && text_[at] <= '9';
  }
  // A hyphen inside a code ("AB-1234"), not between words.
  [[nodiscard]] bool joins_code(std::size_t at, bool digits) const {
    return is_digit_at(at + 1) || (digits && is_letter_at(at + 1));
  }

  std::string_view text_;
  std::vector<Span> quotes_;
  Document document_;
  std::string_view folded_;
  std::size_t limit_ = 0;
  std::size_t end_ = 0;  // of the sentence so far, punctuation included
  std::size_t line_begin_ = 0;
  std::size_t next_quote_ = 0;
  std::uint32_t paragraph_ = 0;
  bool open_ = false;          // a sentence is
  bool clause_break_ = false;  // before the next token
  bool line_start_ = true;
  bool list_item_ = false;
  bool same_line_ = false;  // as the sentence that ended last
};

}  // namespace

Document read_document(std::string_view text, std::span<const Stretch> stretches) {
  return Reader(text).read(stretches);
}

Document read_document(std::string_view text) {
  const Stretch whole{{0, text.size()}, TokenKind::word};
  return read_document(text, std::span(&whole, 1));
}

}  // namespace replylint::text
