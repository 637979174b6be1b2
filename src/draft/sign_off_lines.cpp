#include "draft/sign_off_lines.hpp"

#include <algorithm>
#include <string>

#include "draft/ascii.hpp"
#include "draft/lines.hpp"
#include "draft/names.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string_view without_leading_dash(std::string_view content) {
  while (!content.empty() && std::string_view("-/~* ").find(content.front()) != npos) {
    content.remove_prefix(1);
  }
  for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94"}) {
    if (content.starts_with(dash)) content = trim(content.substr(dash.size()));
  }
  return content;
}

}  // namespace

bool is_sign_off_rule(std::string_view content) {
  return content.size() >= 3 && content.find_first_not_of("_-=*~") == npos;
}

bool is_attachment(std::string_view content) {
  // "<<plan.pdf>>"; without a stop it is a value to be filled in.
  return (content.starts_with("<<") && content.ends_with(">>") &&
          content.find('.') != std::string_view::npos) ||
         (content.starts_with("- ") && content.size() > 6 && content[content.size() - 4] == '.' &&
          ascii::is_letter(content.back())) ||
         content.starts_with("(See attached file");
}

bool is_post_script(std::string_view content) {
  const std::string lower = ascii::to_lower(content.substr(0, 5));
  return lower.starts_with("ps ") || lower.starts_with("ps:") || lower.starts_with("ps.") ||
         lower.starts_with("p.s") || lower.starts_with("pps") || lower.starts_with("nb:") ||
         content.starts_with("**");
}

bool is_nickname(std::string_view content) {
  constexpr std::size_t longest = 10;
  content = without_leading_dash(content);
  if (content.ends_with('.') || content.ends_with(',')) content.remove_suffix(1);
  return !content.empty() && content.size() <= longest && ascii::is_letter(content.front()) &&
         !is_common_word(content) && std::all_of(content.begin(), content.end(), [](char c) {
           return ascii::is_letter(c) || c == '-' || c == '.';
         });
}

bool is_name_line(std::string_view content) {
  constexpr std::size_t most_words = 4;
  if (is_attachment(content) || content.ends_with(':')) return false;
  return looks_like_name(without_leading_dash(content), most_words);
}

bool is_list_item(std::string_view content) {
  return content.starts_with("- ") || content.starts_with("* ") ||
         content.starts_with("\xE2\x80\xA2");
}

bool is_initials(std::string_view content) {
  return content.size() >= 2 && content.size() <= 6 && content.front() == '^' &&
         ascii::is_letter(content.back());
}

}  // namespace replylint
