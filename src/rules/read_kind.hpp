// What a rule looks for: a phrase, a count, a sum of weights, an element that is
// required, an order, a difference to what the customer wrote. Each kind is read
// from a key of its own.
#pragma once

#include <string_view>
#include <vector>

#include "rules/fields.hpp"
#include "rules/read_phrase.hpp"
#include "rules/read_rule.hpp"

namespace replylint::rules {

using Keys = std::vector<std::string_view>;

[[nodiscard]] inline Keys operator+(Keys a, const Keys& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// Keys of every rule and detector, whatever it looks for.
inline const Keys common_keys{"summary", "why",  "source", "severity", "dimension", "message",
                              "instead", "when", "cost",   "measured", "examples"};

// Sets rule.kind from the one of the keys match, count, weigh, require, order and
// compare that is there, and complains of other keys. What it names goes to `references`.
void read_kind(const YamlMap& map, const Fields& fields, PhraseReader& phrases,
               const Problems& problems, std::vector<Reference>& references, Rule& rule);

}  // namespace replylint::rules
