#include "engine/measures.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace replylint::engine {

namespace {

constexpr std::array<std::string_view, 12> first_person{
    "i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves", "im", "ive"};

// The final e of "table" and "centre" is heard, that of "rule" and "where" is not.
bool ends_silently(std::string_view form) {
  constexpr std::string_view vowels = "aeiouy";
  if (!form.ends_with('e')) return false;
  const bool liquid = form.ends_with("le") || form.ends_with("re");
  return !liquid || form.size() < 3 || vowels.find(form[form.size() - 3]) != std::string_view::npos;
}

// Vowel groups, a silent final e not counted: the usual estimate for the
// Flesch-Kincaid grade (Kincaid et al. 1975).
unsigned syllables(std::string_view form) {
  constexpr std::string_view vowels = "aeiouy";
  unsigned groups = 0;
  bool inside = false;
  for (const char c : form) {
    const bool vowel = vowels.find(c) != std::string_view::npos;
    if (vowel && !inside) ++groups;
    inside = vowel;
  }
  if (groups > 1 && ends_silently(form)) --groups;
  return std::max(groups, 1U);
}

// An acronym stands alone among other words; capitals that shout come in runs.
bool is_shouted(const text::Document& document, const text::Sentence& sentence, std::uint32_t at) {
  const auto caps = [&](std::uint32_t i) {
    return i >= sentence.first && i < sentence.last &&
           document.tokens[i].has(text::flag_all_caps) &&
           !document.tokens[i].has(text::flag_has_digit);
  };
  return caps(at) && ((at > 0 && caps(at - 1)) || caps(at + 1));
}

double count_in(const Subject& subject, std::uint32_t index, rules::Measure what) {
  const text::Document& document = subject.document;
  const text::Sentence& sentence = document.sentences[index];
  const auto count_tokens = [&](auto accept) {
    double count = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) count += accept(i) ? 1 : 0;
    return count;
  };
  switch (what) {
    case rules::Measure::words:
      return count_tokens([&](auto i) { return document.tokens[i].is_word(); });
    case rules::Measure::sentences:
      return sentence.first < sentence.last ? 1 : 0;
    case rules::Measure::questions:
      return sentence.terminator == text::Terminator::question ? 1 : 0;
    case rules::Measure::exclamation_marks: {
      const auto words = subject.text.substr(sentence.span.start, sentence.span.size());
      return static_cast<double>(std::count(words.begin(), words.end(), '!'));
    }
    case rules::Measure::capital_words:
      return count_tokens([&](auto i) { return is_shouted(document, sentence, i); });
    case rules::Measure::emoji:
      return count_tokens(
          [&](auto i) { return document.tokens[i].kind == text::TokenKind::emoji; });
    case rules::Measure::second_person_starts: {
      if (sentence.first == sentence.last) return 0;
      const std::string_view form = document.tokens[sentence.first].form;
      return form == "you" || form == "your" ? 1 : 0;
    }
    case rules::Measure::first_person_words:
      return count_tokens([&](auto i) {
        return std::find(first_person.begin(), first_person.end(), document.tokens[i].form) !=
               first_person.end();
      });
    case rules::Measure::matches:
    case rules::Measure::repeated_sentences:
    case rules::Measure::reading_grade:
    case rules::Measure::errors:
      break;
  }
  return 0;
}

// The words of a sentence in one string, to be compared with other sentences;
// empty for one that is too short to be a slip when it comes twice, and for
// lines of tables and headings, which just stop.
std::string words_of(const Subject& subject, std::uint32_t index) {
  constexpr unsigned fewest = 4;
  const text::Sentence& sentence = subject.document.sentences[index];
  std::string words;
  if (sentence.terminator == text::Terminator::none) return words;
  unsigned count = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const text::Token& token = subject.document.tokens[i];
    if (!token.is_word()) continue;
    words += token.form;
    words += ' ';
    ++count;
  }
  return count < fewest ? std::string() : words;
}

double reading_grade(const Subject& subject, Range range) {
  double words = 0;
  double syllable_count = 0;
  double sentences = 0;
  // Saying it again makes no text easier to read, nor does a greeting.
  std::unordered_set<std::string_view> seen;
  for (std::uint32_t s = range.first; s < range.last; ++s) {
    const text::Sentence& sentence = subject.document.sentences[s];
    const auto own = subject.text.substr(sentence.span.start, sentence.span.size());
    if (subject.zones[s] != ZoneKind::body || !seen.insert(own).second) continue;
    sentences += sentence.first < sentence.last ? 1 : 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const text::Token& token = subject.document.tokens[i];
      // A name is as long as it is, whoever writes.
      const bool name = i > sentence.first && token.is_capitalised();
      if (token.kind != text::TokenKind::word || name) continue;
      words += 1;
      syllable_count += syllables(token.form);
    }
  }
  if (words == 0 || sentences == 0) return 0;
  return 0.39 * words / sentences + 11.8 * syllable_count / words - 15.59;
}

}  // namespace

std::vector<Range> ranges(const Subject& subject, rules::Per per) {
  const text::Document& document = subject.document;
  std::vector<Range> all;
  const auto count = static_cast<std::uint32_t>(document.sentences.size());
  if (count == 0) return all;
  if (per == rules::Per::draft) return {{subject.first, count}};
  for (std::uint32_t s = 0; s < count; ++s) {
    const bool continues = per == rules::Per::paragraph && s > 0 &&
                           document.sentences[s].paragraph == document.sentences[s - 1].paragraph;
    if (continues) {
      all.back().last = s + 1;
    } else {
      all.push_back({s, s + 1});
    }
  }
  return all;
}

Measurement measure(const Subject& subject, Range range, rules::Measure what,
                    const std::vector<Match>& matches, double limit) {
  const auto& sentences = subject.document.sentences;
  Measurement result;
  result.span = sentences[range.first].span;
  result.sentence = range.first;
  for (std::uint32_t s = range.first; s < range.last; ++s) {
    result.words += static_cast<std::uint32_t>(count_in(subject, s, rules::Measure::words));
  }
  if (what == rules::Measure::reading_grade) {
    result.value = reading_grade(subject, range);
    return result;
  }
  const auto add = [&](double count, Span span, std::uint32_t sentence) {
    if (result.value <= limit && result.value + count > limit) {
      result.span = span;
      result.sentence = sentence;
    }
    result.value += count;
  };
  if (what == rules::Measure::matches) {
    const auto first =
        std::partition_point(matches.begin(), matches.end(),
                             [&](const Match& match) { return match.sentence < range.first; });
    for (auto at = first; at != matches.end() && at->sentence < range.last; ++at) {
      add(1, at->span, at->sentence);
    }
    return result;
  }
  if (what == rules::Measure::repeated_sentences) {
    std::set<std::string> seen;
    for (std::uint32_t s = range.first; s < range.last; ++s) {
      std::string words = words_of(subject, s);
      if (!words.empty() && !seen.insert(std::move(words)).second) add(1, sentences[s].span, s);
    }
    return result;
  }
  for (std::uint32_t s = range.first; s < range.last; ++s) {
    add(count_in(subject, s, what), sentences[s].span, s);
  }
  return result;
}

}  // namespace replylint::engine
