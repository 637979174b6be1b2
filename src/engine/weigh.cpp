#include "engine/weigh.hpp"

#include <algorithm>

namespace replylint::engine {

namespace {

constexpr std::size_t most_patterns = 4;
constexpr double share_shown = 0.6;  // of the weights above 0

struct Word {
  double weight = 0;
  Span span;
};

// Joined where they overlap or only one character, a space, lies between them.
std::vector<Span> joined(std::vector<Word> words) {
  std::sort(words.begin(), words.end(),
            [](const Word& a, const Word& b) { return a.span.start < b.span.start; });
  std::vector<Span> spans;
  for (const Word& word : words) {
    const Span span = word.span;
    if (!spans.empty() && span.start <= spans.back().end + 1) {
      spans.back().end = std::max(spans.back().end, span.end);
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

std::vector<Span> heaviest(std::vector<Word> words) {
  std::erase_if(words, [](const Word& word) { return word.weight <= 0; });
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.weight > b.weight; });
  double all = 0;
  for (const Word& word : words) all += word.weight;
  double shown = 0;
  std::size_t count = 0;
  while (count < words.size() && count < most_patterns && shown < share_shown * all) {
    shown += words[count++].weight;
  }
  words.resize(count);
  return joined(std::move(words));
}

}  // namespace

std::vector<WeighedSentence> weigh(std::span<const double> weights, double over,
                                   const std::vector<PatternMatch>& matches) {
  std::vector<WeighedSentence> found;
  for (auto match = matches.begin(); match != matches.end();) {
    WeighedSentence sentence;
    sentence.sentence = match->match.sentence;
    std::vector<Word> words;
    for (; match != matches.end() && match->match.sentence == sentence.sentence; ++match) {
      words.push_back({weights[match->pattern], match->match.span});
      sentence.sum += words.back().weight;
    }
    if (sentence.sum <= over) continue;
    sentence.words = heaviest(std::move(words));
    if (sentence.words.empty()) continue;
    sentence.span = {sentence.words.front().start, sentence.words.back().end};
    found.push_back(std::move(sentence));
  }
  return found;
}

}  // namespace replylint::engine
