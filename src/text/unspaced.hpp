// Words of scripts that put no spaces between them.
#pragma once

#include <string_view>
#include <vector>

#include "replylint/span.hpp"

namespace replylint::text {

// Cuts a run of such letters by ICU's dictionaries; spans are bytes of `run`.
[[nodiscard]] std::vector<Span> cut_unspaced(std::string_view run);

}  // namespace replylint::text
