// What is wrong with the values that a template leaves to be filled in.
#pragma once

#include <string>
#include <vector>

#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"
#include "rules/rule.hpp"

namespace replylint::engine {

struct FaultyPlaceholder {
  rules::PlaceholderFault fault = rules::PlaceholderFault::unknown;
  Span span;            // in Draft::text; of a link that hides it, the link's words
  std::string written;  // the placeholder itself: "{{user.fist_name}}"
  std::string nearest;  // the name that was probably meant, or empty
};

// In order of place. Of names and marks only where Options::product is known.
[[nodiscard]] std::vector<FaultyPlaceholder> find_faulty_placeholders(const Draft& draft,
                                                                      const Options& options);

// "Zendesk" for "zendesk"; "the product" where it is not known.
[[nodiscard]] std::string product_title(const Options& options);

}  // namespace replylint::engine
