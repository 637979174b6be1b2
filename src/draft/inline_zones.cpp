#include "draft/inline_zones.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "draft/ascii.hpp"
#include "draft/placeholders.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// Sorted. What a bare domain may end in, so that "e.g" and "file.txt" are none.
constexpr auto domains = std::to_array<std::string_view>(
    {"ai",   "app", "at", "au",  "be", "biz",  "br", "ca",      "ch",  "cn",  "co", "com", "cz",
     "de",   "dev", "dk", "edu", "es", "eu",   "fi", "fr",      "gl",  "gov", "hu", "ie",  "in",
     "info", "io",  "it", "jp",  "kr", "ly",   "me", "mx",      "net", "nl",  "no", "nz",  "org",
     "pl",   "pt",  "ro", "ru",  "se", "shop", "sk", "support", "tr",  "tv",  "uk", "us",  "za"});
static_assert(std::is_sorted(domains.begin(), domains.end()));

bool is_link_char(char c) {
  return !ascii::is_space(c) && c != '<' && c != '>' && c != '"' && c != '`' && c != '|';
}

bool is_domain_char(char c) { return ascii::is_alnum(c) || c == '-' || c == '.'; }

bool is_local_char(char c) {
  return ascii::is_alnum(c) || std::string_view("._%+-").find(c) != npos;
}

class Scanner {
 public:
  Scanner(std::string_view text, Span span, bool backticks)
      : text_(text), at_(span.start), start_(span.start), end_(span.end), backticks_(backticks) {}

  std::vector<Zone> run() {
    while (at_ < end_) {
      const char c = text_[at_];
      std::size_t size = 0;
      ZoneKind kind = ZoneKind::placeholder;
      if ((size = placeholder_at(text_.substr(0, end_), at_)) > 0) {
      } else if (c == '`' && backticks_ && (size = code_size()) > 0) {
        kind = ZoneKind::code;
      } else if (at_word_start() && (size = link_size()) > 0) {
        kind = ZoneKind::link;
      }
      if (size == 0) {
        ++at_;
        continue;
      }
      zones_.push_back({kind, {at_, at_ + size}});
      at_ += size;
    }
    return std::move(zones_);
  }

 private:
  [[nodiscard]] bool at_word_start() const {
    return ascii::is_alnum(text_[at_]) && (at_ == start_ || !is_local_char(text_[at_ - 1]));
  }

  // "`code`" or "``code``" within a line.
  [[nodiscard]] std::size_t code_size() const {
    constexpr std::size_t longest = 1000;
    const std::string_view rest = text_.substr(at_, std::min(end_ - at_, longest));
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t fence = std::min(line.find_first_not_of('`'), line.size());
    const std::size_t close = line.find(line.substr(0, fence), fence);
    return close == npos || close == fence ? 0 : close + fence;
  }

  [[nodiscard]] std::size_t link_size() const {
    const std::string_view rest = text_.substr(at_, end_ - at_);
    for (const std::string_view scheme : {"https://", "http://", "ftp://", "mailto:", "tel:"}) {
      if (ascii::starts_with_ignoring_case(rest, scheme)) return url_size(rest, scheme.size());
    }
    if (ascii::starts_with_ignoring_case(rest, "www.")) return url_size(rest, 4);
    return address_or_domain_size(rest);
  }

  // Up to white space, without the punctuation of the sentence around it.
  static std::size_t url_size(std::string_view rest, std::size_t least) {
    std::size_t end = 0;
    while (end < rest.size() && is_link_char(rest[end])) {
      // A placeholder within: "https://x.y/{{id}}" is one link.
      const std::size_t inner = placeholder_at(rest, end);
      end += std::max<std::size_t>(inner, 1);
    }
    const auto opened =
        std::count(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(end), '(');
    auto closed = std::count(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(end), ')');
    while (end > least) {
      const char last = rest[end - 1];
      if (last == ')' && closed > opened) {
        --closed;
      } else if (std::string_view(".,;:!?'*_]").find(last) == npos) {
        break;
      }
      --end;
    }
    return end > least ? end : 0;
  }

  // "name@domain.tld", "domain.tld/path", "sub.domain.tld".
  [[nodiscard]] std::size_t address_or_domain_size(std::string_view rest) const {
    constexpr std::size_t longest = 254;
    const std::size_t limit = std::min(rest.size(), longest);
    std::size_t end = 0;
    while (end < limit && is_local_char(rest[end])) ++end;
    std::size_t host = 0;
    const bool address = end < limit && rest[end] == '@';
    if (address) {
      host = ++end;
    } else {
      end = 0;
    }
    while (end < limit && is_domain_char(rest[end])) ++end;
    while (end > host && (rest[end - 1] == '.' || rest[end - 1] == '-')) --end;
    const std::string_view name = rest.substr(host, end - host);
    const std::size_t dot = name.rfind('.');
    if (dot == npos || dot == 0) return 0;
    const std::string last = ascii::to_lower(name.substr(dot + 1));
    if (address) return last.size() >= 2 && ascii::is_letter(last.front()) ? end : 0;
    if (!std::binary_search(domains.begin(), domains.end(), std::string_view(last))) return 0;
    // A sentence that lacks the space behind its stop: "done.In", "it.So".
    const bool path = end < rest.size() && rest[end] == '/';
    const std::string_view tail = name.substr(dot + 1);
    if (!path &&
        (ascii::is_upper(tail.front()) != ascii::is_upper(name.front()) || tail.size() < 2)) {
      return 0;
    }
    constexpr auto words =
        std::to_array<std::string_view>({"at", "be", "in", "it", "me", "no", "us", "so"});
    if (!path && std::find(words.begin(), words.end(), last) != words.end()) return 0;
    return path ? std::max(url_size(rest, end), end) : end;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t start_;
  std::size_t end_;
  bool backticks_;
  std::vector<Zone> zones_;
};

}  // namespace

std::vector<Zone> find_inline_zones(std::string_view text, Span span, bool backticks) {
  return Scanner(text, span, backticks).run();
}

}  // namespace replylint
