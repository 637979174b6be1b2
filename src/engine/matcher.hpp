// Runs the automaton of a pack over the sentences of a document.
//
// Each sentence is a stream of symbols: its start, its words with the clause
// breaks between them, its end. From every place of the stream the automaton
// runs until it is nowhere any more, which the first or second symbol nearly
// always brings about; patterns are bounded, so the time is linear in the text.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/tables.hpp"
#include "engine/vocabulary.hpp"
#include "text/document.hpp"

namespace replylint::engine {

struct PatternHit {
  PatternId pattern = 0;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;  // tokens of the document, [first, last)
  std::uint32_t last = 0;
};

// For one thread; refers to the tables, which must live longer. It keeps only
// memory between documents.
class Matcher {
 public:
  explicit Matcher(const PackTables& tables) : tables_(tables) {}

  // All hits, by sentence and first token, the longer before the shorter: of each
  // pattern the longest from each place.
  void find_all(const text::Document& document, std::vector<PatternHit>& hits);

 private:
  struct Place {  // of the stream
    Symbol symbol;
    std::uint32_t token = 0;  // of a mark between words: the next word
    bool word = false;
  };

  void read_stream(const text::Document& document, const text::Sentence& sentence);
  void run_from(std::size_t place, std::uint32_t sentence, std::vector<PatternHit>& hits);
  void start(const Symbol& symbol);
  void lead_on(NodeId node, const Symbol& symbol);
  void take_word(NodeId node, const Symbol& symbol);
  void take_lists(NodeId node, const Symbol& symbol);
  void take_steps(NodeId node, const Symbol& symbol);
  void enter(NodeId node);

  const PackTables& tables_;
  std::vector<Place> stream_;
  std::vector<NodeId> at_;       // where a run is
  std::vector<NodeId> entered_;  // where the next symbol has brought it
};

}  // namespace replylint::engine
