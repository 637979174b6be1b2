#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace replylint::cli {

// Writes a file that must not exist yet, its folders made as needed. Returns
// what went wrong, if anything; then no half-written file is left behind.
[[nodiscard]] std::optional<std::string> write_new_file(const std::string& path,
                                                        std::string_view text);

}  // namespace replylint::cli
