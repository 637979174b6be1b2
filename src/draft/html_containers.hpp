// Elements by which mail programs and helpdesks mark what is not the author's:
// quoted and forwarded messages, signatures.
#pragma once

#include <cstdint>

#include "draft/html_tokens.hpp"

namespace replylint {

enum class HtmlContainer : std::uint8_t {
  none,
  quotation,    // what somebody else wrote: <blockquote>
  attribution,  // the line above a quotation
  reply,        // the line above a quotation, the quotation, and answers between its parts
  forwarded,    // a whole message
  signature,
  rest  // the message that is answered begins here, and all that follows is its
};

[[nodiscard]] HtmlContainer html_container(const HtmlToken& start_tag);

}  // namespace replylint
