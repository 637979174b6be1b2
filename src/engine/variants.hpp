// One analysis of a template that its customers get in several forms.
#pragma once

#include <vector>

#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"

namespace replylint::engine {

// True where the draft is linted as its variants: in a template, and where
// values of a sample were put in.
[[nodiscard]] bool is_linted_as_variants(const Draft& draft, const Options& options);

// Joins what was found in each of draft.variants, in places of draft.text. What
// several of them show is told once; a required element is there when all of
// them have it. Length and tone are those of the longest.
[[nodiscard]] Analysis join_variants(const Draft& draft, std::vector<Analysis> analyses);

// Takes what `whole`, an analysis of the template as it was written, says of its
// placeholders.
void add_placeholder_findings(Analysis whole, Analysis& joined);

}  // namespace replylint::engine
