#include <fmt/format.h>

#include "rules/load.hpp"

namespace replylint::rules {

std::string new_rule_text(std::string_view id) {
  return fmt::format(R"(# {}: one rule. docs/rules.md explains every key.

# The fault, in a line, and what it does to the reader.
summary: Tells the customer that it was their own doing
why: Blame makes the reader defend themselves instead of reading on.
source: ["say where you have it from"]

severity: warning          # error | warning | suggestion
dimension: respect         # empathy | ownership | certainty | respect | clarity | professionalism

# {{match}} stands for the words found.
message: "“{{match}}” puts the fault on the customer."
instead: ["Here is how we can put it right: …"]

# Patterns over words: (a|b) one of, [x] optional, ~say any form of “say”,
# ..3 up to three words between, ^ and $ the ends of a sentence.
match:
  - that is what you ~get for ..3 not reading

# A match that lies in one of these is dropped.
unless:
  - nobody says that is what you get

# Executed by `replylint rules test`: bad ones are flagged just at the braces.
examples:
  bad:
    - "Well, {{that is what you get for not reading}} the terms."
  good:
    - You get a refund for not using the ticket.
)",
                     id);
}

}  // namespace replylint::rules
