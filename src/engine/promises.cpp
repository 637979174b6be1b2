#include "engine/promises.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace replylint::engine {

namespace {

constexpr std::uint32_t longest_what = 25;         // words; a sentence may lack any punctuation
constexpr std::uint32_t longest_afterthought = 8;  // words of "By Friday at the latest."

// Between who and what they do.
constexpr std::array<std::string_view, 7> auxiliaries{"will", "shall", "am",     "are",
                                                      "is",   "going", "promise"};
// Behind these another clause tells of another time.
constexpr std::array<std::string_view, 8> clause_openers{"that",  "which", "because", "since",
                                                         "where", "who",   "whose",   "although"};
constexpr std::array<std::string_view, 5> joints{"and", "but", "then", "or", "so"};
constexpr std::array<std::string_view, 4> range_joints{"or", "and", "to", "through"};

template <std::size_t N>
bool is_one_of(std::string_view form, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

struct Tokens {
  std::uint32_t first = 0;  // [first, last)
  std::uint32_t last = 0;
  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] bool holds(std::uint32_t token) const { return first <= token && token < last; }
};

enum class StartKind : std::uint8_t {
  actor,      // "I will"
  under_way,  // "I am sending": a promise where a time stands with it
  no_actor    // "it ships"
};

// Where a promise begins.
struct Start {
  Match match;
  StartKind kind = StartKind::actor;
};

class Finder {
 public:
  Finder(const RuleSet::Compiled& compiled, const Subject& subject, const PhraseMatches& matches,
         std::optional<Moment> base, DateOrder order)
      : subject_(subject),
        tokens_(subject.document.tokens),
        base_(base),
        order_(order),
        conditions_(matches.of(phrase_of_signal(compiled, "condition"))),
        vague_times_(matches.of(phrase_of_signal(compiled, "some-time"))) {
    const auto add = [&](std::string_view signal, StartKind kind) {
      for (const Match& match : matches.of(phrase_of_signal(compiled, signal))) {
        starts_.push_back({match, kind});
      }
    };
    add("promise", StartKind::actor);
    add("under-way", StartKind::under_way);
    add("promised", StartKind::no_actor);
    std::stable_sort(starts_.begin(), starts_.end(),
                     [](const Start& a, const Start& b) { return a.match.first < b.match.first; });
    std::uint32_t end = 0;
    std::erase_if(starts_, [&](const Start& start) {
      const bool inside = start.match.first < end;
      if (!inside) end = start.match.last;
      return inside || hangs_on_condition(start.match);
    });
  }

  std::vector<FoundPromise> run() {
    std::vector<FoundPromise> found;
    found.reserve(starts_.size());
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      FoundPromise one = read(i);
      const bool counts = starts_[i].kind != StartKind::under_way || !one.times.empty();
      if (counts) found.push_back(std::move(one));
    }
    return found;
  }

 private:
  [[nodiscard]] const text::Sentence& sentence_of(const Match& match) const {
    return subject_.document.sentences[match.sentence];
  }

  // First of `matches` that begins at token `from` or behind it.
  static std::vector<Match>::const_iterator first_from(const std::vector<Match>& matches,
                                                       std::uint32_t from) {
    return std::lower_bound(matches.begin(), matches.end(), from,
                            [](const Match& m, std::uint32_t token) { return m.first < token; });
  }

  // "if we will …", "when I am …": nothing is promised. What opens a condition
  // ends with its subject.
  [[nodiscard]] bool hangs_on_condition(const Match& match) const {
    const auto next = first_from(conditions_, match.first);
    return next != conditions_.begin() && std::prev(next)->last > match.first;
  }

  // The words between this promise and its neighbours in the sentence.
  [[nodiscard]] Tokens piece(std::size_t i) const {
    const Match& match = starts_[i].match;
    const text::Sentence& sentence = sentence_of(match);
    Tokens piece{sentence.first, sentence.last};
    if (i > 0 && starts_[i - 1].match.sentence == match.sentence) {
      piece.first = joint(starts_[i - 1].match, match);
    }
    if (i + 1 < starts_.size() && starts_[i + 1].match.sentence == match.sentence) {
      piece.last = joint(match, starts_[i + 1].match);
    }
    return piece;
  }

