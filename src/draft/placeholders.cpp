#include "draft/placeholders.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest = 300;

// Sorted. Words that a placeholder in brackets names, or that ask to put
// something there.
constexpr auto slot_words = std::to_array<std::string_view>(
    {"account",  "address",   "agent",     "amount",    "article", "brand",        "business",
     "city",     "client",    "code",      "company",   "contact", "country",      "coupon",
     "currency", "customer",  "date",      "day",       "days",    "department",   "discount",
     "email",    "first",     "firstname", "full",      "hours",   "hyperlink",    "insert",
     "invoice",  "issue",     "item",      "job",       "last",    "lastname",     "link",
     "manager",  "month",     "name",      "number",    "order",   "organization", "payment",
     "person",   "phone",     "platform",  "position",  "price",   "problem",      "product",
     "reason",   "recipient", "reference", "refund",    "rep",     "salutation",   "sender",
     "service",  "shipping",  "signature", "store",     "subject", "support",      "surname",
     "team",     "ticket",    "time",      "timeframe", "title",   "topic",        "tracking",
     "url",      "user",      "username",  "value",     "website", "weekday",      "your"});
static_assert(std::is_sorted(slot_words.begin(), slot_words.end()));

// Sorted. A phrase in brackets that begins with one of these is an order to the
// writer.
constexpr auto slot_verbs = std::to_array<std::string_view>(
    {"add", "choose", "describe", "enter", "explain", "fill", "include", "insert", "mention",
     "provide", "replace", "select", "specify", "state", "your"});
static_assert(std::is_sorted(slot_verbs.begin(), slot_verbs.end()));

