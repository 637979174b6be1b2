#include "engine/thread_measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/earlier.hpp"
#include "engine/measures.hpp"
#include "engine/restate.hpp"
#include "engine/spans.hpp"
#include "text/moment.hpp"

namespace replylint::engine {

namespace {

using Stems = std::unordered_set<std::string_view>;

// Index of the first message since our last one; the thread's size where the
// last word is ours.
std::size_t first_unanswered(const std::vector<Message>& thread) {
  std::size_t at = thread.size();
  while (at > 0 && thread[at - 1].from == Party::customer) --at;
  return at;
}

// Its first sentence stands for a message.
Evidence evidence_of(Earlier& earlier, std::size_t message) {
  const auto& sentences = earlier.at(message).subject.document.sentences;
  return {message, sentences.empty() ? Span{} : sentences.front().span};
}

// ---- hours_waited

constexpr std::int64_t day = 86'400;  // seconds
constexpr std::int64_t week = 7 * day;

// Seconds of working days before `seconds`, which count from a Monday 0:00.
std::int64_t working(std::int64_t seconds) {
  constexpr std::int64_t working_week = 5 * day;
  const std::int64_t weeks = seconds / week;
  return weeks * working_week + std::min(seconds % week, working_week);
}

// Working seconds between two moments, in the local time of the later one.
std::int64_t working_between(Moment from, Moment to) {
  constexpr std::int64_t first_monday = 4 * day;  // 1970-01-05
  const std::int64_t shift = to.offset * std::int64_t{60} - first_monday;
  // Moments before that Monday are moved by whole weeks.
  constexpr std::int64_t long_before = 200'000 * week;
  return working(to.seconds + shift + long_before) - working(from.seconds + shift + long_before);
}

std::string duration(std::int64_t seconds) {
  constexpr std::int64_t hour = 3'600;
  if (seconds < 2 * day) return fmt::format("{} hours", seconds / hour);
  return fmt::format("{} days", (seconds + day / 2) / day);
}

// ---- newest_unanswered

bool is_number(const text::Token& token) {
  return (token.kind == text::TokenKind::number && token.form.size() > 2) ||
         token.has(text::flag_has_digit);
}

// What a message is about, but for what `idle` covers.
Stems content_of(const Earlier::Read& message, const std::vector<Span>& idle) {
  Stems stems;
  const auto& tokens = message.subject.document.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_content(tokens[i], message.matches.function_words()[i]) &&
        !overlaps_any(idle, tokens[i].span())) {
      stems.insert(stem(tokens[i].form));
    }
  }
  return stems;
}

// ---- copied_paragraphs

using Grams = std::vector<std::uint64_t>;  // sorted, each once

struct Paragraph {
  Span span;
  Grams grams;
};

// Paragraphs of the body that are long enough to tell a copy by.
std::vector<Paragraph> paragraphs_of(const Subject& subject) {
  constexpr std::size_t fewest_words = 12;
  constexpr std::size_t run = 3;
  std::vector<Paragraph> paragraphs;
  const text::Document& document = subject.document;
  for (const Range range : ranges(subject, rules::Per::paragraph)) {
    Paragraph paragraph;
    std::vector<std::uint64_t> words;
    for (std::uint32_t s = range.first; s < range.last; ++s) {
      if (subject.zones[s] != ZoneKind::body) continue;
      const text::Sentence& sentence = document.sentences[s];
      if (words.empty()) paragraph.span = sentence.span;
      paragraph.span.end = sentence.span.end;
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (document.tokens[i].is_word()) {
          words.push_back(std::hash<std::string_view>()(document.tokens[i].form));
        }
      }
    }
    if (words.size() < fewest_words) continue;
    for (std::size_t i = 0; i + run <= words.size(); ++i) {
      constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
      std::uint64_t gram = 0;
      for (std::size_t k = i; k < i + run; ++k) gram = (gram ^ words[k]) * factor;
      paragraph.grams.push_back(gram);
    }
    std::sort(paragraph.grams.begin(), paragraph.grams.end());
    paragraph.grams.erase(std::unique(paragraph.grams.begin(), paragraph.grams.end()),
                          paragraph.grams.end());
    paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

bool is_copy(const Grams& a, const Grams& b) {
  constexpr std::size_t part = 4;  // four fifths
  constexpr std::size_t whole = 5;
  // Sizes alone often say no.
  if (std::min(a.size(), b.size()) * whole < std::max(a.size(), b.size()) * part) return false;
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++shared;
    const bool first = *x <= *y;
    const bool second = *y <= *x;
    if (first) ++x;
    if (second) ++y;
  }
  return shared * whole >= (a.size() + b.size() - shared) * part;
}

