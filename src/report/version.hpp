#pragma once

#include <string_view>

namespace replylint::report {

// "1.2.3", from the build.
[[nodiscard]] constexpr const char* version() { return REPLYLINT_VERSION; }

}  // namespace replylint::report
