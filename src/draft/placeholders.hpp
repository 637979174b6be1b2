// Values to be filled in, in the styles of helpdesk products and of people who
// write templates by hand.
#pragma once

#include <cstddef>
#include <string_view>

namespace replylint {

// Size of the placeholder that begins at byte `at`; 0 for none. Looks no
// further than a few hundred bytes ahead.
//   {{name}} {% if %} %{name} #{name} ${name} {name} <attribute .../> <<Name>>
//   <insert name> [Name] [your order number] %NAME% {Option A/Option B} XXXX
//   XX/XX/XXXX
[[nodiscard]] std::size_t placeholder_at(std::string_view text, std::size_t at);

}  // namespace replylint
