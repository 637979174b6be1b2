// Contractions of English and the words that they stand for.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace replylint::text {

// A word as two: the first `split` bytes of the folded form, the rest, and
// what each is matched as.
struct Contraction {
  std::size_t split = 0;
  std::string_view first;  // may be a contraction itself ("wouldn't" of "wouldn't've")
  std::string_view second;
};

// `form` is folded, its apostrophe straight. The views live as long as `form`.
// Nothing for a word that is no contraction. Of the forms without apostrophe
// only those that are no other word are known ("dont", "im"; not "well", "id").
[[nodiscard]] std::optional<Contraction> split_contraction(std::string_view form);

}  // namespace replylint::text
