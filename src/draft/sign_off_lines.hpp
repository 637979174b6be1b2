// What a line near the end of a message is by its shape. Each takes the trimmed
// content of one line.
#pragma once

#include <string_view>

namespace replylint {

// "---", "****": three marks or more and nothing else.
[[nodiscard]] bool is_sign_off_rule(std::string_view content);

// "<<bill.pdf>>", "- bill.pdf".
[[nodiscard]] bool is_attachment(std::string_view content);

// "P.S. …", "NB: …".
[[nodiscard]] bool is_post_script(std::string_view content);

// A few letters that stand for a name at the very end: "mb", "carol", "- Rob".
[[nodiscard]] bool is_nickname(std::string_view content);

// "Ann Lee", "-- Ann Lee".
[[nodiscard]] bool is_name_line(std::string_view content);

[[nodiscard]] bool is_list_item(std::string_view content);

// "^AB": initials as support agents sign on social networks.
[[nodiscard]] bool is_initials(std::string_view content);

}  // namespace replylint
