#include "draft/good_bye.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "draft/ascii.hpp"
#include "draft/lines.hpp"
#include "draft/names.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

using Words = std::string_view;
constexpr std::size_t npos = std::string_view::npos;

template <std::size_t N>
bool in(const std::array<Words, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N>
bool contains_any(const std::array<Words, N>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(),
                     [&](Words word) { return text.find(word) != npos; });
}

// A good-bye has at least one of these ...
constexpr auto formal_words = std::to_array<Words>(
    {"regards", "regard", "rgds", "brgds", "sincerely", "faithfully", "respectfully", "cordially",
     "cheers", "truly", "best", "wishes", "warmly", "gratefully", "greetings"});
constexpr auto thank_words =
    std::to_array<Words>({"thanks", "thank", "thx", "thnx", "thanx", "tia", "thankyou", "ty"});
// ... and else only of these.
constexpr auto filler_words = std::to_array<Words>(
    {"you",     "very",     "much",    "so",    "a",        "lot",     "again",    "in",
     "advance", "kind",     "kindest", "warm",  "warmest",  "many",    "my",       "your",
     "yours",   "all",      "the",     "and",   "&",        "with",    "to",       "bunch",
     "million", "ton",      "tons",    "both",  "everyone", "sincere", "friendly", "most",
     "indeed",  "bye",      "now",     "happy", "new",      "year",    "season's", "anticipation",
     "from",    "us",       "+",       "/",     "fond",     "good",    "highest",  "wish",
     "n",       "everybody"});

// Whole good-byes, folded.
constexpr auto phrases = std::to_array<Words>({
    "take care",
    "hope this helps",
    "hope that helps",
    "hope it helps",
    "i hope this helps",
    "hth",
    "see you soon",
    "see you",
    "see ya",
    "talk soon",
    "talk to you soon",
    "speak soon",
    "good luck",
    "love",
    "lots of love",
    "with love",
    "xoxo",
    "stay safe",
    "be well",
    "until then",
    "until next time",
    "yours",
    "br",
    "kr",
    "have a great day",
    "have a good day",
    "have a nice day",
    "have a lovely day",
    "have a wonderful day",
    "have a fantastic day",
    "have a great weekend",
    "have a good weekend",
    "have a nice weekend",
    "have a great evening",
    "have a great week",
    "have a good one",
    "have a great one",
    "have a great rest of your day",
    "enjoy your day",
    "enjoy the rest of your day",
    "looking forward to hearing from you",
    "i look forward to hearing from you",
    "we look forward to hearing from you",
    "looking forward to your reply",
    "with gratitude",
    "with appreciation",
    "good luck and god speed",
    "mit freundlichen grüssen",
    "mit freundlichem gruss",
    "freundliche grüsse",
    "beste grüsse",
    "viele grüsse",
    "liebe grüsse",
    "schöne grüsse",
    "herzliche grüsse",
    "mit besten grüssen",
    "gruss",
    "grüsse",
    "mfg",
    "vg",
    "lg",
    "cordialement",
    "bien cordialement",
    "bien à vous",
    "sincères salutations",
    "salutations distinguées",
    "à bientôt",
    "merci",
    "amicalement",
    "saludos",
    "saludos cordiales",
    "un saludo",
    "un cordial saludo",
    "atentamente",
    "muchas gracias",
    "gracias",
    "cordiali saluti",
    "distinti saluti",
    "un saluto",
    "saluti",
    "grazie",
    "met vriendelijke groet",
    "met vriendelijke groeten",
    "vriendelijke groet",
    "groeten",
    "hartelijke groet",
    "mvg",
    "atenciosamente",
    "com os melhores cumprimentos",
    "cumprimentos",
    "obrigado",
    "obrigada",
    "abraços",
    "um abraço",
    "att",
    "med vänliga hälsningar",
    "vänliga hälsningar",
    "mvh",
    "vennlig hilsen",
    "med vennlig hilsen",
    "venlig hilsen",
    "med venlig hilsen",
    "ystävällisin terveisin",
    "terveisin",
    "pozdrawiam",
    "z poważaniem",
    "s pozdravem",
    "s pozdravom",
    "с уважением",
    "saygılarımla",
    "üdvözlettel",
    "cu respect",
});

// Where the words of a line begin and end.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && std::string_view(" \t,.!:;?*").find(text[at]) == npos) ++at;
  return at;
}

