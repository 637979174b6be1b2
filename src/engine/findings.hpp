// From matches and facts to findings: one function for each kind of rule.
#pragma once

#include "engine/compiled.hpp"
#include "engine/earlier.hpp"
#include "engine/facts.hpp"
#include "engine/phrases.hpp"
#include "engine/placeholder_faults.hpp"
#include "engine/subject.hpp"
#include "replylint/analysis.hpp"
#include "replylint/customer.hpp"

namespace replylint::engine {

// The customer's message and what was found in it.
struct Customer {
  Customer(const RuleSet::Compiled& compiled, std::string_view message, Scratch& scratch)
      : subject(read_customer(message)), matches(compiled, subject, Side::customer, scratch) {}
  // The matches look into the subject.
  Customer(const Customer&) = delete;
  Customer& operator=(const Customer&) = delete;

  Subject subject;
  PhraseMatches matches;
  CustomerReading reading;
};

// Everything that a rule may look at.
struct Context {
  const RuleSet::Compiled& compiled;
  const Draft& draft;
  const Options& options;
  const Subject& author;
  const PhraseMatches& matches;
  const Facts& facts;
  const std::vector<FaultyPlaceholder>& placeholders;
  const Customer* customer;  // may be null
  Earlier& earlier;          // the messages of the thread
};

// Runs all rules that are selected and whose condition holds. Adds findings,
// sorted by position and rule, and the required elements.
void add_findings(const Context& context, Analysis& analysis);

}  // namespace replylint::engine
