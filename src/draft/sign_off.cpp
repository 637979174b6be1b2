#include "draft/sign_off.hpp"

#include <algorithm>
#include <string>

#include "draft/ascii.hpp"
#include "draft/contacts.hpp"
#include "draft/good_bye.hpp"
#include "draft/sent_from.hpp"
#include "draft/sign_off_lines.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// A sign-off is short: no more lines than these with text are looked at.
constexpr std::size_t most_lines = 16;
constexpr std::size_t longest_short_line = 80;

// Finds the sign-off from the end up; what is understood is cut off last_.
class Finder {
 public:
  Finder(std::string_view text, std::vector<Line>& lines, std::size_t first, std::size_t last)
      : text_(text), lines_(lines), first_(first), last_(last) {}

  void run() {
    trim_end();
    skip_extras();
    take_footers();
    while (take_after_delimiter()) {
    }
    skip_extras();
    if (take_good_bye()) return;
    take_contacts();
    skip_extras();
    take_name();
  }

 private:
  [[nodiscard]] std::string_view content(std::size_t i) const {
    return content_of(text_, lines_[i]);
  }
  [[nodiscard]] bool is_short(std::size_t i) const {
    const std::string_view c = content(i);
    return !c.empty() && (c.size() <= longest_short_line || reachability(c) == Reachability::hard);
  }
  // No line of the author's above it says more than this one.
  [[nodiscard]] bool is_first(std::size_t i) const { return i == next_with_text(first_); }

  void mark(std::size_t from, std::size_t to, ZoneKind kind) {
    for (std::size_t i = from; i < to; ++i) {
      if (!lines_[i].known) lines_[i].kind = kind;
    }
  }

