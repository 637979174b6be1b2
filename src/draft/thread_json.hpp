// Threads as JSON; the format is told in read_thread.hpp.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "draft/thread.hpp"

namespace replylint {

// True where `bytes` begin as such a list does.
[[nodiscard]] bool looks_like_thread_json(std::string_view bytes);

// The messages in their order, blank ones left out; or what is wrong and what
// to write instead.
[[nodiscard]] std::variant<std::vector<Letter>, std::string> read_thread_json(
    std::string_view bytes);

}  // namespace replylint
