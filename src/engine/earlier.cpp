#include "engine/earlier.hpp"

namespace replylint::engine {

const Earlier::Read& Earlier::at(std::size_t index) {
  std::unique_ptr<Read>& read = read_.at(index);
  if (read == nullptr) read = std::make_unique<Read>(compiled_, thread_.at(index), matcher_);
  return *read;
}

std::vector<Span> Earlier::find(std::size_t index, const CompiledSide& side) {
  std::vector<Span> spans;
  const auto add = [&](PhraseId phrase) {
    if (phrase == no_phrase) return;
    for (const Match& match : at(index).matches.of(phrase)) spans.push_back(match.span);
  };
  if (!side.fact) {
    add(side.phrase);
    return spans;
  }
  // The patterns of the detectors that establish the fact, as its side would
  // write them.
  const bool customer = thread_.at(index).from == Party::customer;
  for (const CompiledRule& rule : compiled_.rules) {
    if (!rule.rule->is_detector() || rule.fact != *side.fact) continue;
    add(customer && rule.customer_phrase != no_phrase ? rule.customer_phrase : rule.phrase);
  }
  return spans;
}

}  // namespace replylint::engine
