// The draft against what was written before: what `compare` rules do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/findings.hpp"

namespace replylint::engine {

// What a comparison found.
struct Discrepancy {
  // Words of the draft that do not fit; nothing where something is missing.
  std::optional<Span> span;
  std::vector<Evidence> evidence;  // what it rests on; a message's {customer} quotes the first
  std::string value;               // a message's {value}; may be empty
  rules::Place place = rules::Place::end;  // where the missing belongs; set by `compare`
};
using Discrepancies = std::vector<Discrepancy>;

// All that the comparisons of a rule find, by position; of several that lie
// over each other, or that miss something at the same place, the first, with
// the evidence of all.
[[nodiscard]] Discrepancies compare(const Context& context, const CompiledRule& rule);

// ---- for measures

// The places of a side: spans of a fact or of patterns in the author's text.
[[nodiscard]] std::vector<Span> in_draft(const Context& context, const CompiledSide& side);
// The same in the customer's message; nothing where there is none.
[[nodiscard]] std::vector<Span> in_customer(const Context& context, const CompiledSide& side);

// A measure: one function for each rules::CompareMeasure, in the table of
// compare.cpp. It is called where `customer` and `lacks` hold; what it leaves
// without evidence gets that of `customer`.
using CompareFunction = Discrepancies (*)(const Context& context,
                                          const CompiledComparison& comparison);

}  // namespace replylint::engine
