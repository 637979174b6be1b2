// The subject of a mail: whose words it is in.
#pragma once

#include <string_view>

namespace replylint {

// True for "Re: …", "AW: …", "[Shop] Fwd: …" and their like in two dozen
// languages: the subject was there before this message.
[[nodiscard]] bool is_subject_of_thread(std::string_view subject);

}  // namespace replylint
