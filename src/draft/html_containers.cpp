#include "draft/html_containers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Entry {
  std::string_view name;  // of a class or an id, in lower case
  HtmlContainer container;
};

using C = HtmlContainer;

// Sorted. Names ending in "signature" need no entry.
constexpr auto containers = std::to_array<Entry>({
    {"appendonsend", C::rest},          // Outlook on the web
    {"bloop_original_html", C::reply},  // Airmail
    {"bloop_sign", C::signature},       // Airmail
    {"divrplyfwdmsg", C::rest},         // Outlook on the web, above the fields
    {"freshdesk_quote", C::reply},      // Freshdesk
    {"front-blockquote", C::reply},     // Front
    {"gmail_attr", C::attribution},
    {"gmail_quote", C::reply},                             // Gmail and those that copy it
    {"gmail_quote_container", C::reply},                   // Gmail
    {"mail-editor-reference-message-container", C::rest},  // Outlook for phones
    {"moz-cite-prefix", C::attribution},
    {"moz-forward-container", C::forwarded},  // Thunderbird
    {"ms-outlook-mobile-reference-message", C::rest},
    {"olk_src_body_section", C::rest},  // Outlook for Mac
    {"protonmail_quote", C::reply},     // Proton Mail
    {"protonmail_signature_block", C::signature},
    {"sig_block", C::signature},
    {"stopspelling", C::rest},     // Hotmail, a <hr>
    {"tutanota_quote", C::reply},  // Tuta
    {"yahoo_quoted", C::reply},    // Yahoo
    {"zmail_extra", C::reply},     // Zoho
});

constexpr bool by_name(const Entry& a, const Entry& b) { return a.name < b.name; }
static_assert(std::is_sorted(containers.begin(), containers.end(), by_name));

C named(std::string_view raw) {
  constexpr std::size_t longest = 60;
  if (raw.empty() || raw.size() > longest) return C::none;
  const std::string name = ascii::to_lower(raw);
  const auto* const found =
      std::lower_bound(containers.begin(), containers.end(), Entry{name, C::none}, by_name);
  if (found != containers.end() && found->name == name) return found->container;
  return name.ends_with("signature") ? C::signature : C::none;
}

// Of the words of a class or an id, the first that tells something.
C of_words(std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \t\n\f"), words.size());
    if (const C found = named(words.substr(0, end)); found != C::none) return found;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return C::none;
}

// The "increase indent" of Gmail and Outlook is a <blockquote> too.
bool is_indentation(const HtmlToken& tag) {
  if (tag.attribute("type") || tag.attribute("class").value_or("").find("quote") != npos) {
    return false;
  }
  std::string style = ascii::to_lower(tag.attribute("style").value_or(""));
  style.erase(std::remove_if(style.begin(), style.end(), ascii::is_space), style.end());
  return style.find("border:none") != npos || style.find("border:0") != npos;
}

}  // namespace

HtmlContainer html_container(const HtmlToken& start_tag) {
  if (start_tag.name == "blockquote") return is_indentation(start_tag) ? C::none : C::quotation;
  if (start_tag.attribute("data-marker") == "__QUOTED_TEXT__") return C::rest;  // Zimbra
  for (const std::string_view name : {"id", "class"}) {
    if (const C found = of_words(start_tag.attribute(name).value_or("")); found != C::none) {
      return found;
    }
  }
  return C::none;
}

}  // namespace replylint
