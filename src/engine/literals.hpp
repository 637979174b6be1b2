// Which expressions may match a sentence: those of which a literal occurs in it.
// All literals are looked for in one pass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/table_writer.hpp"
#include "engine/tables.hpp"

namespace replylint::engine {

// Fills the tables of literals. `literals` holds those of each expression,
// folded, none empty.
void add_literals(const std::vector<std::vector<std::string>>& literals, TableWriter& out);

// Adds the expressions to be tried on folded text to `found`, each once, in their
// order. `found` comes empty.
void find_expressions(const PackTables& tables, std::string_view folded,
                      std::vector<std::uint32_t>& found);

}  // namespace replylint::engine
