// The shipped rule files as the build embeds them: plain data, so that it
// compiles fast. `shipped_files` of load.hpp is what the rest uses.
#pragma once

#include <span>
#include <string_view>

namespace replylint::rules {

struct ShippedFile {
  std::string_view path;  // below rules/en
  std::string_view text;
};

[[nodiscard]] std::span<const ShippedFile> shipped_table();

}  // namespace replylint::rules
