#include "draft/date_in_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "draft/ascii.hpp"
#include "draft/lines.hpp"
#include "text/moment.hpp"
#include "text/month_names.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct Token {
  enum class Kind { number, word, mark };
  Kind kind = Kind::mark;
  Span span;
  std::string_view text;
  int value = 0;       // of a number
  std::string folded;  // of a word

  [[nodiscard]] bool is(char mark) const { return kind == Kind::mark && text.front() == mark; }
  [[nodiscard]] bool is(std::string_view word) const {
    return kind == Kind::word && folded == word;
  }
  [[nodiscard]] bool is_number(std::size_t least, std::size_t most) const {
    return kind == Kind::number && text.size() >= least && text.size() <= most;
  }
};

bool is_word_byte(char c) { return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

// How many bytes of white space stand at the front, of whatever width.
std::size_t blank_at(std::string_view text) {
  constexpr std::size_t widest = 3;
  for (const std::size_t size : {std::size_t{1}, std::size_t{2}, widest}) {
    if (size <= text.size() && trim(text.substr(0, size)).empty()) return size;
  }
  return 0;
}

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < line.size();) {
    if (const std::size_t blank = blank_at(line.substr(at)); blank > 0) {
      at += blank;
      continue;
    }
    Token token;
    std::size_t end = at + 1;
    if (ascii::is_digit(line[at])) {
      token.kind = Token::Kind::number;
      while (end < line.size() && ascii::is_digit(line[end])) ++end;
      constexpr std::size_t longest = 8;
      for (std::size_t i = at; i < std::min(end, at + longest); ++i) {
        token.value = token.value * 10 + (line[i] - '0');
      }
    } else if (is_word_byte(line[at])) {
      token.kind = Token::Kind::word;
      while (end < line.size() && is_word_byte(line[end]) && blank_at(line.substr(end)) == 0) ++end;
      token.folded = text::fold(line.substr(at, end - at));
    }
    token.span = {at, end};
    token.text = line.substr(at, end - at);
    tokens.push_back(std::move(token));
    at = end;
  }
  return tokens;
}

class Finder {
 public:
  Finder(std::string_view line, int zone) : tokens_(tokens_of(line)), zone_(zone) {}

  std::optional<DateInText> run() {
    std::size_t at = 0;
    while (at < tokens_.size() && !numeric(at) && !named(at)) ++at;
    if (at == tokens_.size()) return std::nullopt;
    DateInText found;
    found.date = {tokens_[first_].span.start, tokens_[last_].span.end};
    seconds clock{0};
    if (find_time()) {
      found.time = time_;
      clock = clock_;
    }
    const auto day = the_day();
    if (day) found.moment = text::at({*day, clock}, zone_);
    return found;
  }

 private:
  [[nodiscard]] const Token& token(std::size_t at) const {
    static const Token none{Token::Kind::mark, {}, " ", 0, {}};
    return at < tokens_.size() ? tokens_[at] : none;
  }

  void found(std::size_t first, std::size_t last) {
    first_ = first;
    last_ = last;
  }

  // "03.11.2026", "3. 11. 2026", "11/3/26", "2026-11-03", "2026年11月3日".
  bool numeric(std::size_t at) {
    const Token& a = token(at);
    const Token& b = token(at + 2);
    const Token& c = token(at + 4);
    const Token& mark = token(at + 1);
    const bool numbers = a.is_number(1, 4) && b.is_number(1, 2) && c.is_number(1, 4);
    const bool asian = mark.is("年") && token(at + 3).is("月");
    const bool marks =
        (mark.is('/') || mark.is('.') || mark.is('-')) && token(at + 3).text == mark.text;
    if (!numbers || !(asian || marks)) return false;
    if (a.text.size() == 4) {
      if (c.text.size() > 2) return false;
      year_ = a.value;
      month_ = b.value;
      day_ = c.value;
    } else {
      if (a.text.size() > 2 || (c.text.size() != 4 && c.text.size() != 2)) return false;
      year_ = year_of(c);
      day_ = a.value;
      month_ = b.value;
      either_ = !mark.is('.') && day_ <= 12 && month_ <= 12 && day_ != month_;
      if (month_ > 12) std::swap(day_, month_);
    }
    found(at, at + (asian && !token(at + 5).folded.empty() ? 5 : 4));
    return true;
  }

  static int year_of(const Token& token) {
    constexpr int pivot = 70;  // no mail is older
    if (token.text.size() == 4) return token.value;
    return token.value + (token.value < pivot ? 2000 : 1900);
  }

  // What stands between the parts: "3. Nov.", "Nov 3rd, 2026", "3 de noviembre de".
  [[nodiscard]] bool is_filler(const Token& token) const {
    static constexpr auto words = std::to_array<std::string_view>(
        {"st", "nd", "rd", "th", "er", "of", "de", "del", "den", "da"});
    return token.is('.') || token.is(',') || token.is('-') || token.is('/') ||
           (token.kind == Token::Kind::word &&
            std::find(words.begin(), words.end(), token.folded) != words.end());
  }

