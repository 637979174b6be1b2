// What looks like somebody's name, by its shape.
#pragma once

#include <cstddef>
#include <string_view>

namespace replylint {

// One to `most_words` capitalised words ("Anna", "J. van der Berg", "Tom and
// Ann", "Mr Smith"), a handle or a placeholder; a comma or full stop may follow.
// Words that often begin a sentence or a heading are no names.
[[nodiscard]] bool looks_like_name(std::string_view text, std::size_t most_words);

// True for one capitalised word that may be a name.
[[nodiscard]] bool is_name_word(std::string_view word);

// True for a word that begins sentences and headings, in any case.
[[nodiscard]] bool is_common_word(std::string_view word);

// Size of the placeholder ("{{...}}", "[Name]", "<<Name>>" ...) at the front of
// `text`; 0 for none.
[[nodiscard]] std::size_t placeholder_at_front(std::string_view text);

}  // namespace replylint
