// What to write instead, for one finding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"

namespace replylint::report {

// The message in which the words of an evidence stand.
[[nodiscard]] std::string_view message_of(const Draft& draft, const Evidence& evidence);

// The words that were found; empty for something missing.
[[nodiscard]] std::string_view words_of(const Draft& draft, const Finding& finding);

// The rule's better wordings, with the words found filled in; before them the
// sample sentence of a missing element.
[[nodiscard]] std::vector<std::string> wordings(const Draft& draft, const Finding& finding);

}  // namespace replylint::report
