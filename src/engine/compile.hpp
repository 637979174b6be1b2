// From a pack of rules to its tables.
#pragma once

#include "engine/image.hpp"
#include "rules/rule.hpp"

namespace replylint::engine {

// The same pack gives the same bytes. A pattern's list must be in the pack.
[[nodiscard]] ImageWords compile_pack(const rules::Pack& pack, std::uint64_t key);

}  // namespace replylint::engine
