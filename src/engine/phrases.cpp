#include "engine/phrases.hpp"

#include <algorithm>
#include <tuple>

#include "engine/literals.hpp"
#include "engine/scopes.hpp"
#include "text/utf8.hpp"

namespace replylint::engine {

namespace {

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool by_position(const Match& a, const Match& b) {
  // Of two that begin together the longer comes first.
  return std::tuple(a.span.start, b.span.end) < std::tuple(b.span.start, a.span.end);
}

}  // namespace

PhraseMatches::PhraseMatches(const RuleSet::Compiled& compiled, const Subject& subject, Side side,
                             Scratch& scratch)
    : compiled_(compiled),
      subject_(subject),
      side_(side),
      function_words_(subject.document.tokens.size(), false) {
  scratch.hits.clear();
  scratch.matcher.find_all(subject.document, scratch.hits);
  for (const PatternHit& hit : scratch.hits) add(hit, scratch);
  scratch.sentences += subject.document.sentences.size();
  count_tone();
  run_expressions();
  sort_hits();
}

void PhraseMatches::add(const PatternHit& hit, Scratch& scratch) {
  const PackTables& tables = compiled_.tables;
  if (hit.pattern == tables.pack.front().function_word) {
    for (std::uint32_t at = hit.first; at < hit.last; ++at) function_words_[at] = true;
    return;
  }
  const PatternUse& use = tables.uses[hit.pattern];
  if (use.role == Role::tone) {
    if (side_ == Side::author && !holds_name(hit)) tone_.push_back({use.phrase, use.place, 1});
    return;
  }
  if (!is_about(use.phrase)) return;
  std::uint64_t& last_seen = scratch.last_seen[hit.pattern];
  const std::uint64_t seen = scratch.sentences + hit.sentence + 1;
  if (use.role == Role::weighed && last_seen == seen) return;
  const auto& tokens = subject_.document.tokens;
  const Span span{tokens[hit.first].start, tokens[hit.last - 1].end};
  const Hit found{use.phrase,
                  use.role,
                  use.names_negation != 0,
                  use.place,
                  {hit.sentence, hit.first, hit.last, span}};
  if (use.role == Role::weighed) {
    const PhraseRecord& phrase = tables.phrases[use.phrase];
    if (is_outside(found, phrase) || is_silent(found, phrase)) return;
    last_seen = seen;
  }
  hits_.push_back(found);
}

void PhraseMatches::count_tone() {
  std::sort(tone_.begin(), tone_.end(), [](const ToneCount& a, const ToneCount& b) {
    return std::tie(a.file, a.place) < std::tie(b.file, b.place);
  });
  std::size_t kept = 0;
  for (const ToneCount& found : tone_) {
    if (kept > 0 && tone_[kept - 1].file == found.file && tone_[kept - 1].place == found.place) {
      ++tone_[kept - 1].count;
    } else {
      tone_[kept++] = found;
    }
  }
  tone_.resize(kept);
}

void PhraseMatches::sort_hits() {
  starts_.assign(roles * compiled_.tables.phrases.size() + 1, 0);
  for (const Hit& hit : hits_) ++starts_[place_of(hit.phrase, hit.role) + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  std::vector<std::uint32_t> next = starts_;
  std::vector<Hit> sorted(hits_.size());
  for (const Hit& hit : hits_) sorted[next[place_of(hit.phrase, hit.role)]++] = hit;
  hits_ = std::move(sorted);
  // Patterns come by position already, expressions behind them.
  const auto earlier = [](const Hit& a, const Hit& b) { return by_position(a.match, b.match); };
  for (std::size_t i = 1; i < starts_.size(); ++i) {
    const auto first = hits_.begin() + starts_[i - 1];
    const auto last = hits_.begin() + starts_[i];
    if (last - first > 1 && !std::is_sorted(first, last, earlier)) {
      std::stable_sort(first, last, earlier);
    }
  }
}

bool PhraseMatches::is_about(PhraseId phrase) const {
  return compiled_.tables.phrases[phrase].side == side_;
}

// A capital in the middle of a sentence, or where a closing goes on with the
// name of who writes.
bool PhraseMatches::holds_name(const PatternHit& hit) const {
  const auto& zones = subject_.zones;
  const bool signed_here = hit.sentence > 0 && zones[hit.sentence] == ZoneKind::closing &&
                           zones[hit.sentence - 1] == ZoneKind::closing;
  const std::uint32_t start = subject_.document.sentences[hit.sentence].first;
  for (std::uint32_t at = hit.first; at < hit.last; ++at) {
    const bool capital = subject_.document.tokens[at].is_capitalised();
    if (capital && (at > start || signed_here)) return true;
  }
  return false;
}

void PhraseMatches::run_expressions() {
  const PackTables& tables = compiled_.tables;
  if (tables.expressions.empty()) return;
  std::vector<std::uint32_t> wanted;
  for (std::uint32_t s = 0; s < subject_.document.sentences.size(); ++s) {
    const text::Sentence& sentence = subject_.document.sentences[s];
    // Opening brackets and dashes stand before the first word.
    std::size_t begin = sentence.span.start;
    while (begin > 0 && !is_white(subject_.text[begin - 1])) --begin;
    const std::string_view words = subject_.text.substr(begin, sentence.span.end - begin);
    wanted.clear();
    find_expressions(tables, text::fold(words), wanted);
    for (const std::uint32_t expression : wanted) {
      run_expression(tables.expressions[expression], s, words, begin);
    }
  }
  std::sort(exhausted_.begin(), exhausted_.end());
}

void PhraseMatches::run_expression(const ExpressionRecord& expression, std::uint32_t s,
                                   std::string_view words, std::size_t begin) {
  if (!is_about(expression.phrase)) return;
  const text::Document& document = subject_.document;
  const text::Sentence& sentence = document.sentences[s];
  const text::Regex& regex = compiled_.expression(expression);
  const text::RegexText text(words);
  std::uint32_t first = sentence.first;
  for (std::size_t from = 0; from < words.size();) {
    const auto result = regex.find(text, from);
    if (result.exhausted) exhausted_.push_back(expression.phrase);
    if (!result.match || result.match->empty()) break;
    from = result.match->end;
    const Span span{begin + result.match->start, begin + result.match->end};
    while (first < sentence.last && document.tokens[first].end <= span.start) ++first;
    std::uint32_t last = first;
    while (last < sentence.last && document.tokens[last].start < span.end) ++last;
    hits_.push_back({expression.phrase, expression.role, false, 0, {s, first, last, span}});
  }
}

std::span<const PhraseMatches::Hit> PhraseMatches::hits_of(PhraseId phrase, Role role) const {
  const std::size_t place = place_of(phrase, role);
  return std::span(hits_).subspan(starts_[place], starts_[place + 1] - starts_[place]);
}

bool PhraseMatches::is_outside(const Hit& hit, const PhraseRecord& phrase) const {
  const auto zone = static_cast<unsigned>(subject_.zones[hit.match.sentence]);
  return phrase.zones != 0 && ((phrase.zones >> zone) & 1U) == 0;
}

bool PhraseMatches::is_silent(const Hit& hit, const PhraseRecord& phrase) const {
  const auto silent_in = [&](rules::Scope scope) {
    return ((phrase.silent_in >> static_cast<unsigned>(scope)) & 1U) != 0;
  };
  const text::Document& document = subject_.document;
  const text::Sentence& sentence = document.sentences[hit.match.sentence];
  const auto [s, first, last, span] = hit.match;
  return (silent_in(rules::Scope::negation) && !hit.names_negation &&
          in_negation(document, sentence, first)) ||
         (silent_in(rules::Scope::condition) && in_condition(document, sentence, first)) ||
         (silent_in(rules::Scope::question) && sentence.terminator == text::Terminator::question) ||
         (silent_in(rules::Scope::quotation) && in_quotation(document, first, last));
}

// Hits of one phrase and role, to be asked for what lies around a match. They
// are in order of position, so that each question costs a search.
class PhraseMatches::Around {
 public:
  explicit Around(std::span<const Hit> hits) : hits_(hits) {
    for (const Hit& hit : hits) longest_ = std::max(longest_, hit.match.span.size());
  }

  [[nodiscard]] bool overlaps(Span span) const {
    const std::size_t from = span.start > longest_ ? span.start - longest_ : 0;
    auto hit = std::partition_point(hits_.begin(), hits_.end(),
                                    [&](const Hit& h) { return h.match.span.start < from; });
    for (; hit != hits_.end() && hit->match.span.start < span.end; ++hit) {
      if (hit->match.span.overlaps(span)) return true;
    }
    return false;
  }

  // Is there one in the sentence, or at most `distance` sentences away?
  [[nodiscard]] bool near(std::uint32_t sentence, unsigned distance) const {
    const std::uint32_t from = sentence > distance ? sentence - distance : 0;
    const auto hit = std::partition_point(hits_.begin(), hits_.end(),
                                          [&](const Hit& h) { return h.match.sentence < from; });
    return hit != hits_.end() && hit->match.sentence <= sentence + distance;
  }

 private:
  std::span<const Hit> hits_;
  std::size_t longest_ = 0;  // bytes
};

std::vector<Match> PhraseMatches::of(PhraseId id) const {
  std::vector<Match> found;
  if (id == no_phrase) return found;
  const auto hits = hits_of(id, Role::match);
  if (hits.empty()) return found;
  const PhraseRecord& phrase = compiled_.tables.phrases[id];
  const Around exceptions(hits_of(id, Role::unless));
  const Around needs(hits_of(id, Role::needs));
  const auto last = phrase.last_sentence != 0 ? last_sentence() : std::nullopt;
  for (const Hit& hit : hits) {
    if (is_outside(hit, phrase) || is_silent(hit, phrase)) continue;
    if (phrase.last_sentence != 0 && hit.match.sentence != last) continue;
    const bool excepted = phrase.has_within != 0
                              ? exceptions.near(hit.match.sentence, phrase.within)
                              : exceptions.overlaps(hit.match.span);
    if (excepted) continue;
    const bool supported = phrase.has_needs == 0 || needs.near(hit.match.sentence, phrase.within);
    if (supported) found.push_back(hit.match);
  }
  std::sort(found.begin(), found.end(), by_position);
  std::size_t end = 0;
  std::erase_if(found, [&](const Match& match) {
    if (match.span.start < end) return true;
    end = match.span.end;
    return false;
  });
  return found;
}

std::optional<std::uint32_t> PhraseMatches::last_sentence() const {
  std::optional<std::uint32_t> last;
  bool others = false;
  for (std::uint32_t s = 0; s < subject_.zones.size(); ++s) {
    if (subject_.zones[s] != ZoneKind::body) continue;
    others = last.has_value();
    last = s;
  }
  return others ? last : std::nullopt;
}

bool PhraseMatches::is_excepted(PhraseId phrase, Span span) const {
  return phrase != no_phrase && Around(hits_of(phrase, Role::unless)).overlaps(span);
}

std::vector<PatternMatch> PhraseMatches::weighed(PhraseId id) const {
  std::vector<PatternMatch> found;
  for (const Hit& hit : hits_of(id, Role::weighed)) found.push_back({hit.match, hit.place});
  return found;
}

}  // namespace replylint::engine
