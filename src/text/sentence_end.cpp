#include "text/sentence_end.hpp"

#include <algorithm>
#include <array>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace replylint::text {

namespace {

// Never the last word of a sentence, or so rarely that a break would cost more.
constexpr std::array<std::string_view, 37> abbreviations{
    "approx", "apr", "aug",  "co",  "dec", "dept", "dr",  "e",   "eg",  "est", "ext", "feb", "fig",
    "fri",    "i",   "ie",   "inc", "jan", "jr",   "ltd", "mar", "mon", "mr",  "mrs", "ms",  "mt",
    "nov",    "oct", "prof", "ref", "sat", "sept", "st",  "sun", "thu", "tue", "vs"};

// These end a sentence when a capital follows.
constexpr std::array<std::string_view, 5> open_abbreviations{"etc", "g", "m", "no", "p"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

struct Next {
  bool spaced = false;
  char32_t first = 0;  // the first character behind white space; 0: none on this line
  char32_t second = 0;
};

Next look_behind(std::string_view text, std::size_t at) {
  Next next;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    const CharacterClass kind = class_of(c.value);
    if (kind == CharacterClass::line_break) return next;
    if (kind != CharacterClass::space) {
      next.first = c.value;
      if (at + c.length < text.size()) next.second = code_point_at(text, at + c.length).value;
      return next;
    }
    next.spaced = true;
    at += c.length;
  }
  return next;
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
    question = question || c.value == '?' || c.value == 0xFF1F;
    exclamation = exclamation || c.value == '!' || c.value == 0xFF01;
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
    const bool closes = c.value == ')' || c.value == ']' || kind == CharacterClass::quote ||
                        kind == CharacterClass::apostrophe;
    if (!closes) break;
    at += c.length;
  }
  run.end = at;
  return run;
}

bool ends_sentence(std::string_view text, const StopRun& run, std::string_view before) {
  const Next next = look_behind(text, run.end);
  if (next.first == 0)
    return run.terminator != Terminator::period || !has(abbreviations, before) ||
           run.end >= text.size();
  const bool lower = is_lower(next.first);
  switch (run.terminator) {
    case Terminator::question:
      return next.spaced || is_upper(next.first);
    case Terminator::exclamation:
      return (next.spaced && !lower) || is_upper(next.first);
    case Terminator::ellipsis:
      return !lower;
    case Terminator::none:
    case Terminator::period:
      break;
  }
  const bool full_width = text.substr(run.start, 1) != ".";
  if (full_width) return true;
  if (!next.spaced) {
    // "fixed.Please" lacks a space; "example.com" and "v1.2" are one word.
    return is_upper(next.first) && is_lower(next.second) && before.size() > 1 &&
           is_lower(code_point_at(before, before.size() - 1).value);
  }
  if (has(abbreviations, before)) return false;
  if (has(open_abbreviations, before)) return is_upper(next.first);
  // An initial: "J. Smith".
  if (before.size() == 1 && before != "i" && is_upper(next.first) && run.start > 0 &&
      is_upper(static_cast<unsigned char>(text[run.start - 1]))) {
    return false;
  }
  return true;
}

}  // namespace replylint::text