std::size_t skip_marks(std::string_view text, std::size_t at) {
  for (;;) {
    while (at < text.size() && std::string_view(" \t,.!:;*-~_").find(text[at]) != npos) ++at;
    if (text.substr(at).starts_with("\xE2\x80\x93") ||
        text.substr(at).starts_with("\xE2\x80\x94")) {
      at += 3;
    } else {
      return at;
    }
  }
}

// A whole phrase, then nothing or a name.
bool starts_with_phrase(std::string_view line, std::string_view folded, std::size_t& behind) {
  // Folding keeps the size of what these lines are made of but in rare cases.
  if (folded.size() != line.size()) {
    std::string_view bare = folded;
    while (!bare.empty() && std::string_view(",.! ").find(bare.back()) != npos) {
      bare.remove_suffix(1);
    }
    behind = line.size();
    return in(phrases, bare);
  }
  std::size_t best = 0;
  for (const Words phrase : phrases) {
    if (!folded.starts_with(phrase) || phrase.size() <= best) continue;
    const std::size_t end = phrase.size();
    if (end < folded.size() && std::string_view(" ,.!-:;").find(folded[end]) == npos) continue;
    best = end;
  }
  behind = best;
  return best > 0;
}

// Behind "Regards," any capitalised word is a name: Will, May, Grace.
bool is_lone_name(std::string_view rest) {
  while (!rest.empty() && std::string_view(" .!").find(rest.back()) != npos) {
    rest.remove_suffix(1);
  }
  return !rest.empty() && rest.front() >= 'A' && rest.front() <= 'Z' &&
         std::all_of(rest.begin(), rest.end(), ascii::is_letter);
}

}  // namespace

GoodBye read_good_bye(std::string_view content) {
  constexpr std::size_t longest = 70;
  constexpr std::size_t most_name_words = 4;
  GoodBye out;
  if (content.empty() || content.size() > longest) return out;
  const std::string_view line = content.substr(std::min(skip_marks(content, 0), content.size()));
  const std::string folded = text::fold(line);
  std::size_t at = 0;
  const auto goes_on_formally = [&](std::size_t behind) {  // "Yours sincerely"
    const std::size_t next = skip_marks(line, behind);
    return in(formal_words, text::fold(line.substr(next, word_end(line, next) - next)));
  };
  if (starts_with_phrase(line, folded, at) && !goes_on_formally(at)) {
    const std::size_t name = skip_marks(line, at);
    out.with_name = name < line.size();
    out.found = !out.with_name || looks_like_name(line.substr(name), most_name_words);
    // "Love the idea", "See you at the meeting" say something else.
    out.needs_name = out.found && !out.with_name && line.ends_with('.');
    if (out.found) return out;
  }
  bool thanks = false;
  at = 0;
  while (at < line.size()) {
    const std::size_t end = word_end(line, at);
    const std::string word = text::fold(line.substr(at, end - at));
    if (in(formal_words, word)) {
      out.formal = true;
    } else if (in(thank_words, word)) {
      thanks = true;
    } else if (!in(filler_words, word)) {
      break;
    }
    at = end;
    const std::size_t next = skip_marks(line, at);
    if (next == at && at < line.size() && line[at] == '?') break;
    at = next;
  }
  if (!out.formal && !thanks) return {};
  if (at >= line.size()) {
    out.found = line.find('?') == npos;
    return out;
  }
  const bool behind_comma = line.substr(0, at).find_last_of(',') != npos;
  if (looks_like_name(line.substr(at), most_name_words) ||
      (out.formal && behind_comma && is_lone_name(line.substr(at)))) {
    out.found = out.with_name = true;
    return out;
  }
  // "Thanks for your help", above a name.
  const std::string_view rest = line.substr(at);
  if (thanks && rest.starts_with("for ") && rest.find(". ") == npos && rest.find('?') == npos) {
    out.found = out.needs_name = true;
  }
  return out;
}

bool ends_with_thanks(std::string_view content) {
  while (!content.empty() && std::string_view(" ,.!").find(content.back()) != npos) {
    content.remove_suffix(1);
  }
  const std::string folded = text::fold(content);
  constexpr auto ends = std::to_array<Words>({" thanks", " thank you", " thx", " cheers"});
  return std::any_of(ends.begin(), ends.end(), [&](Words end) { return folded.ends_with(end); });
}

}  // namespace replylint
