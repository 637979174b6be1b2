// Where a reply takes up the customer's problem in the customer's own words.
#pragma once

#include <string_view>
#include <vector>

#include "engine/phrases.hpp"

namespace replylint::engine {

// A folded form without its common endings, so that "charged" and "charges" meet.
[[nodiscard]] std::string_view stem(std::string_view form);

// Does a token say what a message is about? Words of four letters or more that
// are not in the list `function-word`, and numbers of two digits or more.
[[nodiscard]] bool is_content(const text::Token& token, bool function_word);

// Sentences at the start of the draft that share content words with the
// customer's message, when they share two in all, or one with a short message.
// Endings (-s, -ed, -ing) are not compared.
[[nodiscard]] std::vector<Match> find_restatements(
    const Subject& draft, const std::vector<bool>& draft_function_words, const Subject& customer,
    const std::vector<bool>& customer_function_words);

}  // namespace replylint::engine