template <std::size_t N>
bool in(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool is_word_char(char c) { return ascii::is_alnum(c) || c == '_'; }

// Size of `open` ... `close` at the front; no line break inside.
std::size_t enclosed(std::string_view text, std::string_view open, std::string_view close) {
  if (!text.starts_with(open)) return 0;
  text = text.substr(0, longest);
  const std::size_t end = text.find(close, open.size());
  if (end == npos || end == open.size() || text.substr(0, end).find('\n') != npos) return 0;
  return end + close.size();
}

// "name", "customer.first_name,fallback:there": begins like an identifier.
bool is_identifier_like(std::string_view inner) {
  return !inner.empty() && (ascii::is_letter(inner.front()) || inner.front() == '_' ||
                            inner.front() == ' ' || inner.front() == '.');
}

// A phrase that names what to put there: "Name", "first name", "ORDER_NUMBER".
bool names_a_slot(std::string_view inner) {
  constexpr std::size_t longest_phrase = 60;
  constexpr std::size_t most_words = 4;
  if (inner.starts_with('$')) inner.remove_prefix(1);
  if (inner.empty() || inner.size() > longest_phrase) return false;
  std::size_t words = 0;
  bool slot = false;
  bool others = false;
  std::string first;
  for (std::size_t at = 0; at < inner.size();) {
    if (!ascii::is_letter(inner[at])) {
      const bool mark = std::string_view(" _-/.'#,:&").find(inner[at]) != npos ||
                        ascii::is_digit(inner[at]) || static_cast<unsigned char>(inner[at]) >= 0x80;
      if (!mark) return false;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < inner.size() && ascii::is_letter(inner[end])) ++end;
    std::string word = ascii::to_lower(inner.substr(at, end - at));
    const bool plural = word.size() > 3 && word.ends_with('s') &&
                        in(slot_words, std::string_view(word).substr(0, word.size() - 1));
    const bool known = in(slot_words, word) || plural;
    slot = slot || known;
    others = others || !known;
    if (++words == 1) first = std::move(word);
    at = end;
  }
  // "[Enter]" alone is a key, "[enter your name]" an order.
  if (in(slot_verbs, first) && words > 1) return true;
  const bool shouted = std::none_of(inner.begin(), inner.end(), ascii::is_lower);
  return slot && words <= most_words && (!others || shouted || ascii::is_upper(inner.front()));
}

std::size_t liquid_tag(std::string_view text) {
  const std::size_t size = enclosed(text, "{%", "%}");
  if (size == 0) return 0;
  // A comment never reaches the customer: it is one placeholder as a whole.
  constexpr std::size_t longest_comment = 1000;
  constexpr std::string_view end = "endcomment";
  if (text.substr(0, size).find("comment") != npos && text.substr(0, size).find(end) == npos) {
    const std::string_view rest = text.substr(0, longest_comment);
    const std::size_t close = rest.find(end, size);
    const std::size_t behind = close == npos ? npos : rest.find("%}", close);
    if (behind != npos) return behind + 2;
  }
  return size;
}

std::size_t in_braces(std::string_view text) {
  if (text.starts_with("{{")) {
    std::size_t size = enclosed(text, "{{", "}}");
    if (size > 0 && text.substr(size, 1) == "}") ++size;
    if (size > 0) return size;
    // Malformed: "{{name}".
    size = enclosed(text, "{{", "}");
    return size > 3 && is_identifier_like(text.substr(2)) ? size : 0;
  }
  if (text.starts_with("{%")) return liquid_tag(text);
  const std::size_t size = enclosed(text, "{", "}");
  if (size == 0) return 0;
  const std::string_view inner = text.substr(1, size - 2);
  // A method of RT: {$Ticket->Subject}.
  if (inner.size() > 1 && inner.front() == '$' && ascii::is_letter(inner[1])) return size;
  const bool identifier = std::all_of(inner.begin(), inner.end(), [](char c) {
    return is_word_char(c) || c == '.' || c == '-' || c == ' ' || c == '/';
  });
  const bool named = std::any_of(inner.begin(), inner.end(), is_word_char);
  return identifier && named && is_identifier_like(inner) ? size : 0;
}

std::size_t in_angles(std::string_view text) {
  if (text.starts_with("<<")) {
    const std::size_t size = enclosed(text, "<<", ">>");
    return size > 0 && is_identifier_like(text.substr(2)) ? size : 0;
  }
  const std::size_t size = enclosed(text, "<", ">");
  if (size == 0) return 0;
  const std::string_view inner = text.substr(1, size - 2);
  if (inner.starts_with("attribute ")) return size;
  return ascii::is_letter(inner.front()) && names_a_slot(inner) ? size : 0;
}

// "%NAME%", "%first_name%", "%%NAME%%".
std::size_t in_percents(std::string_view text) {
  if (text.starts_with("%{")) return enclosed(text, "%{", "}");
  std::size_t open = 1;
  if (text.starts_with("%%")) open = 2;
  std::size_t end = open;
  while (end < text.size() && (is_word_char(text[end]) || text[end] == '.')) ++end;
  if (end < open + 2 || !ascii::is_letter(text[open]) ||
      text.substr(end, open) != text.substr(0, open)) {
    return 0;
  }
  return end + open;
}

// "$SITEURL$", "$listname".
std::size_t in_dollars(std::string_view text) {
  constexpr std::size_t shortest = 3;
  std::size_t end = 1;
  while (end < text.size() && (ascii::is_lower(text[end]) || (end > 1 && text[end] == '_'))) ++end;
  if (end > shortest && (end == text.size() || !is_word_char(text[end]))) return end;
  end = 1;
  while (end < text.size() && (ascii::is_upper(text[end]) || text[end] == '_')) ++end;
  return end > shortest && end < text.size() && text[end] == '$' ? end + 1 : 0;
}

// "XXXX", "XX/XX/XXXX", "xxx-xxx".
std::size_t crossed(std::string_view text) {
  std::size_t end = 0;
  std::size_t marks = 0;
  const char mark = text.front();
  while (end < text.size()) {
    if (text[end] == mark) {
      ++marks;
    } else if (std::string_view("/-. ").find(text[end]) == npos || end + 1 >= text.size() ||
               text[end + 1] != mark || (text[end] == ' ' && mark == 'x')) {
      break;
    }
    ++end;
  }
  const std::size_t least = mark == 'X' ? 3 : 4;
  if (marks < least || (end < text.size() && is_word_char(text[end]))) return 0;
  return end;
}

}  // namespace

std::size_t placeholder_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.empty()) return 0;
  const bool inside_word = at > 0 && is_word_char(text[at - 1]);
  switch (rest.front()) {
    case '{':
      return in_braces(rest);
    case '%':
      return inside_word ? 0 : in_percents(rest);
    case '#':
      return enclosed(rest, "#{", "}");
    case '$':
      if (rest.starts_with("${")) return enclosed(rest, "${", "}");
      return inside_word ? 0 : in_dollars(rest);
    case '<':
      return in_angles(rest);
    case '[': {
      if (rest.starts_with("[[")) {
        const std::size_t whole = enclosed(rest, "[[", "]]");
        return rest.substr(0, whole).find("://") == npos ? whole : 0;  // a link of a wiki
      }
      const std::size_t size = enclosed(rest, "[", "]");
      if (size < rest.size() && rest[size] == '(') return 0;  // the text of a Markdown link
      return size > 0 && names_a_slot(rest.substr(1, size - 2)) ? size : 0;
    }
    case 'X':
    case 'x':
      return inside_word ? 0 : crossed(rest);
    default:
      return 0;
  }
}

