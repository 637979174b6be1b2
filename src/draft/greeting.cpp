#include "draft/greeting.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "draft/ascii.hpp"
#include "draft/lines.hpp"
#include "draft/names.hpp"

namespace replylint {

namespace {

// How sure a word is: some greet by themselves, others only with a name.
struct Opening {
  std::string_view words;  // in lower case
  bool alone;              // greets without a name or punctuation behind it
};

// Longer ones before their beginnings.
constexpr auto openings = std::to_array<Opening>({
    {"hi there", true},
    {"hi again", true},
    {"hi", true},
    {"hello there", true},
    {"hello again", true},
    {"hello", true},
    {"hey there", true},
    {"hey", false},
    {"heya", false},
    {"hiya", true},
    {"howdy", true},
    {"helo", true},
    {"greetings", false},
    {"salutations", false},
    {"good morning", true},
    {"good afternoon", true},
    {"good evening", true},
    {"good day", true},
    {"g'day", true},
    {"morning", false},
    {"afternoon", false},
    {"evening", false},
    {"dear sir or madam", true},
    {"dear sir/madam", true},
    {"dear sirs", true},
    {"dear", false},
    {"dearest", false},
    {"to whom it may concern", true},
    {"to whomever it may concern", true},
    {"ladies and gentlemen", true},
    {"yo", false},
    {"namaste", true},
    {"aloha", true},
    {"hallo", true},
    {"hej", false},
    {"hei", false},
    {"hola", true},
    {"bonjour", true},
    {"bonsoir", true},
    {"salut", false},
    {"ciao", false},
    {"buongiorno", true},
    {"buonasera", true},
    {"gentile", false},
    {"gentili", false},
    {"egregio", false},
    {"caro", false},
    {"cara", false},
    {"guten tag", true},
    {"guten morgen", true},
    {"guten abend", true},
    {"sehr geehrte damen und herren", true},
    {"sehr geehrte", false},
    {"sehr geehrter", false},
    {"liebe", false},
    {"lieber", false},
    {"grüezi", true},
    {"servus", false},
    {"moin", false},
    {"estimado", false},
    {"estimada", false},
    {"estimados", false},
    {"querido", false},
    {"querida", false},
    {"buenos días", true},
    {"buenas tardes", true},
    {"olá", true},
    {"oi", false},
    {"bom dia", true},
    {"boa tarde", true},
    {"prezado", false},
    {"prezada", false},
    {"caro cliente", true},
    {"cher", false},
    {"chère", false},
    {"chers", false},
    {"madame, monsieur", true},
    {"geachte", false},
    {"beste", false},
    {"goedemorgen", true},
    {"goedemiddag", true},
    {"kära", false},
    {"kjære", false},
    {"kære", false},
    {"szanowni państwo", true},
    {"szanowny", false},
    {"szanowna", false},
    {"dzień dobry", true},
    {"cześć", true},
    {"witam", true},
    {"dobrý den", true},
    {"vážený", false},
    {"здравствуйте", true},
    {"привет", true},
    {"добрый день", true},
    {"merhaba", true},
    {"您好", true},
    {"你好", true},
});

// Whom a greeting may address besides a name, in lower case.
constexpr auto addressees = std::to_array<std::string_view>(
    {"all",       "there",      "everyone", "everybody", "team",       "folks",      "guys",
     "friend",    "friends",    "again",    "both",      "mr",         "mr.",        "mrs",
     "mrs.",      "ms",         "ms.",      "miss",      "dr",         "dr.",        "prof",
     "prof.",     "professor",  "sir",      "madam",     "ma'am",      "sirs",       "customer",
     "customers", "client",     "clients",  "user",      "users",      "community",  "and",
     "or",        "&",          "valued",   "member",    "members",    "subscriber", "guest",
     "colleague", "colleagues", "gents",    "ladies",    "gentlemen",  "herr",       "frau",
     "monsieur",  "madame",     "señor",    "señora",    "everyone's", "y'all",      "group",
     "list",      "support",    "mate",     "buddy",     "hiring",     "manager",    "partner",
     "partners",  "reader",     "readers",  "shopper",   "traveler",   "traveller",  "applicant",
     "candidate", "cliente",    "clientes", "kunde",     "kundin",     "client(e)",  "klant",
     "to",        "van",        "von",      "de"});

constexpr auto collectives = std::to_array<std::string_view>(
    {"all", "everyone", "everybody", "team", "folks", "guys", "friends", "colleagues", "gents",
     "ladies", "sir", "sirs", "madam"});

template <std::size_t N>
bool in(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::string_view no_break_space = "\xC2\xA0";

std::size_t skip_spaces(std::string_view line, std::size_t at) {
  for (;;) {
    if (at < line.size() && (line[at] == ' ' || line[at] == '\t')) {
      ++at;
    } else if (line.substr(at).starts_with(no_break_space)) {
      at += no_break_space.size();
    } else {
      return at;
    }
  }
}

// Size of the punctuation that closes a greeting, at `at`.
std::size_t closing_mark(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && std::string_view(",!.:;").find(line[end]) != std::string_view::npos) {
    ++end;
  }
  if (end > at) return end - at;
  for (const std::string_view mark : {"\xE2\x80\x93", "\xE2\x80\x94", "\xEF\xBC\x8C",
                                      "\xEF\xBC\x81", "\xE2\x80\xA6", "--", "-"}) {
    if (line.substr(at).starts_with(mark)) return mark.size();
  }
  return 0;
}

std::size_t opening_size(std::string_view line, bool& alone) {
  const std::string lower = ascii::to_lower(line.substr(0, 40));
  for (const Opening& opening : openings) {
    if (!lower.starts_with(opening.words)) continue;
    const std::size_t end = opening.words.size();
    const auto next = static_cast<unsigned char>(end < line.size() ? line[end] : ' ');
    const bool letter = ascii::is_alnum(static_cast<char>(next)) || next == '\'' || next == '_';
    const bool wide_letter =
        next >= 0xC3 && next < 0xE2 && static_cast<unsigned char>(opening.words.back()) < 0x80;
    if (letter || wide_letter) continue;
    alone = opening.alone;
    return end;
  }
  return 0;
}

// "Hiii", "hellooo", "heyyy": the last letter drawn out.
std::string_view without_drawn_out(std::string_view line, std::size_t& dropped) {
  std::size_t end = 0;
  while (end < line.size() && ascii::is_letter(line[end])) ++end;
  std::size_t keep = end;
  while (keep > 2 && ascii::to_lower(line[keep - 1]) == ascii::to_lower(line[keep - 2])) --keep;
  dropped = end - keep;
  return line.substr(0, keep);
}

// Words behind the opening that name whom it greets; returns where they end.
std::size_t read_addressee(std::string_view line, std::size_t at) {
  constexpr int most_words = 6;
  std::size_t end = at;
  for (int words = 0; words < most_words; ++words) {
    std::size_t start = skip_spaces(line, end);
    if (start == end && words > 0 && start < line.size() && line[start] == '/') ++start;
    if (start >= line.size() || (start == end && words == 0)) break;
    if (const std::size_t size = placeholder_at_front(line.substr(start)); size > 0) {
      end = start + size;
      continue;
    }
    std::size_t stop = std::min(
        {line.find_first_of(" \t,!:;?", start), line.find(no_break_space, start), line.size()});
    std::string_view word = line.substr(start, stop - start);
    if (word.starts_with('(') && word.ends_with(')')) word = word.substr(1, word.size() - 2);
    while (word.ends_with('.') && !in(addressees, ascii::to_lower(word))) {
      // An initial keeps its stop, the last word of a greeting does not.
      if (word.size() == 2) break;
      word.remove_suffix(1);
      --stop;
    }
    if (word.ends_with("\xE2\x80\x93") || word.ends_with("\xE2\x80\x94")) break;
    const bool handle = word.starts_with('@') && word.size() > 1;
    if (word.empty() || !(handle || in(addressees, ascii::to_lower(word)) || is_name_word(word))) {
      break;
    }
    end = stop;
  }
  return end;
}

}  // namespace

std::size_t greeting_at_front(std::string_view line) {
  std::size_t start = 0;
  // Handles before it, and marks of emphasis.
  for (;;) {
    start = skip_spaces(line, start);
    if (start < line.size() && (line[start] == '@' || line[start] == '.') &&
        start + 1 < line.size() && line[start + 1] != ' ') {
      start = std::min(line.find(' ', start), line.size());
    } else if (start < line.size() && (line[start] == '*' || line[start] == '_')) {
      ++start;
    } else {
      break;
    }
  }
  std::string_view rest = line.substr(start);
  bool alone = false;
  std::size_t opening = opening_size(rest, alone);
  if (opening == 0) {
    std::size_t dropped = 0;
    const std::string_view shorter = without_drawn_out(rest, dropped);
    if (dropped == 0) return 0;
    opening = opening_size(shorter, alone);
    if (opening != shorter.size() || opening == 0) return 0;
    opening += dropped;
  }
  std::size_t end = start + opening;
  const std::size_t comma = closing_mark(line, end);
  // "Hi, Tom!" names the reader behind its comma; "Hi, Tom has" does not.
  if (comma > 0 && line[end] == ',') {
    const std::size_t named = read_addressee(line, end + comma);
    const std::size_t mark = closing_mark(line, skip_spaces(line, named));
    if (named > end + comma && (mark > 0 || skip_spaces(line, named) == line.size())) {
      return skip_spaces(line, named) + mark;
    }
  }
  if (comma > 0) return end + comma;
  const std::size_t named = read_addressee(line, end);
  const std::size_t behind = skip_spaces(line, named);
  const std::size_t mark = closing_mark(line, behind);
  if (mark > 0) return behind + mark;
  if (behind >= line.size()) return named > end || alone ? line.size() : 0;
  if (named > end) return named;
  return alone ? end : 0;
}

bool is_name_greeting(std::string_view line, bool bare) {
  line = trim(line);
  while (line.starts_with('*')) line.remove_prefix(1);
  while (line.ends_with('*')) line.remove_suffix(1);
  std::string_view name = line;
  bool mark = false;
  for (const std::string_view end :
       {",", ":", "--", "-", "!", "\xE2\x80\x93", "\xE2\x80\x94", ";"}) {
    if (name.ends_with(end)) {
      name.remove_suffix(end.size());
      mark = true;
      break;
    }
  }
  name = trim(name);
  if (name.empty() || (!mark && !bare)) return false;
  const bool several = name.find_first_of(" &,") != std::string_view::npos;
  const bool shouted = name.size() > 4 && std::none_of(name.begin(), name.end(), ascii::is_lower);
  const bool heading = line.ends_with(':') && std::count(name.begin(), name.end(), ' ') > 1;
  if (shouted || heading) return false;
  if (in(collectives, ascii::to_lower(name))) return mark;
  if (!mark && several) return false;
  if (name.starts_with('@')) return false;
  std::string spaced(name);
  std::replace(spaced.begin(), spaced.end(), '/', ' ');
  return looks_like_name(spaced, 4);
}

}  // namespace replylint
