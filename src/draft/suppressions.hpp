// Wishes in comments that a rule be silent:
//   <!-- replylint: ignore blame/should-have -- quoted from our terms -->
//   [//]: # (replylint: ignore shouting -- the product is called so)
//   {% comment %} replylint: ignore jargon -- engineers read this {% endcomment %}
#pragma once

#include <cstdint>
#include <vector>

#include "draft/mapped_text.hpp"
#include "replylint/draft.hpp"

namespace replylint {

struct Suppressions {
  std::vector<Suppression> found;
  std::vector<ReadWarning> warnings;  // comments that want something else than they can have
};

// Kinds of comments to look for. Markdown has those of HTML too.
enum class Comments : std::uint8_t { liquid, html, markdown };

// All in `source`, whose map leads to the bytes that places are given in.
[[nodiscard]] Suppressions find_suppressions(const MappedText& source, Comments kinds);

}  // namespace replylint
