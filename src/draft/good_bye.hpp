// Lines that say good-bye.
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

// A line of prose whose last word is a thank-you, so that a name may follow.
[[nodiscard]] bool ends_with_thanks(std::string_view content);

}  // namespace replylint
