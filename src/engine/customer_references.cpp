#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "engine/customer.hpp"

namespace replylint::engine {

namespace {

struct Currency {
  std::string_view word;  // folded
  std::string_view code;  // ISO 4217
};
constexpr auto currencies = std::to_array<Currency>({
    {"£", "GBP"},      {"gbp", "GBP"}, {"pound", "GBP"},  {"pounds", "GBP"},  {"quid", "GBP"},
    {"$", "USD"},      {"usd", "USD"}, {"dollar", "USD"}, {"dollars", "USD"}, {"bucks", "USD"},
    {"€", "EUR"},      {"eur", "EUR"}, {"euro", "EUR"},   {"euros", "EUR"},   {"¥", "JPY"},
    {"yen", "JPY"},    {"jpy", "JPY"}, {"₹", "INR"},      {"inr", "INR"},     {"rs", "INR"},
    {"rupees", "INR"}, {"chf", "CHF"}, {"francs", "CHF"}, {"cad", "CAD"},     {"aud", "AUD"},
});

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr unsigned days_in_month = 31;

std::string_view currency_of(std::string_view word) {
  const auto found = std::find_if(currencies.begin(), currencies.end(),
                                  [&](const Currency& c) { return c.word == word; });
  return found == currencies.end() ? std::string_view{} : found->code;
}

// The sign that stands at the front or the end of a number: "£5", "5€".
std::string_view sign_of(std::string_view number) {
  for (const Currency& currency : currencies) {
    if (number.starts_with(currency.word) || number.ends_with(currency.word)) return currency.code;
  }
  return {};
}

// "1234.5" of "£1,234.50". A point or comma before one or two last digits is
// the decimal one.
std::string plain_amount(std::string_view number) {
  std::string digits;
  std::size_t decimals = 0;  // digits behind the last point or comma
  bool point = false;
  for (const char c : number) {
    if (c >= '0' && c <= '9') {
      digits += c;
      ++decimals;
    } else if (c == '.' || c == ',') {
      point = true;
      decimals = 0;
    }
  }
  if (point && decimals > 0 && decimals <= 2 && decimals < digits.size()) {
    digits.insert(digits.size() - decimals, ".");
    while (digits.ends_with('0')) digits.pop_back();
    if (digits.ends_with('.')) digits.pop_back();
  }
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return "0";
  digits.erase(0, digits[first] == '.' ? first - 1 : first);
  return digits;
}

// 1 … 12; "sept" and the like by their beginning.
unsigned month_of(const text::Token& token) {
  constexpr std::size_t shortest = 3;
  if (token.form.size() < shortest) return 0;
  // "may" and "march" are verbs as well.
  if (!token.is_capitalised() && (token.form == "may" || token.form == "march")) return 0;
  for (std::size_t m = 0; m < months.size(); ++m) {
    const bool shortened =
        token.form.size() <= shortest + 1 && months.at(m).starts_with(token.form);
    if (token.form == months.at(m) || shortened || (m == 8 && token.form == "sept")) {
      return static_cast<unsigned>(m + 1);
    }
  }
  return 0;
}

// The day of "4", "4th"; 0 for any other number.
unsigned day_of(const text::Token& token) {
  if (token.kind != text::TokenKind::number || token.has(text::flag_currency)) return 0;
  unsigned day = 0;
  std::size_t at = 0;
  while (at < token.form.size() && token.form[at] >= '0' && token.form[at] <= '9' && at < 2) {
    day = day * 10 + static_cast<unsigned>(token.form[at++] - '0');
  }
  const std::string_view ending = token.form.substr(at);
  const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  return (ending.empty() || ordinal) && day <= days_in_month ? day : 0;
}

// "2026-06-04" as three numbers or one code: its month and day.
std::optional<std::string> iso_date(std::string_view text, Span& span) {
  const std::string_view rest = text.substr(span.start);
  constexpr std::string_view shape = "0000-00-00";
  if (rest.size() < shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = rest[i] >= '0' && rest[i] <= '9';
    if (shape[i] == '-' ? rest[i] != '-' : !digit) return std::nullopt;
  }
  span.end = span.start + shape.size();
  return std::string(rest.substr(5, 5));
}

}  // namespace

std::vector<CustomerReference> find_amounts(const Subject& subject) {
  std::vector<CustomerReference> found;
  for (const text::Sentence& sentence : subject.document.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const text::Token& token = subject.document.tokens[i];
      if (token.kind != text::TokenKind::number) continue;
      Span span = token.span();
      std::string_view currency;
      if (token.has(text::flag_currency)) {
        currency = sign_of(subject.text.substr(span.start, span.size()));
      } else if (i + 1 < sentence.last &&
                 !currency_of(subject.document.tokens[i + 1].form).empty()) {
        currency = currency_of(subject.document.tokens[i + 1].form);
        span.end = subject.document.tokens[i + 1].end;
      } else if (i > sentence.first && !currency_of(subject.document.tokens[i - 1].form).empty()) {
        currency = currency_of(subject.document.tokens[i - 1].form);
        span.start = subject.document.tokens[i - 1].start;
      } else {
        continue;
      }
      const std::string amount = plain_amount(token.form);
      found.push_back({ReferenceKind::amount, span,
                       currency.empty() ? amount : fmt::format("{} {}", currency, amount)});
    }
  }
  return found;
}

std::vector<CustomerReference> find_dates(const Subject& subject) {
  std::vector<CustomerReference> found;
  const auto& tokens = subject.document.tokens;
  for (const text::Sentence& sentence : subject.document.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      Span span = tokens[i].span();
      if (std::find(weekdays.begin(), weekdays.end(), tokens[i].form) != weekdays.end()) {
        found.push_back({ReferenceKind::date, span, std::string(tokens[i].form)});
        continue;
      }
      if (auto iso = iso_date(subject.text, span); iso && tokens[i].form.front() <= '9') {
        found.push_back({ReferenceKind::date, span, std::move(*iso)});
        continue;
      }
      const unsigned month = month_of(tokens[i]);
      if (month == 0) continue;
      // "4 June", "4th of June", "June 4", "June the 4th".
      unsigned day = 0;
      for (std::uint32_t back = 1; back <= 2 && day == 0 && i >= sentence.first + back; ++back) {
        const text::Token& before = tokens[i - back];
        day = day_of(before);
        if (day != 0) span.start = before.start;
        if (before.form != "of") break;
      }
      for (std::uint32_t on = 1; on <= 2 && day == 0 && i + on < sentence.last; ++on) {
        const text::Token& behind = tokens[i + on];
        day = day_of(behind);
        if (day != 0) span.end = behind.end;
        if (behind.form != "the") break;
      }
      if (day != 0) {
        found.push_back({ReferenceKind::date, span, fmt::format("{:02}-{:02}", month, day)});
      }
    }
  }
  return found;
}

std::string plain_code(std::string_view code) {
  std::string plain;
  for (const char c : code) {
    if (c >= 'a' && c <= 'z') {
      plain += static_cast<char>(c - 'a' + 'A');
    } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      plain += c;
    }
  }
  return plain;
}

}  // namespace replylint::engine
