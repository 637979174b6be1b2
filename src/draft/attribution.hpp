// "On ... wrote:", the line above a quotation.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "draft/lines.hpp"

namespace replylint {

// An attribution, in any of a dozen languages, on one line or wrapped.
struct Attribution {
  std::size_t lines = 0;  // 0: none
  bool sure = false;      // names an address or a time of day
};

// The attribution that begins on line `at`.
[[nodiscard]] Attribution attribution(std::string_view text, const std::vector<Line>& lines,
                                      std::size_t at);

// "wrote", "a écrit" …; `words` are folded (text::fold).
[[nodiscard]] bool is_verb_of_writing(std::string_view words);

}  // namespace replylint
