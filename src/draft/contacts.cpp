#include "draft/contacts.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "draft/ascii.hpp"
#include "draft/dates.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

using Words = std::string_view;
constexpr std::size_t npos = std::string_view::npos;

template <std::size_t N>
bool contains_any(const std::array<Words, N>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(),
                     [&](Words word) { return text.find(word) != npos; });
}

template <std::size_t N>
bool starts_with_any(const std::array<Words, N>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(),
                     [&](Words word) { return text.starts_with(word); });
}

constexpr auto labels = std::to_array<Words>(
    {"tel",    "phone", "fax",      "facsimile", "mobile", "cell",    "office:", "office phone",
     "direct", "pager", "e-mail:",  "email:",    "email ", "e-mail ", "web:",    "home page",
     "p-mail", "skype", "linkedin", "twitter:",  "m:",     "t:",      "f:",      "ph:",
     "ph ",    "p:",    "w:",       "e:",        "aol im"});

constexpr auto streets = std::to_array<Words>(
    {" street", " st.", " road", " rd", " avenue", " ave", " drive", " suite", " floor", " blvd",
     " boulevard", " lane", " square", " building", " way,", " court", "p.o. box", "po box"});

constexpr auto companies = std::to_array<Words>(
    {" inc", " llc", " llp", " ltd", " corp", " gmbh", " limited", " company", " group", " co.",
     " s.a", " plc", " bank", " university", " institute", " foundation", " technologies"});

constexpr auto jobs = std::to_array<Words>(
    {"manager",     "director",   "engineer",   "counsel",       "president",      "officer",
     "specialist",  "analyst",    "assistant",  "professor",     "consultant",     "developer",
     "associate",   "attorney",   "department", "customer",      "support",        "service",
     "success",     "sales",      "team",       "agent",         "representative", "advisor",
     "coordinator", "supervisor", "operations", "head of",       "chairman",       "founder",
     "geologist",   "scientist",  "architect",  "administrator", "executive",      "lead",
     "affairs",     "partner",    "care",       "desk",          "helpdesk",       "experience"});

// Seven digits or more with nothing but the marks of a phone number among them.
bool contains_phone_number(std::string_view text) {
  int digits = 0;
  for (const char c : text) {
    if (ascii::is_digit(c)) {
      if (++digits == 7) return true;
    } else if (std::string_view(" -.()+/").find(c) == npos) {
      digits = 0;
    }
  }
  return false;
}

}  // namespace

Reachability reachability(std::string_view content) {
  constexpr std::size_t longest = 90;
  constexpr std::size_t longest_link = 300;
  using enum Reachability;
  if (content.empty() || content.size() > longest_link) return none;
  if (content.ends_with('?') || content.ends_with('!')) return none;
  const std::string lower = ascii::to_lower(content);
  const auto words = std::count(content.begin(), content.end(), ' ') + 1;
  const bool link = lower.find("www.") != npos || lower.find("://") != npos;
  if (link && words <= 10) return hard;
  if (content.size() > longest) return none;
  const auto digits = std::count_if(content.begin(), content.end(), ascii::is_digit);
  // An extension or a number by itself.
  if (words == 1 && digits >= 4 && content.size() <= 10) return hard;
  const bool date = content.find('/') != npos && contains_numeric_date(content);
  if (words <= 8 && !date && contains_phone_number(content)) return hard;
  if (content.find('@') != npos && content.find('.') != npos && words <= 5) return hard;
  if (words <= 9 && starts_with_any(labels, lower)) return hard;
  if (digits > 0 && words <= 9 && contains_any(streets, lower)) return soft;
  const bool capital = ascii::is_upper(content.front());
  // "Houston, TX 77002".
  if (capital && digits >= 4 && digits <= 9 && words <= 7 && content.find(',') != npos &&
      ascii::is_digit(content.back())) {
    return soft;
  }
  if (!capital || (content.ends_with('.') && !contains_any(companies, lower)) || words > 8) {
    return none;
  }
  return contains_any(companies, lower) || contains_any(jobs, lower) ? soft : none;
}

bool is_list_footer_line(std::string_view content) {
  constexpr auto starts = std::to_array<Words>(
      {"to unsubscribe", "view this message in context", "sent from the ", "sent from: http",
       "you received this message because", "you are receiving this", "unsubscribe", "to post to",
       "mailing list", "to view this discussion", "reply to this email directly", "archive at"});
  return starts_with_any(starts, ascii::to_lower(content));
}

bool is_newsletter_line(std::string_view content) {
  constexpr std::size_t longest = 200;
  constexpr auto signs = std::to_array<Words>(
      {"subscribe", "all rights reserved", "view in browser", "view this email in your browser",
       "privacy policy", "manage your preferences", "manage preferences", "email preferences"});
  const std::string lower = ascii::to_lower(content.substr(0, longest));
  return lower.starts_with("copyright ") || lower.starts_with("\xC2\xA9 ") ||
         contains_any(signs, lower);
}

bool is_titled_disclaimer(std::string_view paragraph) {
  const std::size_t start = paragraph.find_first_not_of("*_ \t");
  return start != npos && ascii::starts_with_ignoring_case(paragraph.substr(start), "disclaimer");
}

int disclaimer_signs(std::string_view paragraph) {
  constexpr std::size_t looked_at = 4000;
  std::string folded = ascii::to_lower(paragraph.substr(0, looked_at));
  std::replace(folded.begin(), folded.end(), '\n', ' ');
  // Nobody writes these to a customer but in a footer.
  constexpr auto legal = std::to_array<Words>(
      {"confidential", "privileged", "intended recipient", "addressee", "unauthori", "disclos",
       "dissemination", "destinataire", "confidentiel", "vertraulich", "views expressed",
       "registered office", "company number", "consider the environment", "copyright"});
  constexpr auto others = std::to_array<Words>({"intended solely",
                                                "intended only",
                                                "intended exclusively",
                                                "sole use",
                                                "distribution",
                                                "notify the sender",
                                                "notify us",
                                                "delete",
                                                "in error",
                                                "prohibited",
                                                "this e-mail",
                                                "this email",
                                                "this message",
                                                "this communication",
                                                "this transmission",
                                                "attachments",
                                                "virus",
                                                "legally",
                                                "empfänger",
                                                "registered in",
                                                "do not print",
                                                "ce message",
                                                "e-mail message",
                                                "diese e-mail"});
  const auto count = [&](const auto& signs) {
    return static_cast<int>(std::count_if(signs.begin(), signs.end(),
                                          [&](Words sign) { return folded.find(sign) != npos; }));
  };
  const int sure = count(legal);
  return sure == 0 ? 0 : sure + count(others);
}

}  // namespace replylint
