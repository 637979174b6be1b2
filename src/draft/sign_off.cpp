#include "draft/sign_off.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "draft/ascii.hpp"
#include "draft/good_bye.hpp"
#include "draft/names.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// A sign-off is short: no more lines than these with text are looked at.
constexpr std::size_t most_lines = 16;
constexpr std::size_t longest_short_line = 80;

bool is_rule(std::string_view content) {
  return content.size() >= 3 && content.find_first_not_of("_-=*~") == npos;
}

bool is_attachment(std::string_view content) {
  return (content.starts_with("<<") && content.ends_with(">>")) ||
         (content.starts_with("- ") && content.size() > 6 && content[content.size() - 4] == '.') ||
         content.starts_with("(See attached file");
}

bool is_post_script(std::string_view content) {
  const std::string lower = ascii::to_lower(content.substr(0, 5));
  return lower.starts_with("ps ") || lower.starts_with("ps:") || lower.starts_with("ps.") ||
         lower.starts_with("p.s") || lower.starts_with("pps") || lower.starts_with("nb:") ||
         content.starts_with("**");
}

// A few letters that stand for a name at the very end: "mb", "carol", "- Rob".
bool is_nickname(std::string_view content) {
  constexpr std::size_t longest = 10;
  while (!content.empty() && std::string_view("-/~ ").find(content.front()) != npos) {
    content.remove_prefix(1);
  }
  if (content.ends_with('.') || content.ends_with(',')) content.remove_suffix(1);
  if (content.empty() || content.size() > longest) return false;
  return std::all_of(content.begin(), content.end(),
                     [](char c) { return ascii::is_letter(c) || c == '-' || c == '.'; }) &&
         ascii::is_letter(content.front());
}

std::string_view without_leading_dash(std::string_view content) {
  while (!content.empty() && std::string_view("-/~* ").find(content.front()) != npos) {
    content.remove_prefix(1);
  }
  for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94"}) {
    if (content.starts_with(dash)) content = trim(content.substr(dash.size()));
  }
  return content;
}

bool is_name_line(std::string_view content) {
  constexpr std::size_t most_words = 4;
  return looks_like_name(without_leading_dash(content), most_words);
}

// "^AB": initials as support agents sign on social networks.
bool is_initials(std::string_view content) {
  return content.size() >= 2 && content.size() <= 6 && content.front() == '^' &&
         ascii::is_letter(content.back());
}

class Finder {
 public:
  Finder(std::string_view text, std::vector<Line>& lines, std::size_t first, std::size_t last)
      : text_(text), lines_(lines), first_(first), last_(last) {}

  void run() {
    trim_end();
    take_footers();
    take_after_delimiter();
    const std::size_t end = last_;
    skip_extras();
    if (!take_good_bye(end)) {
      take_contacts();
      skip_extras();
      take_name();
    }
  }

 private:
  [[nodiscard]] std::string_view content(std::size_t i) const {
    return content_of(text_, lines_[i]);
  }
  [[nodiscard]] bool is_short(std::size_t i) const {
    const std::string_view c = content(i);
    return !c.empty() && c.size() <= longest_short_line;
  }

  void mark(std::size_t from, std::size_t to, ZoneKind kind) {
    for (std::size_t i = from; i < to; ++i) {
      if (!lines_[i].known) lines_[i].kind = kind;
    }
  }

  void trim_end() {
    while (last_ > first_ && lines_[last_ - 1].blank) --last_;
  }

  // First line of the paragraph that ends at last_.
  [[nodiscard]] std::size_t paragraph_start() const {
    std::size_t start = last_;
    while (start > first_ && !lines_[start - 1].blank) --start;
    return start;
  }

  // Legal footers and lines that the mail program added, from the bottom up.
  void take_footers() {
    constexpr int most_paragraphs = 12;
    constexpr int signs_needed = 3;
    std::size_t pending = last_;  // a paragraph that is one only if more stands above it
    for (int i = 0; i < most_paragraphs && last_ > first_; ++i) {
      if (is_sent_from(content(last_ - 1))) {
        const std::size_t end = last_--;
        if (last_ > first_ && is_rule(content(last_ - 1))) --last_;
        mark(last_, end, ZoneKind::signature);
        trim_end();
        pending = last_;
        continue;
      }
      const std::size_t start = paragraph_start();
      const std::size_t begin = lines_[start].start;
      const int signs = disclaimer_signs(text_.substr(begin, lines_[last_ - 1].end - begin));
      if (signs >= signs_needed) {
        mark(start, pending, ZoneKind::disclaimer);
      } else if (!(is_heading_of_footer(start) && pending > last_)) {
        break;
      } else {
        mark(start, pending, ZoneKind::disclaimer);
      }
      last_ = start;
      trim_end();
      pending = last_;
    }
  }

  // A rule or a title above a footer that was taken already.
  [[nodiscard]] bool is_heading_of_footer(std::size_t start) const {
    return last_ - start == 1 &&
           (is_rule(content(start)) || ascii::to_lower(content(start)).find("disclaimer") != npos);
  }

