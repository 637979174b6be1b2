#pragma once

#include <string_view>

namespace replylint::cli {

// "1.2.3", from the build.
[[nodiscard]] constexpr const char* version() { return REPLYLINT_VERSION; }

}  // namespace replylint::cli
