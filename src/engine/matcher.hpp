// Runs a Program over the sentences of a document.
//
// Each sentence is a stream of symbols: its start, its words with the clause
// breaks between them, its end. From every place of the stream the automaton
// runs until it dies, which the first or second symbol nearly always brings
// about; patterns are bounded, so the time is linear in the text. The
// deterministic states that a text needs are built when first reached and kept
// in the Matcher: its memory is bounded, what it finds never depends on it.
#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "engine/program.hpp"
#include "text/document.hpp"

namespace replylint::engine {

struct PatternHit {
  PatternId pattern = 0;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;  // tokens of the document, [first, last)
  std::uint32_t last = 0;
};

// For one thread; refers to the program, which must live longer.
class Matcher {
 public:
  explicit Matcher(const Program& program);

  // All hits, by sentence and first token: of each pattern the longest from
  // each place.
  void find_all(const text::Document& document, std::vector<PatternHit>& hits);

 private:
  using StateId = std::uint32_t;
  using SymbolId = std::uint32_t;
  static constexpr StateId dead = 0;

  struct State {
    std::vector<InstructionId> threads;  // consuming instructions, sorted
    std::vector<PatternId> matches;      // accepted on entering, sorted
  };
  struct StreamItem {
    SymbolId symbol = 0;
    std::uint32_t token = 0;  // of a mark between words: the next word
    bool word = false;
  };

  SymbolId intern(const Symbol& symbol);
  StateId intern(State state);
  StateId first_step(SymbolId symbol);
  StateId step(StateId from, SymbolId symbol);
  void follow(InstructionId id, State& state);
  void read_stream(const text::Document& document, const text::Sentence& sentence);
  void reset();

  const Program& program_;
  std::vector<Symbol> symbols_;
  std::unordered_map<std::uint64_t, SymbolId> symbol_ids_;
  std::deque<State> states_;
  std::unordered_multimap<std::size_t, StateId> state_ids_;  // by hash of the state
  std::vector<StateId> first_steps_;                         // by symbol
  std::unordered_map<std::uint64_t, StateId> steps_;         // by state and symbol
  std::size_t threads_ = 0;                                  // in all states together
  std::vector<StreamItem> stream_;
  std::vector<std::uint32_t> visited_;  // by instruction: the round that last reached it
  std::uint32_t round_ = 0;
};

}  // namespace replylint::engine
