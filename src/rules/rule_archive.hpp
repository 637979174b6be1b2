// Rules as bytes in a compiled pack: all that a finding needs of its rule. Of
// its patterns and examples nothing is kept, they are read from the files again
// by those few who ask for them.
#pragma once

#include <string>
#include <string_view>

#include "rules/rule.hpp"

namespace replylint::rules {

[[nodiscard]] std::string write_rule(const Rule& rule);

// The inverse, for bytes of write_rule in the same build of the program.
[[nodiscard]] Rule read_rule(std::string_view bytes);

}  // namespace replylint::rules
