#include "engine/matcher.hpp"

#include <algorithm>

namespace replylint::engine {

namespace {

// Beyond this many threads in all states together the memory (some 16 MB) is
// dropped and built anew.
constexpr std::size_t most_threads = 4'000'000;
constexpr std::uint32_t unset = 0xffffffff;

std::uint64_t key_of(const Symbol& symbol) {
  return (std::uint64_t{symbol.word} << 38) ^ (std::uint64_t{symbol.prefix} << 24) ^
         (std::uint64_t{symbol.suffix} << 10) ^ symbol.classes;
}

template <typename Id>
std::size_t mix(std::size_t hash, const std::vector<Id>& ids) {
  for (const Id id : ids) hash = (hash ^ id) * 0x9e3779b97f4a7c15ULL + (hash >> 29);
  return hash * 0x9e3779b97f4a7c15ULL;
}

}  // namespace

Matcher::Matcher(const Program& program) : program_(program), visited_(program.size(), 0) {
  reset();
}

void Matcher::reset() {
  symbols_.clear();
  symbol_ids_.clear();
  states_.clear();
  state_ids_.clear();
  first_steps_.clear();
  steps_.clear();
  threads_ = 0;
  states_.emplace_back();  // dead
}

Matcher::SymbolId Matcher::intern(const Symbol& symbol) {
  const auto next = static_cast<SymbolId>(symbols_.size());
  const auto [place, added] = symbol_ids_.try_emplace(key_of(symbol), next);
  if (added) {
    symbols_.push_back(symbol);
    first_steps_.push_back(unset);
  }
  return place->second;
}

Matcher::StateId Matcher::intern(State state) {
  if (state.threads.empty() && state.matches.empty()) return dead;
  std::sort(state.threads.begin(), state.threads.end());
  std::sort(state.matches.begin(), state.matches.end());
  const std::size_t hash = mix(mix(1, state.threads), state.matches);
  const auto [begin, end] = state_ids_.equal_range(hash);
  for (auto it = begin; it != end; ++it) {
    const State& old = states_[it->second];
    if (old.threads == state.threads && old.matches == state.matches) return it->second;
  }
  const auto id = static_cast<StateId>(states_.size());
  threads_ += state.threads.size() + state.matches.size() + 1;
  states_.push_back(std::move(state));
  state_ids_.emplace(hash, id);
  return id;
}

// Adds what is reached from `id` without consuming anything.
void Matcher::follow(InstructionId id, State& state) {
  std::vector<InstructionId> open{id};
  while (!open.empty()) {
    const InstructionId at = open.back();
    open.pop_back();
    if (visited_[at] == round_) continue;
    visited_[at] = round_;
    const Instruction& instruction = program_.instruction(at);
    if (instruction.op == Op::split) {
      open.push_back(instruction.arg);
      open.push_back(instruction.next);
    } else if (instruction.op == Op::match) {
      state.matches.push_back(instruction.arg);
    } else {
      state.threads.push_back(at);
    }
  }
}

Matcher::StateId Matcher::first_step(SymbolId symbol) {
  if (first_steps_[symbol] != unset) return first_steps_[symbol];
  State to;
  ++round_;
  program_.for_each_start(symbols_[symbol], [&](InstructionId id) {
    const Instruction& instruction = program_.instruction(id);
    if (program_.accepts(instruction, symbols_[symbol])) follow(instruction.next, to);
  });
  return first_steps_[symbol] = intern(std::move(to));
}

Matcher::StateId Matcher::step(StateId from, SymbolId symbol) {
  const std::uint64_t key = (std::uint64_t{from} << 32) | symbol;
  if (const auto found = steps_.find(key); found != steps_.end()) return found->second;
  State to;
  ++round_;
  const bool at_break = (symbols_[symbol].classes & class_break) != 0;
  for (const InstructionId id : states_[from].threads) {
    const Instruction& instruction = program_.instruction(id);
    if (program_.accepts(instruction, symbols_[symbol])) {
      follow(instruction.next, to);
    } else if (at_break) {
      // A clause break that a pattern does not name is not seen.
      follow(id, to);
    }
  }
  const StateId result = intern(std::move(to));
  steps_.emplace(key, result);
  return result;
}

void Matcher::read_stream(const text::Document& document, const text::Sentence& sentence) {
  stream_.clear();
  const auto mark = [&](std::uint16_t classes, std::uint32_t token) {
    Symbol symbol;
    symbol.classes = classes;
    stream_.push_back({intern(symbol), token, false});
  };
  mark(class_start, sentence.first);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const text::Token& token = document.tokens[i];
    if (i > sentence.first && token.has(text::flag_clause_break)) mark(class_break, i);
    stream_.push_back({intern(program_.vocabulary().symbol(token, i == sentence.first)), i, true});
  }
  std::uint16_t end = class_end;
  if (sentence.terminator == text::Terminator::question) end |= class_end_question;
  if (sentence.terminator == text::Terminator::exclamation) end |= class_end_exclamation;
  mark(end, sentence.last);
}

void Matcher::find_all(const text::Document& document, std::vector<PatternHit>& hits) {
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    if (threads_ > most_threads || steps_.size() > most_threads) reset();
    read_stream(document, document.sentences[s]);
    for (std::size_t i = 0; i < stream_.size(); ++i) {
      StateId state = first_step(stream_[i].symbol);
      const std::size_t first_hit = hits.size();
      for (std::size_t k = i; state != dead; ++k) {
        for (const PatternId pattern : states_[state].matches) {
          const std::uint32_t last = stream_[k].token + (stream_[k].word ? 1 : 0);
          if (last == stream_[i].token) continue;
          const auto same =
              std::find_if(hits.begin() + static_cast<std::ptrdiff_t>(first_hit), hits.end(),
                           [&](const PatternHit& hit) { return hit.pattern == pattern; });
          if (same != hits.end()) {
            same->last = last;
          } else {
            hits.push_back({pattern, s, stream_[i].token, last});
          }
        }
        if (k + 1 == stream_.size()) break;
        state = step(state, stream_[k + 1].symbol);
      }
    }
  }
}

}  // namespace replylint::engine
