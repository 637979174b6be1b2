// Conditions of Liquid in a template, and the texts that its customers may get.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "draft/mapped_text.hpp"
#include "replylint/draft.hpp"
#include "replylint/span.hpp"

namespace replylint {

// Tags that do not belong together, or have nothing between them.
struct ConditionFault {
  enum class Kind : std::uint8_t {
    unclosed,  // {% if %} that no {% endif %} ends
    unopened,  // {% endif %} or {% else %} that belongs to nothing
    empty      // a branch in which nothing stands
  };
  Kind kind = Kind::unclosed;
  Span tag;  // in the text
};

[[nodiscard]] std::vector<ConditionFault> find_condition_faults(std::string_view text);

// At most so many texts are made of one template, and so many bytes of all together.
inline constexpr std::size_t most_variants = 64;
inline constexpr std::size_t most_variant_bytes = std::size_t{32} << 20;

struct Rendering {
  std::vector<MappedText> texts;  // their maps lead to the template's text
  bool cut = false;               // some branches are in none of them
};

// The template as it is sent: without its tags and comments, one branch of each
// condition, and values of `sample` for placeholders that it names (what falls
// back shows its fallback then). Each branch stands in one text at least; there
// are as many texts as the widest condition has branches, those inside it
// counted. A condition that the sample decides has one branch. No text at all
// where there is nothing to render.
[[nodiscard]] Rendering render(std::string_view text, const SampleValues& sample);

}  // namespace replylint
