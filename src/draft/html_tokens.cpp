#include "draft/html_tokens.hpp"

#include <algorithm>
#include <array>

#include "draft/ascii.hpp"
#include "draft/entities.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view spaces = " \t\n\r\f";

// Sorted. Attributes that tell what is visible, what is whose, where a link leads.
constexpr auto known_attributes =
    std::to_array<std::string_view>({"alt", "class", "data-marker", "hidden", "href", "id", "name",
                                     "open", "start", "style", "type", "value"});
static_assert(std::is_sorted(known_attributes.begin(), known_attributes.end()));

}  // namespace

std::optional<std::string_view> HtmlToken::attribute(std::string_view wanted) const {
  for (const Attribute& attribute : attributes) {
    if (attribute.name == wanted) return attribute.value;
  }
  return std::nullopt;
}

HtmlTokens::HtmlTokens(std::string_view html) : html_(html), last_close_(html.rfind('>')) {}

bool HtmlTokens::next() {
  while (at_ < html_.size()) {
    if (!begins_markup(at_)) {
      read_text();
      return true;
    }
    const char second = html_[at_ + 1];
    const bool names = ascii::is_letter(second) || (second == '/' && at_ + 2 < html_.size() &&
                                                    ascii::is_letter(html_[at_ + 2]));
    if (names) {
      if (read_tag()) return true;
      read_text();
      return true;
    }
    if (html_.substr(at_, 4) == "<!--") {
      at_ = end_of_comment(at_);
    } else {
      // A declaration, an instruction, "</>": nothing is shown of them.
      at_ = html_.find('>', at_) + 1;
    }
  }
  return false;
}

// True for a "<" that is more than a character.
bool HtmlTokens::begins_markup(std::size_t at) const {
  if (html_[at] != '<' || at + 1 == html_.size()) return false;
  if (html_.substr(at, 4) == "<!--") return true;
  const char next = html_[at + 1];
  if (!ascii::is_letter(next) && next != '/' && next != '!' && next != '?') return false;
  return last_close_ != npos && last_close_ > at;
}

std::size_t HtmlTokens::end_of_comment(std::size_t at) {
  const std::string_view inner = html_.substr(at + 4);
  if (inner.starts_with('>')) return at + 5;
  if (inner.starts_with("->")) return at + 6;
  for (std::size_t dashes = inner.find("--"); dashes != npos;
       dashes = inner.find("--", dashes + 1)) {
    const std::string_view rest = inner.substr(dashes + 2, 2);
    if (rest.starts_with('>')) return at + 4 + dashes + 3;
    if (rest == "!>") return at + 4 + dashes + 4;
  }
  note_unclosed(at);
  return html_.size();
}

// From at_ up to the next markup; at least one character.
void HtmlTokens::read_text() {
  const std::size_t start = at_;
  do {
    at_ = std::min(html_.find('<', at_ + 1), html_.size());
  } while (at_ < html_.size() && !begins_markup(at_));
  token_.kind = HtmlToken::Kind::text;
  token_.span = {start, at_};
}

bool HtmlTokens::read_tag() {
  const std::size_t start = at_;
  const bool ends = html_[start + 1] == '/';
  const std::size_t name = start + (ends ? 2 : 1);
  const std::size_t name_end = std::min(html_.find_first_of(" \t\n\r\f/>", name), html_.size());
  token_.kind = ends ? HtmlToken::Kind::end : HtmlToken::Kind::start;
  token_.name = ascii::to_lower(html_.substr(name, name_end - name));
  token_.attributes.clear();
  token_.self_closing = false;
  if (!read_attributes(name_end)) {
    note_unclosed(start);
    quotes_broken_ = true;
    token_.attributes.clear();
    if (!read_attributes(name_end)) return false;
  }
  token_.span = {start, at_};
  return true;
}

// Reads to behind the tag's ">"; false where there is none.
bool HtmlTokens::read_attributes(std::size_t at) {
  while (at < html_.size()) {
    const char c = html_[at];
    if (c == '>') {
      token_.self_closing = html_[at - 1] == '/';
      at_ = at + 1;
      return true;
    }
    at = c == '/' || spaces.find(c) != npos ? at + 1 : read_attribute(at);
  }
  return false;
}

// Reads one; returns where it ends.
std::size_t HtmlTokens::read_attribute(std::size_t at) {
  // An equals sign at the very front belongs to the name.
  const std::size_t name_end = std::min(html_.find_first_of(" \t\n\r\f/>=", at + 1), html_.size());
  const std::string_view raw_name = html_.substr(at, name_end - at);
  std::size_t end = std::min(html_.find_first_not_of(spaces, name_end), html_.size());
  std::string_view value;
  if (end < html_.size() && html_[end] == '=') {
    std::size_t from = std::min(html_.find_first_not_of(spaces, end + 1), html_.size());
    const char quote = from < html_.size() ? html_[from] : ' ';
    if ((quote == '"' || quote == '\'') && !quotes_broken_) {
      const std::size_t close = html_.find(quote, ++from);
      if (close == npos) return html_.size();
      value = html_.substr(from, close - from);
      end = close + 1;
    } else {
      end = std::min(html_.find_first_of(" \t\n\r\f>", from), html_.size());
      value = html_.substr(from, end - from);
    }
  } else {
    end = name_end;
  }
  constexpr std::size_t longest_known = 11;
  if (raw_name.size() > longest_known) return end;
  std::string name = ascii::to_lower(raw_name);
  if (std::binary_search(known_attributes.begin(), known_attributes.end(),
                         std::string_view(name)) &&
      !token_.attribute(name)) {
    token_.attributes.push_back({std::move(name), value});
  }
  return end;
}

void HtmlTokens::skip_content() {
  const std::size_t start = token_.span.start;
  for (std::size_t at = html_.find("</", at_); at != npos; at = html_.find("</", at + 2)) {
    const std::string_view rest = html_.substr(at + 2);
    if (!ascii::starts_with_ignoring_case(rest, token_.name)) continue;
    const std::string_view behind = rest.substr(token_.name.size(), 1);
    if (behind.empty() || behind == "/" || behind == ">" || spaces.find(behind) != npos) {
      at_ = at;
      return;
    }
  }
  note_unclosed(start);
  at_ = html_.size();
}

void HtmlTokens::note_unclosed(std::size_t at) {
  if (!unclosed_) unclosed_ = at;
}

std::string html_tag_name(std::string_view tag) {
  const std::size_t end = std::min(tag.find_first_of(" \t\n\r\f/>", 1), tag.size());
  return ascii::to_lower(tag.substr(1, end - 1));
}

std::string attribute_text(std::string_view value) {
  std::string text;
  while (!value.empty()) {
    const std::size_t plain = std::min(value.find('&'), value.size());
    text.append(value.substr(0, plain));
    value.remove_prefix(plain);
    if (value.empty()) break;
    const auto reference = character_reference(value);
    text.append(reference ? std::string_view(reference->text) : value.substr(0, 1));
    value.remove_prefix(reference ? reference->size : 1);
  }
  return text;
}

}  // namespace replylint
