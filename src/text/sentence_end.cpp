#include "text/sentence_end.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace replylint::text {

namespace {

// Never the last word of a sentence, or so rarely that a break would cost more.
constexpr std::array<std::string_view, 19> titles{
    "approx", "capt", "cf", "dr",   "eg",  "fig", "ie",  "incl", "messrs", "mr",
    "mrs",    "ms",   "mt", "prof", "rev", "sgt", "tel", "viz",  "vs"};

// The last word of a sentence when another plainly begins behind them.
constexpr std::array<std::string_view, 14> suffixes{"ave",  "blvd", "bros", "co", "corp",
                                                    "dept", "etc",  "inc",  "jr", "ltd",
                                                    "misc", "rd",   "sr",   "st"};

// Abbreviations before a number only; words of their own elsewhere.
constexpr std::array<std::string_view, 9> numbered{"art",  "ch", "no",  "nos", "p",
                                                   "para", "pp", "sec", "vol"};

// Short for something before a number or a small letter.
constexpr std::array<std::string_view, 31> cut_short{
    "apr", "aug",  "avg", "dec", "est",  "ext",   "feb", "fri",  "hr",  "hrs", "jan",
    "jul", "jun",  "mar", "max", "min",  "mon",   "nov", "oct",  "ref", "sat", "sec",
    "sep", "sept", "sun", "thu", "thur", "thurs", "tue", "tues", "wed"};

// Names of days, months and time zones: "5 p.m. Monday" goes on.
constexpr std::array<std::string_view, 56> calendar_names{
    "aest",   "apr",      "april",    "aug",      "august",   "bst",   "cdt",       "cest",
    "cet",    "cst",      "ct",       "dec",      "december", "edt",   "est",       "et",
    "feb",    "february", "fri",      "friday",   "gmt",      "ist",   "jan",       "january",
    "jul",    "july",     "jun",      "june",     "mar",      "march", "may",       "mdt",
    "mon",    "monday",   "mst",      "nov",      "november", "oct",   "october",   "pdt",
    "pst",    "pt",       "sat",      "saturday", "sep",      "sept",  "september", "sun",
    "sunday", "thu",      "thursday", "tue",      "tuesday",  "utc",   "wed",       "wednesday"};

// Words that begin a sentence far more often than they are a name.
constexpr std::array<std::string_view, 68> starters{"a",     "after",   "all",
                                                    "also",  "an",      "and",
                                                    "any",   "are",     "as",
                                                    "at",    "before",  "but",
                                                    "can",   "could",   "did",
                                                    "do",    "does",    "for",
                                                    "from",  "have",    "here",
                                                    "how",   "however", "i",
                                                    "if",    "in",      "is",
                                                    "it",    "its",     "let",
                                                    "no",    "not",     "now",
                                                    "of",    "on",      "once",
                                                    "our",   "please",  "so",
                                                    "sorry", "thank",   "thanks",
                                                    "that",  "the",     "then",
                                                    "there", "these",   "they",
                                                    "this",  "to",      "unfortunately",
                                                    "until", "was",     "we",
                                                    "were",  "what",    "when",
                                                    "where", "which",   "while",
                                                    "who",   "why",     "will",
                                                    "with",  "would",   "yes",
                                                    "you",   "your"};

// Names that end in "!", so that a small letter may follow.
constexpr std::array<std::string_view, 4> shouted_names{"jeopardy", "joomla", "kahoot", "yahoo"};

// "ASP.Net" and "Booking.Com" are names, not two sentences without a space.
constexpr std::array<std::string_view, 18> name_endings{"biz", "com", "doc",  "docx", "edu", "exe",
                                                        "gov", "htm", "html", "io",   "js",  "net",
                                                        "org", "pdf", "txt",  "uk",   "xls", "zip"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// What stands behind a stop.
struct Next {
  bool end_of_line = false;
  bool spaced = false;
  char32_t first = 0;   // behind blanks and opening marks
  bool upper = false;   // `first` is a capital
  bool lower = false;   // `first` is a small letter
  bool number = false;  // `first` is a digit
  std::string word;     // the letters of ASCII that begin there, in lower case
  bool title = false;   // a capital and a small letter
};

Next look_behind(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_word = 16;
  Next next;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    const CharacterClass kind = class_of(c.value);
    if (kind == CharacterClass::line_break) break;
    const bool opens = c.value == '(' || c.value == '[' || kind == CharacterClass::quote ||
                       kind == CharacterClass::apostrophe;
    if (kind == CharacterClass::space) {
      next.spaced = true;
    } else if (kind != CharacterClass::invisible && !(opens && next.spaced)) {
      next.first = c.value;
      break;
    }
    at += c.length;
  }
  if (next.first == 0) {
    next.end_of_line = true;
    return next;
  }
  next.upper = is_upper(next.first);
  next.lower = is_lower(next.first);
  next.number = class_of(next.first) == CharacterClass::digit;
  for (std::size_t i = at; i < text.size() && next.word.size() < longest_word; ++i) {
    const char c = text[i];
    if (c >= 'a' && c <= 'z') {
      next.word += c;
    } else if (c >= 'A' && c <= 'Z') {
      next.word += static_cast<char>(c - 'A' + 'a');
    } else {
      break;
    }
  }
  const std::size_t second = at + code_point_at(text, at).length;
  next.title = next.upper && second < text.size() && is_lower(code_point_at(text, second).value);
  return next;
}

// The character that ends at `at`; 0 at the start.
char32_t character_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do {
    --at;
  } while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return code_point_at(text, at).value;
}