  // Where one promise ends and the next begins.
  [[nodiscard]] std::uint32_t joint(const Match& one, const Match& next) const {
    for (std::uint32_t at = next.first; at > one.last; --at) {
      if (tokens_[at].has(text::flag_clause_break) || is_one_of(tokens_[at].form, joints))
        return at;
    }
    return next.first;
  }

  FoundPromise read(std::size_t i) {
    const Start& start = starts_[i];
    const Tokens piece = this->piece(i);
    FoundPromise found;
    Promise& promise = found.promise;
    found.sentence = start.match.sentence;
    const std::uint32_t action = action_of(start, promise.who);
    const Tokens condition = this->condition(start.match, piece);
    const Tokens reach{action, clause_end(action, piece.last)};
    find_times(start.match, {piece.first, reach.last}, condition, found.times);
    Tokens time = when(found.times);
    if (time.empty()) time = vague_time(reach, condition);
    find_what({action, piece.last}, condition, time, found);
    if (time.empty() && start.kind != StartKind::under_way) {
      find_afterthought(start.match, i, found.times);
      time = when(found.times);
    }
    Tokens all{start.match.first, found.last};
    for (const Tokens part : {condition, time}) {
      if (part.empty()) continue;
      all = {std::min(all.first, part.first), std::max(all.last, part.last)};
    }
    promise.span = {tokens_[all.first].start, tokens_[all.last - 1].end};
    promise.condition = words(condition);
    promise.when = words(time);
    promise.due = due(found.times);
    promise.ambiguous =
        std::any_of(found.times.begin(), found.times.end(),
                    [&](const TimeExpression& t) { return is_ambiguous(t, order_); });
    return found;
  }

  static Tokens when(const std::vector<TimeExpression>& times) {
    if (times.empty()) return {};
    return {times.front().first, times.back().last};
  }

  // "as soon as it lands", until its clause ends or the promise begins.
  [[nodiscard]] Tokens condition(const Match& match, Tokens piece) const {
    for (auto at = first_from(conditions_, piece.first);
         at != conditions_.end() && at->first < piece.last; ++at) {
      Tokens found{at->first, at->first < match.first ? match.first : piece.last};
      std::uint32_t end = at->last;
      while (end < found.last && !tokens_[end].has(text::flag_clause_break)) ++end;
      return Tokens{found.first, end};
    }
    return {};
  }

  // Where what is done begins: behind the auxiliary where there is an actor.
  std::uint32_t action_of(const Start& start, std::string& who) const {
    const Match& match = start.match;
    if (start.kind == StartKind::no_actor) return match.first;
    // "I have asked the depot and will call": the last one counts.
    std::uint32_t auxiliary = match.last;
    for (std::uint32_t at = match.first; at < match.last; ++at) {
      const bool future = tokens_[at].form == "will" || tokens_[at].form == "shall";
      const bool counts = future || auxiliary == match.last;
      if (counts && is_one_of(tokens_[at].form, auxiliaries)) auxiliary = at;
    }
    if (auxiliary < match.last) {
      std::uint32_t at = auxiliary;
      const std::string_view first = tokens_[match.first].form;
      who = words({match.first, first == "i" || first == "we" ? match.first + 1 : at});
      if (at + 1 < match.last && tokens_[at + 1].form == "going") ++at;
      if (at + 1 < match.last && tokens_[at + 1].form == "to") ++at;
      return at + 1;
    }
    return match.first;
  }

  // Where a clause ends that begins at `from`.
  [[nodiscard]] std::uint32_t clause_end(std::uint32_t from, std::uint32_t last) const {
    while (from < last && !is_one_of(tokens_[from].form, clause_openers)) ++from;
    return from;
  }

