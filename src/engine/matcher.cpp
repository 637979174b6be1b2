#include "engine/matcher.hpp"

#include <algorithm>
#include <iterator>

#include "rules/pattern.hpp"

namespace replylint::engine {

namespace {

// Word steps up to this many are read through, more are searched.
constexpr std::uint32_t few = 8;

bool takes(const PackTables& tables, const Step& step, const Symbol& symbol) {
  switch (step.op) {
    case Op::test:
      return passes(tables, tables.tests[step.arg], symbol);
    case Op::gap:
      return symbol.is_word() && (symbol.classes & class_negation) == 0;
    case Op::gap_any:
      return symbol.is_word();
    case Op::start:
      return (symbol.classes & class_start) != 0;
    case Op::end: {
      if ((symbol.classes & class_end) == 0) return false;
      switch (static_cast<rules::SentenceEnd>(step.arg)) {
        case rules::SentenceEnd::any:
          return true;
        case rules::SentenceEnd::question:
          return (symbol.classes & class_end_question) != 0;
        case rules::SentenceEnd::exclamation:
          return (symbol.classes & class_end_exclamation) != 0;
      }
      return false;
    }
    case Op::clause_break:
      return (symbol.classes & class_break) != 0;
  }
  return false;
}

NodeId after(std::span<const WordStep> steps, WordId word) {
  if (steps.size() <= few) {
    for (const WordStep& step : steps) {
      if (step.word == word) return step.to;
    }
    return 0;
  }
  const auto found = std::lower_bound(steps.begin(), steps.end(), word,
                                      [](const WordStep& s, WordId w) { return s.word < w; });
  return found != steps.end() && found->word == word ? found->to : 0;
}

}  // namespace

void Matcher::enter(NodeId node) {
  // Many at once are rare, and then they are sorted out when all are there.
  constexpr std::size_t many = 16;
  if (entered_.size() < many &&
      std::find(entered_.begin(), entered_.end(), node) != entered_.end()) {
    return;
  }
  entered_.push_back(node);
}

void Matcher::take_word(NodeId node, const Symbol& symbol) {
  const std::uint32_t begin = tables_.nodes[node].word_steps;
  const std::uint32_t count = tables_.nodes[node + 1].word_steps - begin;
  const NodeId next = after(tables_.word_steps.subspan(begin, count), symbol.word);
  if (next != 0) enter(next);
}

void Matcher::take_lists(NodeId node, const Symbol& symbol) {
  const std::uint32_t begin = tables_.nodes[node].list_steps;
  const std::uint32_t count = tables_.nodes[node + 1].list_steps - begin;
  if (count == 0) return;
  const auto steps = tables_.list_steps.subspan(begin, count);
  if (symbol.word == unknown_word) {
    if (symbol.prefix == 0 && symbol.suffix == 0) return;
    for (const ListStep& step : steps) {
      if (passes(tables_, tables_.tests[step.test], symbol)) enter(step.to);
    }
    return;
  }
  auto step = steps.begin();
  for (const TestId list : slice(tables_.word_lists, tables_.word_records[symbol.word].lists)) {
    step = std::lower_bound(step, steps.end(), list,
                            [](const ListStep& s, TestId test) { return s.test < test; });
    for (; step != steps.end() && step->test == list; ++step) enter(step->to);
    if (step == steps.end()) return;
  }
}

void Matcher::take_steps(NodeId node, const Symbol& symbol) {
  const std::uint32_t end = tables_.nodes[node + 1].steps;
  for (std::uint32_t i = tables_.nodes[node].steps; i < end; ++i) {
    if (takes(tables_, tables_.steps[i], symbol)) enter(tables_.steps[i].to);
  }
}

void Matcher::lead_on(NodeId node, const Symbol& symbol) {
  if (symbol.is_word()) {
    if (symbol.word != unknown_word) take_word(node, symbol);
    take_lists(node, symbol);
  }
  take_steps(node, symbol);
}

void Matcher::start(const Symbol& symbol) {
  const PackRecord& pack = tables_.pack.front();
  if (!symbol.is_word()) {
    take_steps(pack.start_mark, symbol);
    return;
  }
  if (pack.start_any != 0) enter(pack.start_any);
  if ((symbol.classes & pack.classes) != 0) take_steps(pack.start_classes, symbol);
  if (symbol.word == unknown_word) {
    if (symbol.prefix != 0 || symbol.suffix != 0) take_steps(pack.start_unknown, symbol);
  } else if (const NodeId node = tables_.word_records[symbol.word].start; node != 0) {
    enter(node);
  }
}

void Matcher::run_from(std::size_t place, std::uint32_t sentence, std::vector<PatternHit>& hits) {
  const std::size_t first_hit = hits.size();
  const std::uint32_t first = stream_[place].token;
  at_.clear();
  entered_.clear();
  start(stream_[place].symbol);
  for (std::size_t k = place;;) {
    const std::uint32_t last = stream_[k].token + (stream_[k].word ? 1U : 0U);
    for (const NodeId node : entered_) {
      const Node& from = tables_.nodes[node];
      const Node& to = tables_.nodes[node + 1];
      for (std::uint32_t m = from.matches; m < to.matches && last != first; ++m) {
        const PatternId pattern = tables_.matches[m];
        const auto same =
            std::find_if(hits.begin() + static_cast<std::ptrdiff_t>(first_hit), hits.end(),
                         [&](const PatternHit& hit) { return hit.pattern == pattern; });
        if (same != hits.end()) {
          same->last = last;
        } else {
          hits.push_back({pattern, sentence, first, last});
        }
      }
      const bool goes_on = from.word_steps != to.word_steps || from.list_steps != to.list_steps ||
                           from.steps != to.steps;
      if (goes_on) at_.push_back(node);
    }
    if (at_.empty() || ++k == stream_.size()) break;
    const Symbol& symbol = stream_[k].symbol;
    entered_.clear();
    for (const NodeId node : at_) {
      lead_on(node, symbol);
    }
    // A clause break that a pattern does not name is not seen.
    if ((symbol.classes & class_break) == 0) at_.clear();
    if (entered_.size() > 1) {
      std::sort(entered_.begin(), entered_.end());
      entered_.erase(std::unique(entered_.begin(), entered_.end()), entered_.end());
    }
  }
  // A mark and the word behind it begin at the same token.
  auto same_first = hits.begin() + static_cast<std::ptrdiff_t>(first_hit);
  while (same_first != hits.begin() && std::prev(same_first)->sentence == sentence &&
         std::prev(same_first)->first == first) {
    --same_first;
  }
  std::sort(same_first, hits.end(), [](const PatternHit& a, const PatternHit& b) {
    return a.last != b.last ? a.last > b.last : a.pattern < b.pattern;
  });
}

void Matcher::read_stream(const text::Document& document, const text::Sentence& sentence) {
  stream_.clear();
  const auto mark = [&](unsigned classes, std::uint32_t token) {
    stream_.push_back({{unknown_word, 0, 0, static_cast<std::uint16_t>(classes)}, token, false});
  };
  mark(class_start, sentence.first);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const text::Token& token = document.tokens[i];
    if (i > sentence.first && token.has(text::flag_clause_break)) mark(class_break, i);
    stream_.push_back({symbol_of(tables_, token, i == sentence.first), i, true});
  }
  unsigned end = class_end;
  if (sentence.terminator == text::Terminator::question) end |= class_end_question;
  if (sentence.terminator == text::Terminator::exclamation) end |= class_end_exclamation;
  mark(end, sentence.last);
}

void Matcher::find_all(const text::Document& document, std::vector<PatternHit>& hits) {
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    read_stream(document, document.sentences[s]);
    for (std::size_t place = 0; place < stream_.size(); ++place) run_from(place, s, hits);
  }
}

}  // namespace replylint::engine
