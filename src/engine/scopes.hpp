// What surrounds a match and can make it mean something else.
#pragma once

#include <cstdint>

#include "text/document.hpp"

namespace replylint::engine {

// A negation up to four words before token `first`, in the same clause.
[[nodiscard]] bool in_negation(const text::Document& document, const text::Sentence& sentence,
                               std::uint32_t first);

// Token `first` stands in a clause that if, unless, whether, in case … opened.
[[nodiscard]] bool in_condition(const text::Document& document, const text::Sentence& sentence,
                                std::uint32_t first);

// All tokens of [first, last) stand in quotation marks.
[[nodiscard]] bool in_quotation(const text::Document& document, std::uint32_t first,
                                std::uint32_t last);

}  // namespace replylint::engine
