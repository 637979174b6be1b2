// JSON as it is written: keys in their order, compact.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace replylint::report {

using Json = nlohmann::ordered_json;

// One line of UTF-8. Characters that a terminal would act on are escaped; in a
// path that is not UTF-8, ill-formed bytes become U+FFFD.
[[nodiscard]] std::string dump(const Json& json);

}  // namespace replylint::report
