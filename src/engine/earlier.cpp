#include "engine/earlier.hpp"

namespace replylint::engine {

const Earlier::Read& Earlier::at(std::size_t index) {
  std::unique_ptr<Read>& read = read_.at(index);
  if (read == nullptr) read = std::make_unique<Read>(compiled_, thread_.at(index), scratch_);
  return *read;
}

std::vector<Span> Earlier::find(std::size_t index, const SideRecord& side) {
  std::vector<Span> spans;
  const auto add = [&](PhraseId phrase) {
    if (phrase == no_phrase) return;
    for (const Match& match : at(index).matches.of(phrase)) spans.push_back(match.span);
  };
  if (side.fact == 0) {
    add(side.phrase);
    return spans;
  }
  // The patterns of the detectors that establish the fact, as its side would
  // write them.
  const bool customer = thread_.at(index).from == Party::customer;
  for (const RuleRecord& rule : compiled_.tables.rules) {
    if (!is<rules::Detector>(rule) || rule.fact != side.fact) continue;
    add(customer ? rule.customer_phrase : rule.phrase);
  }
  return spans;
}

}  // namespace replylint::engine
