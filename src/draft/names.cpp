#include "draft/names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "draft/ascii.hpp"
#include "draft/placeholders.hpp"

namespace replylint {

namespace {

// Sorted. Capitalised at the start of a sentence or heading, and no names.
constexpr auto no_names = std::to_array<std::string_view>({"a",
                                                           "about",
                                                           "action",
                                                           "actually",
                                                           "after",
                                                           "again",
                                                           "agreed",
                                                           "all",
                                                           "also",
                                                           "although",
                                                           "an",
                                                           "and",
                                                           "answer",
                                                           "answers",
                                                           "any",
                                                           "apologies",
                                                           "approved",
                                                           "are",
                                                           "as",
                                                           "at",
                                                           "attached",
                                                           "attachment",
                                                           "attention",
                                                           "background",
                                                           "because",
                                                           "before",
                                                           "below",
                                                           "but",
                                                           "by",
                                                           "call",
                                                           "can",
                                                           "cause",
                                                           "check",
                                                           "choose",
                                                           "click",
                                                           "code",
                                                           "comment",
                                                           "comments",
                                                           "confirmed",
                                                           "congrats",
                                                           "congratulations",
                                                           "contact",
                                                           "copy",
                                                           "correct",
                                                           "could",
                                                           "damn",
                                                           "date",
                                                           "dear",
                                                           "default",
                                                           "delivery",
                                                           "description",
                                                           "details",
                                                           "did",
                                                           "do",
                                                           "does",
                                                           "don't",
                                                           "done",
                                                           "download",
                                                           "due",
                                                           "edit",
                                                           "enjoy",
                                                           "enter",
                                                           "error",
                                                           "example",
                                                           "feedback",
                                                           "first",
                                                           "fixed",
                                                           "follow",
                                                           "for",
                                                           "from",
                                                           "fyi",
                                                           "go",
                                                           "good",
                                                           "great",
                                                           "had",
                                                           "has",
                                                           "have",
                                                           "hello",
                                                           "help",
                                                           "here",
                                                           "hey",
                                                           "hi",
                                                           "hmm",
                                                           "hours",
                                                           "how",
                                                           "however",
                                                           "i",
                                                           "i'll",
                                                           "i'm",
                                                           "i've",
                                                           "if",
                                                           "important",
                                                           "in",
                                                           "info",
                                                           "information",
                                                           "input",
                                                           "install",
                                                           "instead",
                                                           "is",
                                                           "it",
                                                           "it's",
                                                           "its",
                                                           "just",
                                                           "let",
                                                           "let's",
                                                           "link",
                                                           "links",
                                                           "maybe",
                                                           "my",
                                                           "name",
                                                           "never",
                                                           "new",
                                                           "next",
                                                           "no",
                                                           "none",
                                                           "nope",
                                                           "not",
                                                           "note",
                                                           "noted",
                                                           "notes",
                                                           "now",
                                                           "of",
                                                           "ok",
                                                           "okay",
                                                           "on",
                                                           "one",
                                                           "oops",
                                                           "open",
                                                           "option",
                                                           "options",
                                                           "or",
                                                           "order",
                                                           "our",
                                                           "output",
                                                           "perfect",
                                                           "perhaps",
                                                           "please",
                                                           "press",
                                                           "price",
                                                           "problem",
                                                           "ps",
                                                           "question",
                                                           "questions",
                                                           "re",
                                                           "reason",
                                                           "refund",
                                                           "regarding",
                                                           "reminder",
                                                           "resolved",
                                                           "result",
                                                           "results",
                                                           "run",
                                                           "sad",
                                                           "second",
                                                           "see",
                                                           "select",
                                                           "sent",
                                                           "shipped",
                                                           "shipping",
                                                           "should",
                                                           "since",
                                                           "so",
                                                           "solution",
                                                           "solved",
                                                           "some",
                                                           "sorry",
                                                           "status",
                                                           "step",
                                                           "steps",
                                                           "still",
                                                           "subject",
                                                           "summary",
                                                           "sure",
                                                           "table",
                                                           "thank",
                                                           "thanks",
                                                           "that",
                                                           "the",
                                                           "then",
                                                           "there",
                                                           "these",
                                                           "they",
                                                           "this",
                                                           "thx",
                                                           "time",
                                                           "title",
                                                           "to",
                                                           "today",
                                                           "total",
                                                           "true",
                                                           "try",
                                                           "type",
                                                           "understood",
                                                           "unfortunately",
                                                           "update",
                                                           "updated",
                                                           "updates",
                                                           "upon",
                                                           "use",
                                                           "version",
                                                           "very",
                                                           "visit",
                                                           "warning",
                                                           "was",
                                                           "we",
                                                           "we'll",
                                                           "we're",
                                                           "we've",
                                                           "welcome",
                                                           "well",
                                                           "were",
                                                           "what",
                                                           "when",
                                                           "where",
                                                           "which",
                                                           "while",
                                                           "why",
                                                           "will",
                                                           "with",
                                                           "would",
                                                           "wow",
                                                           "yeah",
                                                           "yep",
                                                           "yes",
                                                           "you",
                                                           "you're",
                                                           "your"});
static_assert(std::is_sorted(no_names.begin(), no_names.end()));

constexpr auto particles = std::to_array<std::string_view>(
    {"van", "von", "de",  "der", "den", "da", "di", "du", "la", "le", "del",
     "bin", "al",  "and", "&",   "/",   "+",  "y",  "e",  "et", "und"});

bool is_particle(std::string_view word) {
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

bool is_initial_letter(char c) {
  return ascii::is_upper(c) || static_cast<unsigned char>(c) >= 0xC3;
}

}  // namespace

bool is_name_word(std::string_view word) {
  constexpr std::size_t longest = 24;
  if (word.empty() || word.size() > longest || !is_initial_letter(word.front())) return false;
  // A full stop stands behind an initial or the last letter.
  const std::size_t stop = word.find('.');
  if (stop != std::string_view::npos && stop > 3 && stop + 1 < word.size()) return false;
  for (const char c : word) {
    const bool other = c == '-' || c == '\'' || c == '.' || c == '/' || c == '&';
    if (!ascii::is_letter(c) && !other && static_cast<unsigned char>(c) < 0x80) return false;
  }
  // Typographic quotes, dashes and bullets are no letters either.
  if (word.find("\xE2\x80\x9C") != std::string_view::npos || word.starts_with("\xE2\x80")) {
    return false;
  }
  return !is_common_word(word);
}

bool is_common_word(std::string_view word) {
  return std::binary_search(no_names.begin(), no_names.end(),
                            std::string_view(ascii::to_lower(word)));
}

std::size_t placeholder_at_front(std::string_view text) { return placeholder_at(text, 0); }

bool looks_like_name(std::string_view text, std::size_t most_words) {
  while (!text.empty() && std::string_view("*_~ \t").find(text.front()) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  while (!text.empty() &&
         std::string_view("*_~ \t,.!:;-").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  std::size_t words = 0;
  while (!text.empty()) {
    std::size_t size = placeholder_at_front(text);
    if (size == 0) {
      size = std::min(text.find_first_of(" \t,"), text.size());
      std::string_view word = text.substr(0, size);
      if (word.starts_with('(') && word.ends_with(')')) word = word.substr(1, word.size() - 2);
      if (word.starts_with('@') && word.size() > 1) {
        word = {};
      } else if (words > 0 && is_particle(word)) {
        --words;
      } else if (!is_name_word(word)) {
        return false;
      }
    }
    if (++words > most_words) return false;
    text.remove_prefix(size);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == ',')) {
      text.remove_prefix(1);
    }
  }
  return words > 0;
}

}  // namespace replylint