  // "-- " and what follows; a longer rule, too, where contact lines follow it.
  void take_after_delimiter() {
    std::size_t seen = 0;
    for (std::size_t i = last_; i-- > first_ && seen <= most_lines;) {
      if (lines_[i].blank) continue;
      ++seen;
      const std::string_view c = content(i);
      const bool delimiter = c == "--" || c == "\xE2\x80\x94" || c == "- --";
      if (!delimiter && !(is_rule(c) && is_contact_block(i + 1))) continue;
      if (delimiter && is_lone_name_below(i)) {
        mark(i, last_, ZoneKind::closing);
      } else {
        mark(i, last_, ZoneKind::signature);
      }
      last_ = i;
      trim_end();
      return;
    }
  }

  [[nodiscard]] bool is_lone_name_below(std::size_t i) const {
    return last_ == i + 2 && is_name_line(content(i + 1));
  }

  // Short lines, one of which at least says how to reach somebody.
  [[nodiscard]] bool is_contact_block(std::size_t from) const {
    bool contact = false;
    for (std::size_t i = from; i < last_; ++i) {
      if (lines_[i].blank) continue;
      if (is_rule(content(i))) continue;
      if (!is_short(i)) return false;
      contact = contact || is_contact_line(content(i));
    }
    return contact;
  }

  // Attachments and post scripts stand behind a sign-off and are body.
  void skip_extras() {
    for (int i = 0; i < 4 && last_ > first_; ++i) {
      const std::size_t start = paragraph_start();
      if (start == first_ || !(is_attachment(content(start)) || is_post_script(content(start)))) {
        return;
      }
      last_ = start;
      trim_end();
    }
  }

  // The lowest good-bye that is followed by nothing but a name, contact lines
  // or, behind an empty line, an afterthought.
  bool take_good_bye(std::size_t end) {
    std::size_t seen = 0;
    for (std::size_t i = last_; i-- > first_ && seen < most_lines;) {
      if (lines_[i].blank) continue;
      ++seen;
      const GoodBye found = read_good_bye(content(i));
      if (!found.found || (i == first_with_text() && !found.formal)) continue;
      std::size_t behind = i + 1;
      const std::size_t name = next_with_text(behind);
      const bool named = name < last_ && !found.with_name && is_signing_name(name);
      if (named) behind = name + 1;
      const std::size_t rest = next_with_text(behind);
      const bool ends = rest >= last_;
      const bool contacts = !ends && is_contact_block(rest);
      const bool afterthought = !ends && (named || found.with_name || found.formal) &&
                                behind < last_ && lines_[behind].blank && last_ - rest <= 6;
      if (found.needs_name && !named) continue;
      if (!(ends || contacts || afterthought)) continue;
      std::size_t start = i;
      while (start > first_ && !lines_[start - 1].blank && start - 1 != first_with_text() &&
             read_good_bye(content(start - 1)).found &&
             !read_good_bye(content(start - 1)).needs_name) {
        --start;
      }
      mark(start, behind, ZoneKind::closing);
      if (contacts) mark(rest, last_, ZoneKind::signature);
      (void)end;
      return true;
    }
    return false;
  }

  [[nodiscard]] std::size_t first_with_text() const { return next_with_text(first_); }

  [[nodiscard]] std::size_t next_with_text(std::size_t i) const {
    while (i < last_ && lines_[i].blank) ++i;
    return i;
  }

  // A line under a good-bye that is a name rather than contact data.
  [[nodiscard]] bool is_signing_name(std::size_t i) const {
    const std::string_view c = content(i);
    if (is_name_line(c) || is_nickname(c)) return !is_contact_line(c) || is_last_or_before_gap(i);
    return false;
  }
  [[nodiscard]] bool is_last_or_before_gap(std::size_t i) const {
    return i + 1 >= last_ || lines_[i + 1].blank;
  }

