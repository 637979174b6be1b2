// Values to be filled in, in the styles of helpdesk products and of people who
// write templates by hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace replylint {

// Size of the placeholder that begins at byte `at`; 0 for none. Looks no
// further than a few hundred bytes ahead.
//   {{name}} {% if %} %{name} #{name} ${name} {name} <attribute .../> <<Name>>
//   <insert name> [Name] [your order number] %NAME% $NAME$ $name {$Ticket->id}
//   {Option A/Option B} XXXX XX/XX/XXXX
[[nodiscard]] std::size_t placeholder_at(std::string_view text, std::size_t at);

// By the marks around the name. What people write by hand comes last.
enum class PlaceholderStyle : std::uint8_t {
  double_braces,   // {{name}}
  tag,             // {% … %}
  percent_braces,  // %{name}
  hash_braces,     // #{name}
  dollar_braces,   // ${name}
  attribute,       // <attribute key="name"/>
  braces,          // {name}
  by_hand          // [Name], <<Name>>, %NAME%, XXXX …
};

struct Placeholder {
  PlaceholderStyle style = PlaceholderStyle::by_hand;
  bool closed = true;       // false: "{{name}"
  std::string_view inside;  // what stands between the marks, without blanks around it
  std::string_view name;    // "ticket.id" of "{{ ticket.id | upcase }}"; may be empty
};

// Takes a whole token, as `placeholder_at` measured it, apart. The views look
// into it.
[[nodiscard]] Placeholder describe_placeholder(std::string_view token);

// What the placeholder says is to be shown where its value is empty: the text of
// `| default: "there"`, `,fallback=there`, `|| 'there'`, default="there".
[[nodiscard]] std::optional<std::string_view> fallback_of(const Placeholder& placeholder);

}  // namespace replylint