  // Those behind the start, and one right before it: "By Friday, we will …".
  void find_times(const Match& match, Tokens range, Tokens condition,
                  std::vector<TimeExpression>& times) const {
    std::vector<TimeExpression> all;
    for (const TimeExpression& time :
         engine::find_times(subject_.text, subject_.document, range.first, range.last)) {
      const bool counts = time.last == match.first || time.first > match.first;
      if (counts && !condition.holds(time.first)) all.push_back(time);
    }
    if (all.empty()) return;
    times.push_back(all.front());
    if (all.size() < 2) return;
    // "Monday or Tuesday": one time with two ends.
    const TimeExpression& second = all[1];
    if (all.front().last + 1 == second.first &&
        is_one_of(tokens_[second.first - 1].form, range_joints)) {
      times.push_back(second);
    }
  }

  // The next sentence where it is nothing but the time.
  void find_afterthought(const Match& match, std::size_t i,
                         std::vector<TimeExpression>& times) const {
    const std::size_t next = std::size_t{match.sentence} + 1;
    if (next >= subject_.document.sentences.size()) return;
    if (i + 1 < starts_.size() && starts_[i + 1].match.sentence <= next) return;
    const text::Sentence& sentence = subject_.document.sentences[next];
    if (sentence.last - sentence.first > longest_afterthought) return;
    const auto found =
        engine::find_times(subject_.text, subject_.document, sentence.first, sentence.last);
    if (!found.empty() && found.front().first == sentence.first) times.push_back(found.front());
  }

  [[nodiscard]] Tokens vague_time(Tokens reach, Tokens condition) const {
    auto at = first_from(vague_times_, reach.first);
    while (at != vague_times_.end() && condition.holds(at->first)) ++at;
    if (at == vague_times_.end() || at->first >= reach.last) return {};
    return {at->first, at->last};
  }

  // Up to the end of the clause, without what was read as condition and time.
  void find_what(Tokens range, Tokens condition, Tokens time, FoundPromise& found) const {
    found.first = range.first;
    found.last = std::min(range.first + 1, range.last);
    Tokens run{range.first, range.first};
    const auto flush = [&] {
      const std::string part = words(run);
      if (part.empty()) return;
      found.promise.what += found.promise.what.empty() ? part : " " + part;
      found.last = run.last;
    };
    const std::uint32_t end = std::min(range.last, range.first + longest_what);
    for (std::uint32_t at = range.first; at < end; ++at) {
      if (at > range.first && tokens_[at].has(text::flag_clause_break)) break;
      if (condition.holds(at) || time.holds(at)) {
        flush();
        run = {at + 1, at + 1};
      } else {
        run.last = at + 1;
      }
    }
    flush();
  }

  [[nodiscard]] std::optional<TimeRange> due(const std::vector<TimeExpression>& times) const {
    if (!base_ || times.empty()) return std::nullopt;
    auto range = resolve(times.front(), *base_, order_);
    const auto other = resolve(times.back(), *base_, order_);
    if (range && other && other->latest.seconds > range->latest.seconds) {
      range->latest = other->latest;
    }
    return range;
  }

  // The words on one line.
  [[nodiscard]] std::string words(Tokens range) const {
    std::string out;
    if (range.empty()) return out;
    const std::size_t start = tokens_[range.first].start;
    for (const char c : subject_.text.substr(start, tokens_[range.last - 1].end - start)) {
      const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!white) {
        out += c;
      } else if (out.back() != ' ') {
        out += ' ';
      }
    }
    return out;
  }

  const Subject& subject_;
  const std::vector<text::Token>& tokens_;
  std::optional<Moment> base_;
  DateOrder order_;
  std::vector<Match> conditions_;
  std::vector<Match> vague_times_;
  std::vector<Start> starts_;
};

}  // namespace

PhraseId phrase_of_signal(const RuleSet::Compiled& compiled, std::string_view name) {
  const std::string id = "signals/" + std::string(name);
  const auto rule = std::find_if(compiled.rules.begin(), compiled.rules.end(),
                                 [&](const CompiledRule& r) { return r.rule->id == id; });
  return rule == compiled.rules.end() ? no_phrase : rule->phrase;
}

std::vector<FoundPromise> find_promises(const RuleSet::Compiled& compiled, const Subject& subject,
                                        const PhraseMatches& matches, std::optional<Moment> base,
                                        DateOrder order) {
  return Finder(compiled, subject, matches, base, order).run();
}

}  // namespace replylint::engine
