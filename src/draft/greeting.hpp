// How a message addresses its reader.
#pragma once

#include <cstddef>
#include <string_view>

namespace replylint {

// Size of the greeting at the front of a line: "Hi Tom,", "Good morning",
// "Dear Ms Lee:", with the handles before it ("@tom Hi!"). The line may go on
// behind it. 0 for none; a handle alone is none.
[[nodiscard]] std::size_t greeting_at_front(std::string_view line);

// A name alone on a line that opens a message: "Tom,", "Anna and Tom -".
// `bare`: accepted without punctuation, too.
[[nodiscard]] bool is_name_greeting(std::string_view line, bool bare);

}  // namespace replylint
