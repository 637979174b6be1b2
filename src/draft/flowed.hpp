// Text whose paragraphs were broken for transport: format=flowed, RFC 3676.
#pragma once

#include "draft/mapped_text.hpp"

namespace replylint {

// Joins each line that ends with a space to the next one of the same quotation
// depth, and takes away the space that was put before a line lest it be
// misread. "-- " ends no line softly. `delsp`: the space at the line's end was
// added by the mailer, too. Quotation marks stay at the front of what was
// joined. The map of the result leads to the source of `text`, which has plain
// line ends. Linear.
[[nodiscard]] MappedText unflow(const MappedText& text, bool delsp);

}  // namespace replylint
