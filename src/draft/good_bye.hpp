// Lines that say good-bye, and lines that tell how to reach somebody.
#pragma once

#include <string_view>

namespace replylint {

struct GoodBye {
  bool found = false;
  bool with_name = false;   // "Thanks, Anna"
  bool formal = false;      // says nothing else anywhere: "Regards", "Sincerely"
  bool needs_name = false;  // "Thanks for your help": a good-bye only above a name
};

// For a line that is a good-bye as a whole.
[[nodiscard]] GoodBye read_good_bye(std::string_view content);

// A phone number, an address, a job title, a company: evidence of a signature.
[[nodiscard]] bool is_contact_line(std::string_view content);

// "Sent from my phone", "Get Outlook for iOS".
[[nodiscard]] bool is_sent_from(std::string_view content);

// How many signs of a legal footer a paragraph shows.
[[nodiscard]] int disclaimer_signs(std::string_view paragraph);

}  // namespace replylint
