// Names of months in the languages of mail programs.
#pragma once

#include <optional>
#include <string_view>

namespace replylint::text {

// 1 for "january", "jan", "janvier", "января" …; `word` is folded (text::fold)
// and without the full stop of a short form. ICU knows the names; one that
// means different months in two languages is no name.
[[nodiscard]] std::optional<unsigned> month_named(std::string_view word);

}  // namespace replylint::text
