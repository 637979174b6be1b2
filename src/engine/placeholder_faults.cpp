#include "engine/placeholder_faults.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "draft/ascii.hpp"
#include "draft/conditions.hpp"
#include "draft/placeholders.hpp"
#include "draft/profiles.hpp"

namespace replylint::engine {

namespace {

using Fault = rules::PlaceholderFault;
constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t most_compared = 100;  // unknown names of a draft, each with all known ones

bool is_own(ZoneKind kind) {
  return kind == ZoneKind::greeting || kind == ZoneKind::body || kind == ZoneKind::closing ||
         kind == ZoneKind::signature;
}

bool is_name_char(char c) { return ascii::is_alnum(c) || c == '_' || c == '.'; }

// Marks that open a placeholder; a `partial` end is a bracket too few.
struct Opener {
  std::string_view open;
  std::string_view close;
  std::string_view partial;
};
constexpr auto openers = std::to_array<Opener>({{"{{", "}}", ""},
                                                {"{%", "%}", ""},
                                                {"[[", "]]", "]"},
                                                {"<<", ">>", ">"},
                                                {"${", "}", ""},
                                                {"%{", "}", ""},
                                                {"#{", "}", ""}});

// Behind an opener that nothing closes: where its name, and a partial end, end.
// 0 where it is closed, or where no name follows, as in code.
std::size_t end_of_unclosed(std::string_view rest, const Opener& opener) {
  constexpr std::size_t longest_name = 60;
  constexpr std::size_t looked_at = 100;
  std::size_t end = opener.open.size();
  const bool spaced = opener.partial.empty();
  if (spaced && end < rest.size() && rest[end] == ' ') ++end;
  const std::size_t start = end;
  if (start >= rest.size() || !(ascii::is_letter(rest[start]) || rest[start] == '_')) return 0;
  while (end < rest.size() && end - start < longest_name &&
         (is_name_char(rest[end]) || (!spaced && rest[end] == ' '))) {
    ++end;
  }
  if (!spaced) {
    const std::string_view behind = rest.substr(end);
    if (!behind.starts_with(opener.partial)) return 0;
    const std::size_t closed = end + opener.partial.size();
    const char next = closed < rest.size() ? rest[closed] : ' ';
    return next == opener.partial.front() || next == '(' ? 0 : closed;
  }
  const std::string_view near = rest.substr(0, looked_at);
  const std::string_view line = near.substr(0, near.find('\n'));
  if (line.find(opener.close) != npos) return 0;
  while (end > start && rest[end - 1] == '.') --end;  // of the sentence
  const char next = end < rest.size() ? rest[end] : ' ';
  return ascii::is_space(next) || std::string_view(",.!;?").find(next) != npos ? end : 0;
}

// "%7B%7Bticket.id%7D%7D" at the front, with the marks before it.
std::size_t encoded_size(std::string_view text, bool osticket) {
  constexpr std::size_t longest = 300;
  constexpr std::size_t longest_mark = 6;
  if (text.substr(0, longest_mark).find('7') == npos && !text.starts_with("%24")) return 0;
  const std::string lower = ascii::to_lower(text.substr(0, longest));
  for (const std::string_view open : {"%7b%7b", "%7b%25", "#%7b", "%%7b", "%24%7b"}) {
    if (!lower.starts_with(open) || (osticket && open == "%%7b")) continue;
    const std::size_t close = lower.find("%7d", open.size());
    if (close == std::string::npos) continue;
    const bool twice = open == "%7b%7b" && lower.compare(close + 3, 3, "%7d") == 0;
    return close + (twice ? 6 : 3);
  }
  return 0;
}

class Finder {
 public:
  Finder(const Draft& draft, const Options& options)
      : draft_(draft), options_(options), profile_(find_profile(options.product)) {}

  std::vector<FaultyPlaceholder> run() {
    collect_own_names();
    for (std::size_t i = 0; i < draft_.zones.size(); ++i) {
      if (is_own(draft_.zones[i].kind)) read_block(i);
    }
    for (const Link& link : draft_.links) read_link(link.target, link.text, true);
    for (const ConditionFault& fault : find_condition_faults(draft_.text)) {
      const bool empty = fault.kind == ConditionFault::Kind::empty;
      add(empty ? Fault::empty_branch : Fault::unbalanced, fault.tag);
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const FaultyPlaceholder& a, const FaultyPlaceholder& b) {
                       return a.span.start < b.span.start;
                     });
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view text(Span span) const {
    return std::string_view(draft_.text).substr(span.start, span.size());
  }

  void add(Fault fault, Span span) { add(fault, span, text(span)); }
  void add(Fault fault, Span span, std::string_view written, std::string_view nearest = {}) {
    found_.push_back({fault, span, std::string(written), std::string(nearest)});
  }

  // Names that the template makes itself: {% assign x = … %}, {% for x in … %}.
  void collect_own_names() {
    const std::string_view all = draft_.text;
    if (profile_ == nullptr) return;
    for (std::size_t at = all.find("{%"); at != npos; at = all.find("{%", at + 2)) {
      const std::size_t size = placeholder_at(all, at);
      if (size == 0) continue;
      std::string_view inside = describe_placeholder(all.substr(at, size)).inside;
      if (inside.starts_with('-')) inside = ascii::trim(inside.substr(1));
      for (const std::string_view word : {"assign ", "capture ", "for ", "tablerow "}) {
        if (!inside.starts_with(word)) continue;
        const std::string_view rest = ascii::trim(inside.substr(word.size()));
        own_names_.insert(std::string(rest.substr(0, rest.find_first_of(" =.'\""))));
      }
    }
  }

