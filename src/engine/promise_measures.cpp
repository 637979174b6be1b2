#include "engine/promise_measures.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/promises.hpp"
#include "engine/subject.hpp"
#include "rules/pattern.hpp"
#include "text/moment.hpp"

namespace replylint::engine {

namespace {

// Words that say nothing of what is done.
constexpr auto small_words = std::to_array<std::string_view>(
    {"a",    "an",    "the", "this", "that",  "these", "those", "i",    "we", "you", "it",
     "they", "he",    "she", "me",   "us",    "him",   "her",   "them", "my", "our", "your",
     "its",  "their", "his", "to",   "of",    "for",   "with",  "on",   "in", "at",  "by",
     "from", "and",   "or",  "will", "shall", "now",   "again", "back", "out"});
// Verbs that leave it to their object what is done.
constexpr auto light_verbs = std::to_array<std::string_view>(
    {"be", "get", "have", "take", "make", "do", "give", "send", "receive", "issue", "come"});

// An earlier message of ours.
struct OwnMessage {
  OwnMessage(const Context& context, std::size_t place)
      : index(place),
        subject(context.earlier.at(place).subject),
        matches(context.earlier.at(place).matches) {}

  std::size_t index;  // in Draft::thread
  const Subject& subject;
  const PhraseMatches& matches;
};

using Words = std::vector<std::string_view>;

bool is_form_of(std::string_view form, const std::string& lemma) {
  const auto forms = rules::inflect(lemma);
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

// "send" and "sent", "calling" and "called".
bool related(std::string_view a, std::string_view b) {
  if (a == b || is_form_of(b, std::string(a)) || is_form_of(a, std::string(b))) return true;
  constexpr std::string_view ending = "ing";
  constexpr std::size_t shortest_stem = 3;
  for (const auto& [form, other] : {std::pair(a, b), std::pair(b, a)}) {
    if (!form.ends_with(ending) || form.size() < ending.size() + shortest_stem) continue;
    const std::string stem(form.substr(0, form.size() - ending.size()));
    if (is_form_of(other, stem) || is_form_of(other, stem + "e")) return true;
  }
  return false;
}

// Words of a promise that say what is done; light verbs only where there is
// nothing else.
Words content(const text::Document& document, const FoundPromise& found) {
  Words heavy;
  Words light;
  for (std::uint32_t at = found.first; at < found.last; ++at) {
    const text::Token& token = document.tokens[at];
    const auto is_small = std::find(small_words.begin(), small_words.end(), token.form);
    if (is_small != small_words.end() || token.kind != text::TokenKind::word) continue;
    const bool is_light = std::any_of(
        light_verbs.begin(), light_verbs.end(),
        [&](std::string_view verb) { return is_form_of(token.form, std::string(verb)); });
    (is_light ? light : heavy).push_back(token.form);
  }
  return heavy.empty() ? light : heavy;
}

bool any_related(const Words& words, std::string_view form) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return related(word, form); });
}

class Thread {
 public:
  explicit Thread(const Context& context) : context_(context) {
    const auto& thread = context.draft.thread;
    for (std::size_t i = 0; i < thread.size(); ++i) {
      if (thread[i].from == Party::agent) messages_.emplace_back(context, i);
    }
  }

  struct Earlier {
    const OwnMessage& message;
    FoundPromise found;
    Words words;
  };

  // Those that nothing says to be kept; they look into the thread.
  std::vector<Earlier> open_promises() const {
    std::vector<Earlier> open;
    for (const OwnMessage& message : messages_) {
      const auto at = context_.draft.thread[message.index].at;
      for (FoundPromise& found : find_promises(context_.compiled, message.subject, message.matches,
                                               at, DateOrder::unknown)) {
        Words words = content(message.subject.document, found);
        Earlier earlier{message, std::move(found), std::move(words)};
        if (!is_kept(earlier)) open.push_back(std::move(earlier));
      }
    }
    return open;
  }

  // Is it from the last message of ours?
  bool is_last(const Earlier& earlier) const {
    return earlier.message.index == messages_.back().index;
  }

  // To write, or to reply, is what the draft itself does.
  bool is_of_writing(const Earlier& earlier) const {
    return stands_in(earlier.message.matches, "writes-back", earlier.found.promise.span);
  }

  bool is_mentioned(const Earlier& earlier) const {
    const auto& tokens = context_.author.document.tokens;
    return std::any_of(tokens.begin(), tokens.end(), [&](const text::Token& token) {
      return any_related(earlier.words, token.form);
    });
  }

 private:
  bool stands_in(const PhraseMatches& matches, std::string_view signal, Span span) const {
    const auto found = matches.of(phrase_of_signal(context_.compiled, signal));
    return std::any_of(found.begin(), found.end(),
                       [&](const Match& match) { return match.span.overlaps(span); });
  }

  bool is_kept(const Earlier& earlier) const {
    for (const OwnMessage& later : messages_) {
      if (later.index <= earlier.message.index) continue;
      if (is_of_writing(earlier) || says_kept(later.subject, later.matches, earlier.words)) {
        return true;
      }
    }
    return says_kept(context_.author, context_.matches, earlier.words);
  }

