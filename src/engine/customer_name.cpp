#include <algorithm>
#include <array>
#include <string>

#include "draft/names.hpp"
#include "engine/customer.hpp"
#include "replylint/draft.hpp"
#include "text/utf8.hpp"

namespace replylint::engine {

namespace {

constexpr std::size_t most_words = 4;  // of a name
constexpr std::string_view around_names = " \t\r,.!;:-*_~^";

constexpr std::array<std::string_view, 17> titles{
    "mr",   "mrs",  "ms",  "miss", "mx",   "dr",     "prof",   "sir",      "madam",
    "herr", "frau", "rev", "lady", "lord", "mister", "doctor", "professor"};

constexpr std::array<std::string_view, 30> greeting_words{
    "hi",      "hello",     "hey",      "dear",    "good",   "morning", "afternoon", "evening",
    "day",     "greetings", "there",    "again",   "all",    "team",    "everyone",  "folks",
    "welcome", "back",      "customer", "support", "valued", "and",     "to",        "user",
    "member",  "client",    "friend",   "sirs",    "guys",   "hiya"};

bool is_any_of(const auto& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && around_names.find(text[span.start]) != std::string_view::npos) {
    ++span.start;
  }
  while (!span.empty() && around_names.find(text[span.end - 1]) != std::string_view::npos) {
    --span.end;
  }
  return span;
}

// The words of [span) without titles in front.
Span without_title(std::string_view text, Span span) {
  while (true) {
    span = trimmed(text, span);
    const std::size_t space = text.substr(span.start, span.size()).find(' ');
    if (space == std::string_view::npos) return span;
    std::string first = text::fold(text.substr(span.start, space));
    if (first.ends_with('.')) first.pop_back();
    if (!is_any_of(titles, first)) return span;
    span.start += space;
  }
}

// A name on the last line of a closing, or behind its comma: "Thanks, Ann".
std::optional<Span> name_in(std::string_view text, Span closing) {
  std::size_t end = closing.end;
  while (end > closing.start) {
    const std::size_t found = text.substr(closing.start, end - closing.start).rfind('\n');
    const std::size_t begin =
        found == std::string_view::npos ? closing.start : closing.start + found + 1;
    Span line = trimmed(text, {begin, end});
    if (!line.empty()) {
      const std::size_t comma = text.substr(line.start, line.size()).rfind(',');
      for (const Span candidate :
           {line,
            comma == std::string_view::npos ? Span{} : Span{line.start + comma + 1, line.end}}) {
        const Span name = without_title(text, candidate);
        const std::string_view words = text.substr(name.start, name.size());
        if (!words.empty() && words.front() != '@' && looks_like_name(words, most_words) &&
            !name_words(words).empty()) {
          return name;
        }
      }
    }
    end = begin > closing.start ? begin - 1 : closing.start;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> name_words(std::string_view text) {
  std::vector<std::string> words;
  const auto add = [&](std::string_view word) {
    while (!word.empty() && around_names.find(word.front()) != std::string_view::npos) {
      word.remove_prefix(1);
    }
    while (!word.empty() && around_names.find(word.back()) != std::string_view::npos) {
      word.remove_suffix(1);
    }
    if (word.ends_with("'s")) word.remove_suffix(2);
    if (!is_name_word(word)) return;
    std::string folded = text::fold_to_base(word);
    if (!is_any_of(titles, folded) && !is_any_of(greeting_words, folded)) {
      words.push_back(std::move(folded));
    }
  };
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,/-", at), text.size());
    add(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::optional<CustomerName> find_name(const Subject& message,
                                      const std::vector<Span>& introductions,
                                      std::string_view sender) {
  const std::string_view text = message.text;
  for (const Span introduction : introductions) {
    // The capitalised words at its end.
    const auto& tokens = message.document.tokens;
    auto token = std::partition_point(tokens.begin(), tokens.end(), [&](const text::Token& t) {
      return t.end <= introduction.start;
    });
    std::optional<Span> name;
    for (; token != tokens.end() && token->end <= introduction.end; ++token) {
      if (!token->is_capitalised()) {
        name.reset();
      } else if (name) {
        name->end = token->end;
      } else {
        name = token->span();
      }
    }
    if (name && looks_like_name(text.substr(name->start, name->size()), most_words)) {
      return CustomerName{std::string(text.substr(name->start, name->size())),
                          NameSource::introduction, *name};
    }
  }
  const Draft read = read_draft(text, Format::plain);
  for (const ZoneKind kind : {ZoneKind::closing, ZoneKind::signature}) {
    for (const Zone& zone : read.zones) {
      if (zone.kind != kind) continue;
      if (const auto name = name_in(read.text, zone.span)) {
        const Span source = read.source_map.to_source(*name);
        return CustomerName{read.text.substr(name->start, name->size()), NameSource::sign_off,
                            source};
      }
    }
  }
  const Span whole = without_title(sender, {0, sender.size()});
  const std::string_view name = sender.substr(whole.start, whole.size());
  if (!name.empty() && looks_like_name(name, most_words)) {
    return CustomerName{std::string(name), NameSource::sender, std::nullopt};
  }
  return std::nullopt;
}

}  // namespace replylint::engine
