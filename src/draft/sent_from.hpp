// Lines that a phone or a mail program puts under every message.
#pragma once

#include <string_view>

namespace replylint {

// "Sent from my phone", "Get Outlook for iOS", in some two dozen languages.
[[nodiscard]] bool is_sent_from(std::string_view content);

}  // namespace replylint
