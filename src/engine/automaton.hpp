// From a program to the automaton that the matcher runs.
//
// A node stands for a set of places in patterns. Words lead on
// deterministically: all that a known word can reach from a node is one other
// node. What takes more than a few words (a gap, a class, an affix, a long list)
// is a step of its own, so that a run may be at several nodes at once; that
// keeps gaps from multiplying nodes. Of each known word it is noted which lists
// it is in. Of a hostile pack that would make too many
// nodes all the same, the rest is left as it is in the program: each place its
// node.
#pragma once

#include "engine/program.hpp"
#include "engine/table_writer.hpp"

namespace replylint::engine {

// Fills the tables of words, affixes, tests, nodes and matches, and the parts of
// PackRecord that go with them.
void build_automaton(const Program& program, TableWriter& out);

}  // namespace replylint::engine