std::string day_of(const Message& message) {
  return message.at ? "on " + text::to_iso(*message.at).substr(0, 10) : "earlier";
}

}  // namespace

Discrepancies rounds(const Context& context, const ComparisonRecord& comparison) {
  std::size_t turns = 0;
  std::optional<Party> last;
  for (const Message& message : context.draft.thread) {
    if (message.from == Party::customer && last != Party::customer) ++turns;
    last = message.from;
  }
  if (static_cast<double>(turns) <= comparison.over) return {};
  Discrepancy found;
  found.value = std::to_string(turns);
  return {found};
}

Discrepancies hours_waited(const Context& context, const ComparisonRecord& comparison) {
  const auto now = context.options.now ? context.options.now : context.draft.date;
  const auto& thread = context.draft.thread;
  const std::size_t first = first_unanswered(thread);
  if (!now || first == thread.size() || !thread[first].at) return {};
  const Moment asked = *thread[first].at;
  constexpr double hour = 60 * 60;
  const std::int64_t waited = working_between(asked, *now);
  if (static_cast<double>(waited) <= comparison.over * hour) return {};
  Discrepancy found;
  found.evidence.push_back(evidence_of(context.earlier, first));
  found.value = duration(now->seconds - asked.seconds);
  return {found};
}

Discrepancies newest_unanswered(const Context& context, const ComparisonRecord&) {
  constexpr std::size_t fewest_words = 2;
  const auto& thread = context.draft.thread;
  const std::size_t first = first_unanswered(thread);
  if (first + 1 >= thread.size()) return {};
  const std::size_t newest = thread.size() - 1;
  std::vector<Span> idle;
  if (const FactId courtesy = context.compiled.fact("customer.courtesy"); courtesy != 0) {
    idle = context.earlier.find(newest, {courtesy, no_phrase});
  }
  const Earlier::Read& message = context.earlier.at(newest);
  const Stems content = content_of(message, idle);
  if (content.size() < fewest_words) return {};

  // Numbers that an earlier message of this turn names and the newest does not.
  Stems replaced;
  for (std::size_t i = first; i < newest; ++i) {
    for (const text::Token& token : context.earlier.at(i).subject.document.tokens) {
      if (is_number(token)) replaced.insert(token.form);
    }
  }
  bool names_number = false;
  for (const text::Token& token : message.subject.document.tokens) {
    if (!is_number(token)) continue;
    names_number = true;
    replaced.erase(token.form);
  }
  bool taken_up = false;
  bool number_taken_up = false;
  std::optional<Span> old_number;
  const auto& tokens = context.author.document.tokens;
  for (const text::Token& token : tokens) {
    taken_up = taken_up || content.contains(stem(token.form));
    number_taken_up = number_taken_up || (is_number(token) && content.contains(stem(token.form)));
    if (!old_number && replaced.contains(token.form)) old_number = token.span();
  }
  Discrepancy found;
  found.evidence.push_back(evidence_of(context.earlier, newest));
  if (names_number && !number_taken_up && old_number) {
    found.span = old_number;
    return {found};
  }
  if (taken_up) return {};
  return {found};
}

Discrepancies copied_paragraphs(const Context& context, const ComparisonRecord&) {
  constexpr std::size_t most_compared = 200;  // paragraphs, the newest
  const auto& thread = context.draft.thread;
  const std::vector<Paragraph> own = paragraphs_of(context.author);
  if (own.empty()) return {};
  struct Sent {
    std::size_t message;
    Paragraph paragraph;
  };
  std::vector<Sent> sent;
  for (std::size_t i = thread.size(); i-- > 0 && sent.size() < most_compared;) {
    if (thread[i].from != Party::agent) continue;
    for (Paragraph& paragraph : paragraphs_of(context.earlier.at(i).subject)) {
      sent.push_back({i, std::move(paragraph)});
    }
  }
  Discrepancies all;
  for (const Paragraph& paragraph : own) {
    const auto same = std::find_if(sent.begin(), sent.end(), [&](const Sent& before) {
      return is_copy(paragraph.grams, before.paragraph.grams);
    });
    if (same == sent.end()) continue;
    Discrepancy found;
    found.span = paragraph.span;
    found.evidence.push_back({same->message, same->paragraph.span});
    found.value = day_of(thread[same->message]);
    all.push_back(std::move(found));
  }
  return all;
}

}  // namespace replylint::engine
