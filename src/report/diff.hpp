// What changed between two versions of a file, as `patch` and people read it.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace replylint::report {

// A unified diff with three lines of context; nothing when both are the same.
// The lines are the file's own bytes, so that the diff can be applied; for a
// terminal (`safe`) control characters are escaped.
void write_diff(std::ostream& out, const std::string& path, std::string_view before,
                std::string_view after, bool safe);

}  // namespace replylint::report