  // A block and the inline zones that follow it.
  void read_block(std::size_t index) {
    const Span block = draft_.zones[index].span;
    std::size_t at = block.start;
    for (std::size_t k = index + 1; k < draft_.zones.size(); ++k) {
      const Zone& zone = draft_.zones[k];
      if (zone.span.start >= block.end) break;
      if (zone.span.start < at) continue;
      find_unclosed({at, zone.span.start});
      at = zone.span.end;
      if (zone.kind == ZoneKind::placeholder) read_placeholder(text(zone.span), zone.span);
      if (zone.kind == ZoneKind::link) read_link(text(zone.span), zone.span, false);
    }
    find_unclosed({at, block.end});
  }

  void find_unclosed(Span span) {
    const std::string_view part = text(span);
    for (std::size_t at = part.find_first_of("{[<$%#"); at != npos;
         at = part.find_first_of("{[<$%#", at + 1)) {
      for (const Opener& opener : openers) {
        if (!part.substr(at).starts_with(opener.open)) continue;
        // What closes it may stand behind a zone: look in the whole text.
        const std::string_view rest = std::string_view(draft_.text).substr(span.start + at);
        const std::size_t end = end_of_unclosed(rest, opener);
        if (end > 0) add(Fault::unbalanced, {span.start + at, span.start + at + end});
      }
    }
  }

  // `span`: where the placeholder stands, or the words of the link that holds it.
  void read_placeholder(std::string_view token, Span span) {
    const Placeholder placeholder = describe_placeholder(token);
    const std::string_view behind = std::string_view(draft_.text).substr(span.end);
    if (!placeholder.closed) return add(Fault::unbalanced, span, token);
    // "{name}}"
    if (placeholder.style == PlaceholderStyle::braces && behind.starts_with('}')) {
      return add(Fault::unbalanced, {span.start, span.end + 1});
    }
    // "<<Name>"
    const bool angled = token.starts_with('<') && !token.starts_with("<<");
    if (placeholder.style == PlaceholderStyle::by_hand && angled && span.start > 0 &&
        draft_.text[span.start - 1] == '<') {
      return add(Fault::unbalanced, {span.start - 1, span.end});
    }
    if (profile_ == nullptr) return;
    const auto& styles = profile_->styles;
    if (std::find(styles.begin(), styles.end(), placeholder.style) == styles.end()) {
      if (!profile_->by_hand) add(Fault::foreign, span, token);
      return;
    }
    if (!placeholder.name.empty()) read_name(placeholder, token, span);
  }

  void read_name(const Placeholder& placeholder, std::string_view token, Span span) {
    const std::string_view name = placeholder.name;
    const std::string_view first = name.substr(0, name.find_first_of(".["));
    const auto& given = options_.placeholders;
    const bool tag_of_liquid = placeholder.style == PlaceholderStyle::tag && name.find('.') == npos;
    if (tag_of_liquid || ascii::is_digit(name.front()) || own_names_.contains(std::string(first)) ||
        std::find(given.begin(), given.end(), name) != given.end()) {
      return;
    }
    if (!knows(*profile_, name)) {
      const NearestName& nearest = nearest_to(name);
      if (nearest.near) {
        add(Fault::misspelt, span, token, nearest.name);
      } else if (profile_->complete) {
        add(Fault::unknown, span, token, nearest.name);
      }
      return;
    }
    const auto& empty = profile_->may_be_empty;
    if (std::find(empty.begin(), empty.end(), name) != empty.end() && !fallback_of(placeholder)) {
      add(Fault::without_fallback, span, token);
    }
  }

  const NearestName& nearest_to(std::string_view name) {
    const auto [place, fresh] = nearest_.try_emplace(std::string(name));
    if (fresh && nearest_.size() <= most_compared) place->second = nearest_name(*profile_, name);
    return place->second;
  }

  // `hidden`: `target` is where a link leads, and `span` are its words.
  void read_link(std::string_view target, Span span, bool hidden) {
    const bool encoded = profile_ == nullptr || !profile_->reads_encoded;
    for (std::size_t at = target.find_first_of("%#{$"); at < target.size();) {
      std::size_t size = encoded ? encoded_size(target.substr(at), profile_ == nullptr) : 0;
      const bool found = size > 0;
      // An anchor and an escape look like other styles, but braces are seen.
      if (!found && target.substr(at, 2).find('{') != npos) size = placeholder_at(target, at);
      if (size > 0) {
        const std::string_view token = target.substr(at, size);
        const Span place = hidden ? span : Span{span.start + at, span.start + at + size};
        if (found) {
          add(Fault::encoded, place, token);
        } else {
          read_placeholder(token, place);
        }
      }
      at = target.find_first_of("%#{$", at + std::max<std::size_t>(size, 1));
    }
  }

  const Draft& draft_;
  const Options& options_;
  const Profile* profile_;
  std::set<std::string> own_names_;
  std::map<std::string, NearestName> nearest_;
  std::vector<FaultyPlaceholder> found_;
};

}  // namespace

std::vector<FaultyPlaceholder> find_faulty_placeholders(const Draft& draft,
                                                        const Options& options) {
  return Finder(draft, options).run();
}

std::string product_title(const Options& options) {
  const Profile* profile = find_profile(options.product);
  return profile == nullptr ? "the product" : std::string(profile->title);
}

}  // namespace replylint::engine