  void cut_at(std::size_t i) {
    last_ = i;
    trim_end();
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

  // Legal footers and lines that the mail program added.
  void take_footers() {
    constexpr int most_paragraphs = 12;
    constexpr int signs_needed = 3;
    for (int i = 0; i < most_paragraphs && last_ > first_; ++i) {
      if (is_sent_from(content(last_ - 1))) {
        const std::size_t end = last_--;
        if (last_ > first_ && is_sign_off_rule(content(last_ - 1))) --last_;
        mark(last_, end, ZoneKind::signature);
      } else {
        const std::size_t start = paragraph_start();
        const std::size_t begin = lines_[start].start;
        const bool more = last_ < lines_.size() && next_kind() == ZoneKind::disclaimer;
        if (is_first(start)) return;
        const std::string_view paragraph = text_.substr(begin, lines_[last_ - 1].end - begin);
        const bool footer = disclaimer_signs(paragraph) >= signs_needed ||
                            is_titled_disclaimer(paragraph) || is_newsletter_end(start);
        if (footer || (more && is_heading_of_footer(start))) {
          mark(start, last_, ZoneKind::disclaimer);
          last_ = start;
        } else if (more && is_sign_off_rule(content(last_ - 1))) {
          mark(last_ - 1, last_, ZoneKind::disclaimer);
          --last_;
        } else {
          return;
        }
      }
      trim_end();
    }
  }

  // Of the next line with text behind last_.
  [[nodiscard]] ZoneKind next_kind() const {
    std::size_t i = last_;
    while (i + 1 < lines_.size() && lines_[i].blank) ++i;
    return lines_[i].kind;
  }

  // Short lines, one of which says whose newsletter this is.
  [[nodiscard]] bool is_newsletter_end(std::size_t start) const {
    constexpr std::size_t most = 4;
    if (last_ - start > most) return false;
    for (std::size_t i = start; i < last_; ++i) {
      if (is_newsletter_line(content(i))) return true;
    }
    return false;
  }

  // A rule or a title above a footer.
  [[nodiscard]] bool is_heading_of_footer(std::size_t start) const {
    return last_ - start == 1 &&
           (is_sign_off_rule(content(start)) || disclaimer_signs(content(start)) > 0 ||
            ascii::to_lower(content(start)).find("disclaimer") != npos);
  }

  // "-- " and what follows; a longer rule, too, where contact lines follow it.
  bool take_after_delimiter() {
    constexpr std::size_t most_below = 10;
    std::size_t below = 0;
    for (std::size_t i = last_; i-- > first_ && below <= most_below;) {
      if (lines_[i].blank) continue;
      const std::string_view c = content(i);
      const bool delimiter = c == "--" || c == "\xE2\x80\x94";
      if (delimiter ||
          (is_sign_off_rule(c) && (below == 0 || is_list_footer(i + 1) || is_block(i + 1)))) {
        ZoneKind kind = ZoneKind::signature;
        if (is_list_footer(i + 1)) {
          kind = ZoneKind::disclaimer;
        } else if (below == 1 && is_name_line(content(last_ - 1))) {
          kind = ZoneKind::closing;
        }
        // A rule above a footer is part of it.
        if (below == 0 && last_ < lines_.size()) kind = next_kind();
        if (below > 0 || kind == ZoneKind::signature || kind == ZoneKind::disclaimer) {
          mark(i, last_, kind);
        }
        cut_at(i);
        return last_ > first_;
      }
      ++below;
    }
    return false;
  }

  // Lines that mailing lists and archives add.
  [[nodiscard]] bool is_list_footer(std::size_t from) const {
    const std::size_t first = next_with_text(from);
    if (first < last_ && is_list_footer_line(content(first))) return true;
    for (std::size_t i = first; i < last_; ++i) {
      if (is_newsletter_line(content(i))) return true;
    }
    return false;
  }

  // Short lines to the end, one of which at least says how to reach somebody.
  [[nodiscard]] bool is_block(std::size_t from) const {
    constexpr std::size_t most_soft = 3;
    constexpr std::size_t most_prose = 2;
    std::size_t prose = 0;
    bool soft = false;
    bool hard = false;
    std::size_t count = 0;
    for (std::size_t i = from; i < last_; ++i) {
      if (lines_[i].blank || is_sign_off_rule(content(i))) continue;
      if (!is_short(i) || ++count > most_lines || content(i).ends_with(':')) return false;
      const Reachability found = reachability(content(i));
      hard = hard || found == Reachability::hard;
      soft = soft || found == Reachability::soft;
      // A motto may stand there; a text may not.
      const bool plain =
          found == Reachability::none && !is_name_line(content(i)) && !is_address_like(content(i));
      if (plain && ++prose > most_prose) return false;
    }
    return hard || (soft && count <= most_soft);
  }

  // Attachments and post scripts stand behind a sign-off and are body.
  void skip_extras() {
    for (std::size_t i = 0; i < most_lines && last_ > first_; ++i) {
      if (is_attachment(content(last_ - 1)) && !is_first(last_ - 1)) {
        cut_at(last_ - 1);
        continue;
      }
      const std::size_t start = paragraph_start();
      if (start == first_ || !is_post_script(content(start))) return;
      cut_at(start);
    }
  }

  // The lowest good-bye that is followed by nothing but a name, contact lines
  // or, behind an empty line, an afterthought.
  bool take_good_bye() {
    std::size_t seen = 0;
    for (std::size_t i = last_; i-- > first_ && seen < most_lines;) {
      if (lines_[i].blank) continue;
      ++seen;
      const GoodBye found = read_good_bye(content(i));
      if (found.found && take_from_good_bye(i, found)) return true;
    }
    return false;
  }

  bool take_from_good_bye(std::size_t i, const GoodBye& found) {
    std::size_t behind = i + 1;
    const std::size_t name = next_with_text(behind);
    const bool named = !found.with_name && name < last_ &&
                       (is_signing_name(name) || (content(i).ends_with(',') && is_lone_line(name)));
    const bool block_below_name = named && name + 1 < last_ && is_block(name + 1);
    // A name that begins a block of its own is part of that.
    const bool in_block =
        block_below_name && name > i + 1 && !lines_[name + 1].blank && !content(i).ends_with(',');
    if (named && !in_block) behind = name + 1;
    std::size_t contacts_end = behind;
    while (contacts_end < last_ && reachability(content(contacts_end)) != Reachability::none) {
      ++contacts_end;
    }
    const std::size_t rest = next_with_text(behind);
    const bool block = rest < last_ && (in_block || is_block(rest));
    const bool gap = contacts_end < last_ &&
                     (lines_[contacts_end].blank || is_sign_off_rule(content(contacts_end)));
    const bool afterthought = gap && (named || found.with_name || found.formal);
    if (found.needs_name && !named) return false;
    if (rest < last_ && !block && !afterthought) return false;
    if (is_first(i) && !found.formal && !block) return false;
    std::size_t start = i;
    while (start > first_ && !lines_[start - 1].blank && !is_first(start - 1)) {
      const GoodBye above = read_good_bye(content(start - 1));
      if (!above.found || above.needs_name) break;
      --start;
    }
    mark(start, behind, ZoneKind::closing);
    if (block) {
      mark(rest, last_, ZoneKind::signature);
    } else {
      mark(behind, contacts_end, ZoneKind::signature);
    }
    return true;
  }

  [[nodiscard]] std::size_t next_with_text(std::size_t i) const {
    while (i < last_ && lines_[i].blank) ++i;
    return i;
  }

  // The last line, short and no sentence: what stands under "Regards," signs,
  // even where it has not the shape of a name.
  [[nodiscard]] bool is_lone_line(std::size_t i) const {
    constexpr std::size_t longest = 40;
    const std::string_view c = content(i);
    return i + 1 == last_ && i > first_ && !lines_[i - 1].blank && c.size() <= longest &&
           std::string_view(".?!:").find(c.back()) == npos && reachability(c) == Reachability::none;
  }

  // A line under a good-bye that is a name rather than contact data.
  [[nodiscard]] bool is_signing_name(std::size_t i) const {
    const std::string_view c = content(i);
    if (!is_name_line(c) && !is_nickname(c)) return false;
    const bool alone = i + 1 >= last_ || lines_[i + 1].blank;
    return alone || reachability(c) == Reachability::none;
  }

  // A block of contact lines without a good-bye: it begins with its highest
  // line that looks like a name.
  void take_contacts() {
    std::size_t start = last_;
    std::size_t count = 0;
    std::size_t start_count = 0;
    bool hard = false;
    bool soft = false;
    for (std::size_t top = last_; top > first_ && count < most_lines; --top) {
      if (lines_[top - 1].blank) {
        if (top - 1 > first_ && lines_[top - 2].blank && start == top) break;
        continue;
      }
      const std::string_view c = content(top - 1);
      const Reachability found = reachability(c);
      const bool name = is_name_line(c);
      if (!is_short(top - 1) || (found == Reachability::none && !name && !is_address_like(c)))
        break;
      ++count;
      hard = hard || found == Reachability::hard;
      const bool opens = top - 1 == first_ || lines_[top - 2].blank || ends_sentence(top - 2) ||
                         is_sign_off_rule(content(top - 2));
      // A name above a job or a company says enough without a number.
      const bool names_job = soft && name && count == 2 && (top == 1 || lines_[top - 2].blank);
      if (opens && (names_job || (hard && (name || found == Reachability::soft)))) {
        start = top - 1;
        start_count = count;
        if (name) break;
      }
      soft = soft || found == Reachability::soft;
    }
    if (!hard && start == last_) return;
    // A message that is nothing but a signature takes more to believe.
    const std::size_t least = is_first(start) ? 3 : 2;
    if (start_count < least || (is_first(start) && !is_name_line(content(start)))) {
      take_extension();
      return;
    }
    if (start_count == 2 && is_nickname(content(start)) && !lines_[start + 1].blank) {
      take_extension();
      return;
    }
    mark(start, last_, ZoneKind::signature);
    cut_at(start);
  }

  // A number alone under a name.
  void take_extension() {
    if (last_ < first_ + 3 || reachability(content(last_ - 1)) != Reachability::hard) return;
    const std::string_view above = content(last_ - 2);
    if (!is_name_line(above) && !is_nickname(above)) return;
    mark(last_ - 1, last_, ZoneKind::signature);
    cut_at(last_ - 1);
  }

  // Capitalised or numbered, and no sentence: may stand within an address.
  static bool is_address_like(std::string_view content) {
    if (content.empty() || std::string_view(".?!:;").find(content.back()) != npos) return false;
    const auto words = std::count(content.begin(), content.end(), ' ') + 1;
    return words <= 8 &&
           (ascii::is_upper(content.front()) || ascii::is_digit(content.front()) ||
            content.front() == '<' || content.front() == '[' || content.front() == '#');
  }

  // A name alone on the last line.
  void take_name() {
    if (last_ <= first_ + 1 || is_first(last_ - 1)) return;
    const std::size_t i = last_ - 1;
    const std::string_view c = content(i);
    if (is_list_item(c) && is_list_item(content(i - 1))) return;
    if (is_initials(c)) {
      mark(i, last_, ZoneKind::signature);
      return;
    }
    const bool opens =
        lines_[i - 1].blank || ends_sentence(i - 1) || ends_with_thanks(content(i - 1));
    const bool name = is_name_line(c) && !c.ends_with('!');
    if (opens && (name || is_nickname(c))) mark(i, last_, ZoneKind::closing);
  }

  [[nodiscard]] bool ends_sentence(std::size_t i) const {
    const std::string_view c = content(i);
    return c.empty() || std::string_view(".!?)").find(c.back()) != npos ||
           static_cast<unsigned char>(c.back()) >= 0x80;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::size_t first_;
  std::size_t last_;  // moves up as the end is understood
};

}  // namespace

void mark_sign_off(std::string_view text, std::vector<Line>& lines, std::size_t first,
                   std::size_t last) {
  Finder(text, lines, first, last).run();
}

}  // namespace replylint
