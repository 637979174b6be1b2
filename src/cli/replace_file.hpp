// New content for a file that exists, all of it or nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace replylint::cli {

// Writes `after` beside the file and moves it into its place once it is safely
// on disk; permissions and owner stay, and a link stays a link: the file that
// it leads to is replaced. The file must still hold `before`. Returns what went
// wrong ("cannot be written: No space left on device"); then the file is as it
// was.
[[nodiscard]] std::optional<std::string> replace_file(const std::string& path,
                                                      std::string_view before,
                                                      std::string_view after);

}  // namespace replylint::cli
