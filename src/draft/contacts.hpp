// Lines below a message that tell who wrote it, or that nobody wrote.
#pragma once

#include <cstdint>
#include <string_view>

namespace replylint {

// How far a line speaks for a signature: `hard` is a number or an address that
// reaches somebody, `soft` a job, a company, a street.
enum class Reachability : std::uint8_t { none, soft, hard };
[[nodiscard]] Reachability reachability(std::string_view content);

// What mailing lists add: how to unsubscribe, where the archive is.
[[nodiscard]] bool is_list_footer_line(std::string_view content);

// What newsletters end with: "unsubscribe", "all rights reserved".
[[nodiscard]] bool is_newsletter_line(std::string_view content);

// "Disclaimer: …"
[[nodiscard]] bool is_titled_disclaimer(std::string_view paragraph);

// How many signs of a legal footer a paragraph shows.
[[nodiscard]] int disclaimer_signs(std::string_view paragraph);

}  // namespace replylint