bool begins_sentence(const Next& next) { return next.upper && has(starters, next.word); }

// The word before the period is one letter: an initial, or the last of "p.m.".
bool ends_behind_letter(std::string_view text, std::size_t period, const Next& next) {
  const bool dotted = period >= 2 && text[period - 2] == '.';
  const char letter = text[period - 1];
  if (dotted) {
    const std::string_view pair = text.substr(period - std::min<std::size_t>(period, 3), 3);
    for (const std::string_view latin : {"e.g", "i.e", "E.g", "I.e"}) {
      if (pair == latin) return false;
    }
    if (letter == 'm' || letter == 'M') return next.upper && !has(calendar_names, next.word);
    return begins_sentence(next);
  }
  if (letter == 'I' || letter == 'i') return true;
  if (is_upper(static_cast<unsigned char>(letter))) return begins_sentence(next);
  return true;
}

bool period_ends(std::string_view text, const StopRun& run, std::string_view before,
                 const Next& next) {
  if (!next.spaced) {
    // "fixed.Please" lacks a space; "example.com" and "v1.2" are one word.
    const char32_t last = character_before(text, run.start);
    const bool word_ends = is_lower(last) || last == ')' || class_of(last) == CharacterClass::digit;
    return next.title && word_ends && !has(name_endings, next.word);
  }
  if (has(titles, before)) return false;
  if (has(suffixes, before)) return begins_sentence(next) || (before == "etc" && next.upper);
  if (has(numbered, before)) return !next.number;
  if (has(cut_short, before)) {
    return !next.number && !next.lower && !has(calendar_names, next.word);
  }
  if (before.size() == 1 &&
      class_of(static_cast<unsigned char>(before[0])) == CharacterClass::letter) {
    return ends_behind_letter(text, run.start, next);
  }
  return true;
}

}  // namespace

StopRun read_stop_run(std::string_view text, std::size_t at) {
  StopRun run;
  run.start = at;
  std::size_t periods = 0;
  bool question = false;
  bool exclamation = false;
  bool ellipsis = false;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (class_of(c.value) != CharacterClass::stop) break;
    question = question || c.value == '?' || c.value == 0xFF1F || c.value == 0x061F ||
               (c.value >= 0x2047 && c.value <= 0x2049);
    exclamation = exclamation || c.value == '!' || c.value == 0xFF01 || c.value == 0x203C;
    ellipsis = ellipsis || c.value == 0x2026;
    periods += c.value == '.' ? 1 : 0;
    at += c.length;
  }
  run.stops_end = at;
  run.terminator = question                  ? Terminator::question
                   : exclamation             ? Terminator::exclamation
                   : ellipsis || periods > 1 ? Terminator::ellipsis
                                             : Terminator::period;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    const CharacterClass kind = class_of(c.value);
    const bool closes = c.value == ')' || c.value == ']' || c.value == 0xFF09 ||
                        kind == CharacterClass::quote || kind == CharacterClass::apostrophe;
    if (!closes) break;
    at += c.length;
  }
  run.end = at;
  return run;
}

bool ends_sentence(std::string_view text, const StopRun& run, std::string_view before) {
  const Next next = look_behind(text, run.end);
  if (next.end_of_line) return true;
  // Full-width marks have their space within.
  const char32_t mark = code_point_at(text, run.start).value;
  if (mark >= 0x80 && mark != 0x2026) return true;
  const bool closed = run.end > run.stops_end;
  switch (run.terminator) {
    case Terminator::question:
      return next.spaced ? !(closed && next.lower) : next.upper;
    case Terminator::exclamation:
      return next.spaced ? !(next.lower && (closed || has(shouted_names, before))) : next.upper;
    case Terminator::ellipsis:
      return !next.lower && !next.number;
    case Terminator::none:
    case Terminator::period:
      break;
  }
  return period_ends(text, run, before, next);
}

}  // namespace replylint::text