  [[nodiscard]] std::size_t after(std::size_t at) const {
    while (++at < tokens_.size() && is_filler(tokens_[at])) continue;
    return at;
  }

  [[nodiscard]] std::size_t before(std::size_t at) const {
    while (at > 0 && is_filler(tokens_[at - 1])) --at;
    return at == 0 ? tokens_.size() : at - 1;
  }

  [[nodiscard]] bool is_year(std::size_t at) const {
    return token(at).is_number(4, 4) || (token(at).is_number(2, 2) && !token(at + 1).is(':'));
  }

  // "3 Nov 2026", "November 3rd, 2026", "2026. november 3."; `at` is the month.
  bool named(std::size_t at) {
    if (token(at).kind != Token::Kind::word) return false;
    const auto month = text::month_named(token(at).folded);
    if (!month) return false;
    month_ = static_cast<int>(*month);
    const std::size_t left = before(at);
    const std::size_t right = after(at);
    if (token(left).is_number(1, 2) && is_year(right)) {
      day_ = token(left).value;
      year_ = year_of(token(right));
      found(left, right);
      return true;
    }
    if (!token(right).is_number(1, 2)) return false;
    day_ = token(right).value;
    if (token(left).is_number(4, 4)) {
      year_ = token(left).value;
      found(left, right);
      return true;
    }
    const std::size_t last = after(right);
    if (!is_year(last) || token(last).text.size() != 4) return false;
    year_ = token(last).value;
    found(at, last);
    return true;
  }

  // "10:12", "10:12:30 PM", "10h12", "kl. 10.12"; sets clock_ and perhaps zone_.
  bool find_time() {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
      if (at + 2 >= first_ && at <= last_) continue;
      const bool spoken = at > 0 && (token(at - 1).is("kl") || token(at - 1).is("klo") ||
                                     (at > 1 && token(at - 1).is('.') && token(at - 2).is("kl")));
      const Token& mark = token(at + 1);
      if (!token(at).is_number(1, 2) || !token(at + 2).is_number(2, 2)) continue;
      if (!mark.is(':') && !mark.is("h") && !(spoken && mark.is('.'))) continue;
      read_time(at);
      return true;
    }
    return false;
  }

  void read_time(std::size_t at) {
    std::size_t last = at + 2;
    int hour = token(at).value;
    int second = 0;
    if (token(last + 1).is(':') && token(last + 2).is_number(2, 2)) {
      second = token(last + 2).value;
      last += 2;
    }
    std::string half = token(last + 1).folded;
    std::size_t half_end = last + 1;
    if ((half == "a" || half == "p") && token(last + 2).is('.') && token(last + 3).is("m")) {
      half += "m";
      half_end = last + (token(last + 4).is('.') ? 4 : 3);
    }
    if (half == "am" || half == "pm") {
      halves_ = true;
      hour = hour % 12 + (half == "pm" ? 12 : 0);
      last = half_end;
    }
    last = read_zone(last);
    time_ = {tokens_[at].span.start, tokens_[last].span.end};
    clock_ = hours(std::min(hour, 23)) + minutes(std::min(token(at + 2).value, 59)) +
             seconds(std::min(second, 59));
    timed_ = true;
  }

  // "+0100", "GMT+1", "(UTC-05:00)"; returns the last token that belongs to the time.
  std::size_t read_zone(std::size_t last) {
    std::size_t at = last + 1;
    if (token(at).is('(')) ++at;
    const bool universal = token(at).is("gmt") || token(at).is("utc");
    if (universal) ++at;
    const bool west = token(at).is('-');
    if (!west && !token(at).is('+')) {
      if (!universal) return last;
      zone_ = 0;
      return at - 1;
    }
    const Token& number = token(at + 1);
    int offset = 0;
    if (number.is_number(4, 4)) {
      offset = number.value / 100 * 60 + number.value % 100;
      at += 1;
    } else if (number.is_number(1, 2)) {
      offset = number.value * 60;
      at += 1;
      if (token(at + 1).is(':') && token(at + 2).is_number(2, 2)) {
        offset += token(at + 2).value;
        at += 2;
      }
    } else {
      return last;
    }
    constexpr int most = 24 * 60;
    if (offset >= most) return last;
    zone_ = west ? -offset : offset;
    return at;
  }

  [[nodiscard]] std::optional<std::chrono::sys_days> the_day() const {
    if (either_ && !timed_) return std::nullopt;
    const bool swap = either_ && halves_;
    const std::chrono::year_month_day date{
        std::chrono::year(year_), std::chrono::month(static_cast<unsigned>(swap ? day_ : month_)),
        std::chrono::day(static_cast<unsigned>(swap ? month_ : day_))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
  }

  std::vector<Token> tokens_;
  int zone_;
  std::size_t first_ = 0;  // tokens of the date
  std::size_t last_ = 0;
  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
  bool either_ = false;  // day and month may be the other way round
  bool timed_ = false;
  bool halves_ = false;  // a clock of twelve hours
  Span time_;
  seconds clock_{0};
};

}  // namespace

std::optional<DateInText> date_in_text(std::string_view line, int zone) {
  return Finder(line, zone).run();
}

}  // namespace replylint