namespace {

struct Marks {
  PlaceholderStyle style;
  std::string_view open;
  std::string_view close;
};
// Longer marks before the shorter ones that they begin with.
constexpr auto marks = std::to_array<Marks>({{PlaceholderStyle::double_braces, "{{{", "}}}"},
                                             {PlaceholderStyle::double_braces, "{{", "}}"},
                                             {PlaceholderStyle::tag, "{%", "%}"},
                                             {PlaceholderStyle::percent_braces, "%{", "}"},
                                             {PlaceholderStyle::hash_braces, "#{", "}"},
                                             {PlaceholderStyle::dollar_braces, "${", "}"},
                                             {PlaceholderStyle::attribute, "<attribute ", ">"},
                                             {PlaceholderStyle::braces, "{", "}"}});

bool is_name_char(char c) {
  return is_word_char(c) || c == '.' || c == '-' || c == '[' || c == ']';
}

// The value of key="…" in a tag.
std::string_view attribute_value(std::string_view tag, std::string_view key) {
  std::size_t at = tag.find(key);
  if (at == npos) return {};
  at += key.size();
  if (at + 1 >= tag.size() || tag[at] != '=') return {};
  const char quote = tag[at + 1];
  if (quote != '"' && quote != '\'') return {};
  const std::size_t end = tag.find(quote, at + 2);
  return end == npos ? std::string_view() : tag.substr(at + 2, end - at - 2);
}

std::string_view without_quotes(std::string_view value) {
  value = ascii::trim(value);
  if (value.size() > 1 && (value.front() == '"' || value.front() == '\'')) {
    const std::size_t end = value.find(value.front(), 1);
    return value.substr(1, (end == npos ? value.size() : end) - 1);
  }
  return value;
}

}  // namespace

Placeholder describe_placeholder(std::string_view token) {
  Placeholder placeholder;
  const auto mark = std::find_if(marks.begin(), marks.end(),
                                 [&](const Marks& m) { return token.starts_with(m.open); });
  if (mark == marks.end()) {
    placeholder.inside = token;
    while (!placeholder.inside.empty() && !is_word_char(placeholder.inside.front())) {
      placeholder.inside.remove_prefix(1);
    }
    while (!placeholder.inside.empty() && !is_word_char(placeholder.inside.back())) {
      placeholder.inside.remove_suffix(1);
    }
    return placeholder;
  }
  placeholder.style = mark->style;
  std::string_view inside = token.substr(mark->open.size());
  placeholder.closed = inside.ends_with(mark->close);
  if (placeholder.closed) {
    inside.remove_suffix(mark->close.size());
  } else if (inside.ends_with('}')) {
    inside.remove_suffix(1);
  }
  // A choice ({Option A/Option B}) and an order to the writer ({one-sentence summary}).
  if (mark->style == PlaceholderStyle::braces &&
      inside.find_first_of("/ $") != std::string_view::npos) {
    placeholder.style = PlaceholderStyle::by_hand;
  }
  inside = ascii::trim(inside);
  placeholder.inside = inside;
  if (mark->style == PlaceholderStyle::attribute) {
    placeholder.name = attribute_value(inside, "key");
    return placeholder;
  }
  std::size_t end = 0;
  while (end < inside.size() && is_name_char(inside[end])) ++end;
  placeholder.name = inside.substr(0, end);
  return placeholder;
}

std::optional<std::string_view> fallback_of(const Placeholder& placeholder) {
  const std::string_view inside = placeholder.inside;
  if (placeholder.style == PlaceholderStyle::attribute) {
    const std::string_view value = attribute_value(inside, "default");
    if (value.empty()) return std::nullopt;
    return value;
  }
  for (const std::string_view mark : {"fallback=", "fallback:", "default:", "default=", "||"}) {
    const std::size_t at = inside.find(mark);
    if (at == npos) continue;
    const std::string_view value = without_quotes(inside.substr(at + mark.size()));
    if (!value.empty()) return value;
  }
  return std::nullopt;
}

}  // namespace replylint
