// What holds of one exchange: facts, each with the places that show it.
#pragma once

#include <string_view>
#include <vector>

#include "engine/compiled.hpp"
#include "replylint/analysis.hpp"

namespace replylint::engine {

class Facts {
 public:
  explicit Facts(const FactTable& table)
      : table_(table),
        holds_(table.size(), false),
        spans_(table.size()),
        customer_spans_(table.size()) {}

  void set(FactId fact) { holds_[fact] = true; }
  void set(FactId fact, Span span) {
    holds_[fact] = true;
    spans_[fact].push_back(span);
  }
  // Found in the customer's message.
  void set_by_customer(FactId fact, Span span) {
    holds_[fact] = true;
    customer_spans_[fact].push_back(span);
  }
  // By name; a name that no rule asks for is nobody's matter.
  void set(std::string_view name) {
    if (const auto fact = table_.find(name)) set(*fact);
  }

  [[nodiscard]] bool holds(FactId fact) const { return holds_[fact]; }
  [[nodiscard]] bool holds(const CompiledCondition& condition) const;
  // In the draft.
  [[nodiscard]] const std::vector<Span>& spans(FactId fact) const { return spans_[fact]; }
  // In the customer's message.
  [[nodiscard]] const std::vector<Span>& customer_spans(FactId fact) const {
    return customer_spans_[fact];
  }

 private:
  const FactTable& table_;
  std::vector<bool> holds_;
  std::vector<std::vector<Span>> spans_;
  std::vector<std::vector<Span>> customer_spans_;
};

}  // namespace replylint::engine