  // "I have sent the lamp", "as discussed".
  bool says_kept(const Subject& subject, const PhraseMatches& matches, const Words& words) const {
    const auto& compiled = context_.compiled;
    if (!matches.of(phrase_of_signal(compiled, "promise-kept")).empty()) return true;
    const text::Document& document = subject.document;
    const auto done = matches.of(phrase_of_signal(compiled, "done-act"));
    return std::any_of(done.begin(), done.end(), [&](const Match& match) {
      const text::Sentence& sentence = document.sentences[match.sentence];
      for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        if (any_related(words, document.tokens[at].form)) return true;
      }
      return false;
    });
  }

  const Context& context_;
  std::deque<OwnMessage> messages_;
};

std::optional<Moment> sent_at(const Context& context) {
  return context.options.now ? context.options.now : context.draft.date;
}

bool is_over(const Promise& promise, std::optional<Moment> now) {
  return promise.due && now && promise.due->latest.seconds < now->seconds;
}

// "2026-11-26", "2026-11-26 10:00"
std::string shown(const TimeRange& due) {
  std::string iso = text::to_iso(due.latest);
  iso[10] = ' ';
  return iso.substr(0, due.precision == Precision::day ? 10 : 16);
}

// ---- conflicts

// Without a date to count from only times of one kind can be told apart: “today”
// and “on Friday” may be the same day, “today” and “tomorrow” never.
bool are_comparable(const TimeExpression& a, const TimeExpression& b) {
  if (a.day.index() == b.day.index()) return true;
  const auto is_today = [](const TimeExpression& time) {
    const auto* in = std::get_if<InDays>(&time.day);
    return in != nullptr && in->days == 0;
  };
  // Nobody says “on Friday” for today.
  const auto is_weekday = [](const TimeExpression& time) {
    return std::holds_alternative<OnWeekday>(time.day);
  };
  return (is_today(a) && is_weekday(b)) || (is_weekday(a) && is_today(b));
}

// Times that exclude each other, or lengths of time that differ.
bool exclude(const FoundPromise& a, const FoundPromise& b) {
  const auto* one = std::get_if<Duration>(&a.times.front().day);
  const auto* other = std::get_if<Duration>(&b.times.front().day);
  if (one != nullptr && other != nullptr) return !(*one == *other);
  const TimeRange& x = *a.promise.due;
  const TimeRange& y = *b.promise.due;
  return x.latest.seconds < y.earliest.seconds || y.latest.seconds < x.earliest.seconds;
}

bool are_same(const Words& a, const Words& b) {
  const auto covers = [](const Words& all, const Words& part) {
    return std::all_of(part.begin(), part.end(),
                       [&](std::string_view word) { return any_related(all, word); });
  };
  return !a.empty() && covers(a, b) && covers(b, a);
}

}  // namespace

Discrepancies overdue_promises(const Context& context, const ComparisonRecord&) {
  const auto now = sent_at(context);
  if (!now || context.draft.thread.empty()) return {};
  const Thread thread(context);
  Discrepancies all;
  for (const auto& earlier : thread.open_promises()) {
    const Promise& promise = earlier.found.promise;
    // Whether a condition came true is not known here; what we wrote since may
    // have settled an older promise in words that nobody can look for.
    if (!promise.condition.empty() || !thread.is_last(earlier)) continue;
    if (!is_over(promise, now)) continue;
    all.push_back({{}, {{earlier.message.index, promise.span}}, shown(*promise.due), {}});
  }
  return all;
}

Discrepancies unmentioned_promises(const Context& context, const ComparisonRecord&) {
  if (context.draft.thread.empty()) return {};
  const Thread thread(context);
  Discrepancies all;
  for (const auto& earlier : thread.open_promises()) {
    const Promise& promise = earlier.found.promise;
    const bool counts = !is_over(promise, sent_at(context)) && !thread.is_of_writing(earlier) &&
                        !earlier.words.empty() && !thread.is_mentioned(earlier);
    if (counts) all.push_back({{}, {{earlier.message.index, promise.span}}, promise.what, {}});
  }
  return all;
}

Discrepancies conflicting_promises(const Context& context, const ComparisonRecord&) {
  constexpr std::size_t most_promises = 50;  // pairs of more would take their time
  const auto own_base = context.draft.date ? context.draft.date : context.options.now;
  // Any day will do where only times of one kind are compared.
  const Moment base = own_base.value_or(Moment{1'795'510'800, 0});  // Tuesday, 24 November 2026
  std::vector<FoundPromise> dated =
      find_promises(context.compiled, context.author, context.matches, base, DateOrder::unknown);
  const auto again = context.matches.of(phrase_of_signal(context.compiled, "once-more"));
  std::erase_if(dated, [&](const FoundPromise& found) {
    return !found.promise.due || found.times.empty() || !found.promise.condition.empty() ||
           std::any_of(again.begin(), again.end(),
                       [&](const Match& match) { return match.sentence == found.sentence; });
  });
  if (dated.size() > most_promises) dated.resize(most_promises);
  Discrepancies all;
  for (std::size_t i = 1; i < dated.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const FoundPromise& first = dated[k];
      const FoundPromise& second = dated[i];
      const bool comparable = own_base || are_comparable(first.times.front(), second.times.front());
      if (!comparable || !exclude(first, second)) continue;
      const text::Document& document = context.author.document;
      if (!are_same(content(document, first), content(document, second))) continue;
      all.push_back({second.promise.span, {}, first.promise.when, {}});
      break;
    }
  }
  return all;
}

}  // namespace replylint::engine
