#include "draft/dates.hpp"

#include <algorithm>

#include "draft/ascii.hpp"

namespace replylint {

bool contains_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), ascii::is_digit);
}

bool contains_time(std::string_view text) {
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (at > 0 && at + 2 < text.size() && ascii::is_digit(text[at - 1]) &&
        ascii::is_digit(text[at + 1]) && ascii::is_digit(text[at + 2])) {
      return true;
    }
  }
  return false;
}

bool contains_numeric_date(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!ascii::is_digit(text[i]) || (i > 0 && ascii::is_digit(text[i - 1]))) continue;
    std::size_t at = i;
    int groups = 0;
    char mark = 0;
    while (at < text.size() && ascii::is_digit(text[at])) {
      while (at < text.size() && ascii::is_digit(text[at])) ++at;
      ++groups;
      if (groups == 3 || at + 1 >= text.size()) break;
      const char c = text[at];
      if ((c != '/' && c != '.' && c != '-') || (mark != 0 && c != mark)) break;
      mark = c;
      ++at;
    }
    if (groups == 3) return true;
  }
  return false;
}

}  // namespace replylint