  // A block of contact lines without a good-bye: it begins with its highest
  // line that looks like a name.
  void take_contacts() {
    std::size_t top = last_;
    std::size_t start = last_;
    std::size_t seen = 0;
    std::size_t contacts = 0;
    while (top > first_ && seen < most_lines) {
      if (lines_[top - 1].blank) {
        if (top >= 2 && top - 1 > first_ && lines_[top - 2].blank) break;
        --top;
        continue;
      }
      const std::string_view c = content(top - 1);
      const bool contact = is_contact_line(c);
      const bool name = is_name_line(c);
      if (!is_short(top - 1) || (!contact && !name && !is_address_like(c))) break;
      --top;
      ++seen;
      if (contact) ++contacts;
      if (name || (contact && start == last_)) start = top;
      if (name && contacts > 0 && top > first_ && lines_[top - 1].blank) {
        start = top;
        break;
      }
    }
    if (contacts == 0 || start == last_ || start == first_with_text()) return;
    const std::size_t lines =
        static_cast<std::size_t>(std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(start),
                                               lines_.begin() + static_cast<std::ptrdiff_t>(last_),
                                               [](const Line& line) { return !line.blank; }));
    if (lines < 2) return;
    mark(start, last_, ZoneKind::signature);
    last_ = start;
    trim_end();
  }

  // Capitalised or numbered, and no sentence: may stand within an address.
  static bool is_address_like(std::string_view content) {
    if (content.empty() || std::string_view(".?!:;").find(content.back()) != npos) return false;
    const auto words = std::count(content.begin(), content.end(), ' ') + 1;
    return words <= 8 && (ascii::is_upper(content.front()) || ascii::is_digit(content.front()) ||
                          content.front() == '<' || content.front() == '[');
  }

  // A name alone on the last line.
  void take_name() {
    if (last_ <= first_ + 1) return;
    const std::size_t i = last_ - 1;
    if (i == first_with_text()) return;
    const std::string_view c = content(i);
    if (is_initials(c)) {
      mark(i, last_, ZoneKind::signature);
      return;
    }
    constexpr std::size_t most_words = 3;
    const bool name = looks_like_name(without_leading_dash(c), most_words) && !c.ends_with(':') &&
                      !c.ends_with('!');
    const bool nickname = is_nickname(c) && lines_[i - 1].blank == false && ends_sentence(i - 1);
    if (name || nickname || (is_nickname(c) && lines_[i - 1].blank)) {
      mark(i, last_, ZoneKind::closing);
    }
  }

  [[nodiscard]] bool ends_sentence(std::size_t i) const {
    const std::string_view c = content(i);
    return !c.empty() && std::string_view(".!?)").find(c.back()) != npos;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::size_t first_;
  std::size_t last_;  // moves up as the end is understood
};

// Where a link that ends the line begins; the line's end for none.
std::size_t before_last_link(std::string_view line) {
  const std::size_t space = line.find_last_of(" \t");
  const std::size_t word = space == npos ? 0 : space + 1;
  return line.substr(word).starts_with("http") ? word : line.size();
}

}  // namespace

void mark_sign_off(std::string_view text, std::vector<Line>& lines, std::size_t first,
                   std::size_t last) {
  Finder(text, lines, first, last).run();
}

InlineSignOff inline_sign_off(std::string_view line) {
  constexpr std::size_t looked_at = 90;
  constexpr std::size_t longest_name = 14;
  const InlineSignOff none{line.size(), line.size(), ZoneKind::signature};
  std::size_t end = line.size();
  const auto trim_end = [&] {
    while (end > 0 && (ascii::is_space(line[end - 1]) || line[end - 1] == '.')) --end;
  };
  trim_end();
  for (int links = 0; links < 3; ++links) {
    end = before_last_link(line.substr(0, end));
    trim_end();
  }
  // "^AB", "-AB", "/AB", "*AB", "- Chris".
  std::size_t start = end;
  while (start > 0 && end - start < longest_name && ascii::is_letter(line[start - 1])) --start;
  const std::size_t letters = end - start;
  std::size_t mark = start;
  while (mark > 0 && line[mark - 1] == ' ') --mark;
  const bool spaced = mark < start;
  if (letters > 0 && mark > 0 && (mark == 1 || !ascii::is_alnum(line[mark - 2]))) {
    const char c = line[mark - 1];
    std::size_t at = mark - 1;
    const bool dash = c == '-' || c == '~';
    const bool capital = ascii::is_upper(line[start]);
    const bool initials =
        letters <= 3 &&
        std::none_of(line.begin() + static_cast<std::ptrdiff_t>(start),
                     line.begin() + static_cast<std::ptrdiff_t>(end), ascii::is_lower);
    std::size_t before = at;
    while (before > 0 && line[before - 1] == ' ') --before;
    const bool after_sentence = before == 0 ||
                                std::string_view(".!?:)\"").find(line[before - 1]) != npos ||
                                static_cast<unsigned char>(line[before - 1]) >= 0x80;
    const bool carets = c == '^' && letters <= longest_name;
    const bool marked_initials = (c == '/' || c == '*') && initials && !spaced && at != before;
    const bool dashed =
        dash && capital && (after_sentence || (initials && !spaced && at != before));
    if (carets || marked_initials || dashed) {
      while (at > 0 && line[at - 1] == c) --at;
      return {at, end, ZoneKind::signature};
    }
  }
  // "... by Friday. Best regards, Anna"
  const std::size_t from = line.size() > looked_at ? line.size() - looked_at : 0;
  for (std::size_t at = line.size(); at-- > from + 1;) {
    if (line[at - 1] != ' ' || at < 2 || std::string_view(".!?").find(line[at - 2]) == npos) {
      continue;
    }
    const GoodBye found = read_good_bye(trim(line.substr(at)));
    if (found.found && found.with_name) return {at, line.size(), ZoneKind::closing};
    if (found.found && found.formal) return {at, line.size(), ZoneKind::closing};
  }
  return none;
}

}  // namespace replylint
