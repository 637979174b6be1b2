// What of a draft the rules read: the author's own words.
#pragma once

#include "engine/phrases.hpp"
#include "replylint/draft.hpp"

namespace replylint::engine {

// Subject line, greeting, body and closing as words and sentences; code, links
// and placeholders inside them are one token each. Nothing where the author
// wrote nothing below the subject line.
[[nodiscard]] Subject read_author(const Draft& draft);

// A customer's message, all of it body.
[[nodiscard]] Subject read_customer(std::string_view message);

}  // namespace replylint::engine
