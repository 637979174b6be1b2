// Where a reply takes up the customer's problem in the customer's own words.
#pragma once

#include <vector>

#include "engine/phrases.hpp"

namespace replylint::engine {

// Sentences at the start of the draft that share content words with the
// customer's message, when they share two in all, or one with a short message.
// Content words are those of four letters or more that are not in the list
// `function-word`; endings (-s, -ed, -ing) are not compared.
[[nodiscard]] std::vector<Match> find_restatements(
    const Subject& draft, const std::vector<bool>& draft_function_words, const Subject& customer,
    const std::vector<bool>& customer_function_words);

}  // namespace replylint::engine
