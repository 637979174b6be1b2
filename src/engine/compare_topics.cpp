#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/compare_measures.hpp"
#include "engine/customer.hpp"
#include "engine/restate.hpp"
#include "engine/spans.hpp"

namespace replylint::engine {

namespace {

using Stems = std::unordered_set<std::string_view>;

// Greetings and closings, which say nothing of the matter. A sentence may go on
// behind a greeting.
std::vector<Span> courtesies(const Draft& draft) {
  std::vector<Span> spans;
  for (const Zone& zone : draft.zones) {
    const bool courtesy = zone.kind == ZoneKind::greeting || zone.kind == ZoneKind::closing;
    if (courtesy) spans.push_back(zone.span);
  }
  return spans;
}

// The author's sentences without courtesies.
class Body {
 public:
  explicit Body(const Context& context)
      : context_(context), courtesies_(courtesies(context.draft)) {}

  [[nodiscard]] std::size_t sentences() const { return document().sentences.size(); }

  // Calls `take` with each word and whether it is a content word.
  void visit(std::size_t sentence, const auto& take) const {
    for (std::uint32_t i = document().sentences[sentence].first;
         i < document().sentences[sentence].last; ++i) {
      const text::Token& token = document().tokens[i];
      if (overlaps_any(courtesies_, token.span())) continue;
      take(token, is_content(token, context_.matches.function_words()[i]));
    }
  }

  [[nodiscard]] Stems stems(std::size_t sentence) const {
    Stems stems;
    visit(sentence, [&](const text::Token& token, bool content) {
      if (content) stems.insert(stem(token.form));
    });
    return stems;
  }

  [[nodiscard]] Stems stems() const {
    Stems all;
    for (std::size_t s = 0; s < sentences(); ++s) all.merge(stems(s));
    return all;
  }

  // Sentences that tell something: they hold nothing of `idle`, or more than a
  // word or two beside it.
  [[nodiscard]] std::vector<std::size_t> telling(const std::vector<Span>& idle) const {
    constexpr std::size_t few_words = 2;
    std::vector<std::size_t> telling;
    for (std::size_t s = 0; s < sentences(); ++s) {
      std::size_t words = 0;
      std::size_t others = 0;  // content words outside
      bool is_idle = false;
      visit(s, [&](const text::Token& token, bool content) {
        const bool inside = overlaps_any(idle, token.span());
        is_idle = is_idle || inside;
        words += token.is_word() ? 1U : 0U;
        others += content && !inside ? 1U : 0U;
      });
      if (words > 0 && (!is_idle || others > few_words)) telling.push_back(s);
    }
    return telling;
  }

 private:
  [[nodiscard]] const text::Document& document() const { return context_.author.document; }

  const Context& context_;
  std::vector<Span> courtesies_;
};

// Tokens of the customer's message in `span`: [first, last).
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
};
TokenRange tokens_in(const Customer& customer, Span span) {
  const auto& tokens = customer.subject.document.tokens;
  const auto at = [&](std::size_t byte) {
    const auto token = std::partition_point(tokens.begin(), tokens.end(),
                                            [&](const text::Token& t) { return t.end <= byte; });
    return static_cast<std::size_t>(token - tokens.begin());
  };
  TokenRange range{at(span.start), at(span.end)};
  if (range.last < tokens.size() && tokens[range.last].start < span.end) ++range.last;
  return range;
}

// Content words of the customer in `span`.
std::vector<const text::Token*> content_in(const Customer& customer, Span span) {
  std::vector<const text::Token*> content;
  const TokenRange range = tokens_in(customer, span);
  for (std::size_t i = range.first; i < range.last; ++i) {
    const text::Token& token = customer.subject.document.tokens[i];
    const bool handle = token.form.starts_with('@');
    if (!handle && is_content(token, customer.matches.function_words()[i])) {
      content.push_back(&token);
    }
  }
  return content;
}

// Words by which a question leans on what stands before it.
constexpr auto pronouns = std::to_array<std::string_view>(
    {"it", "they", "them", "this", "that", "these", "those", "he", "she", "one", "ones"});

// Without one of these, or a question word, a question mark ends an outcry:
// "With costume??"
constexpr auto auxiliaries = std::to_array<std::string_view>(
    {"am",    "is",   "are", "was",   "were", "do",    "does",  "did",    "have",
     "has",   "had",  "can", "could", "will", "would", "shall", "should", "may",
     "might", "must", "any", "'s",    "'d",   "'ll",   "ca",    "wo"});

bool has_any(const Customer& customer, Span span, const auto& words) {
  const TokenRange range = tokens_in(customer, span);
  for (std::size_t i = range.first; i < range.last; ++i) {
    const std::string_view form = customer.subject.document.tokens[i].form;
    if (std::find(words.begin(), words.end(), form) != words.end()) return true;
  }
  return false;
}

bool is_question(const Customer& customer, const CustomerQuestion& question) {
  return question.kind != QuestionKind::yes_no || has_any(customer, question.span, auxiliaries);
}

bool holds(const Context& context, std::string_view fact) {
  const auto id = context.compiled.facts.find(fact);
  return id && context.facts.holds(*id);
}

// Does the draft have what a question of this kind asks for?
bool has_answer(const Context& context, QuestionKind kind) {
  switch (kind) {
    case QuestionKind::when:
      return holds(context, "element.time-frame") || !find_dates(context.author).empty();
    case QuestionKind::why:
      return holds(context, "element.reason") || holds(context, "signal.reason");
    case QuestionKind::how:
      return holds(context, "signal.instruction");
    case QuestionKind::how_much:
      return !find_amounts(context.author).empty();
    case QuestionKind::yes_no:
    case QuestionKind::where:
    case QuestionKind::who:
    case QuestionKind::what:
      return false;
  }
  return false;
}

}  // namespace

Discrepancies unanswered_questions(const Context& context, const CompiledComparison& comparison) {
  if (context.customer == nullptr) return {};
  const Customer& customer = *context.customer;
  const Body body(context);
  const Stems said = body.stems();
  std::array<bool, question_kind_names.size()> answered{};
  for (std::size_t kind = 0; kind < answered.size(); ++kind) {
    answered.at(kind) = has_answer(context, static_cast<QuestionKind>(kind));
  }
  Stems taken_up;  // what answered questions are about
  std::vector<Span> open;
  std::vector<Span> whole;  // of these, those that can be read without the others
  for (const CustomerQuestion& question : customer.reading.questions) {
    const auto content = content_in(customer, question.span);
    const bool is_open =
        !question.rhetorical && !answered.at(static_cast<std::size_t>(question.kind)) &&
        !content.empty() && std::none_of(content.begin(), content.end(), [&](const auto* token) {
          return said.contains(stem(token->form));
        });
    if (!is_open) {
      for (const text::Token* token : content) taken_up.insert(stem(token->form));
    } else if (is_question(customer, question)) {
      open.push_back(question.span);
      if (!has_any(customer, question.span, pronouns)) whole.push_back(question.span);
    }
  }
  // A sentence that answers none of the others may answer this in its own words.
  const auto telling = body.telling(in_draft(context, comparison.says));
  const bool may_answer = std::any_of(telling.begin(), telling.end(), [&](std::size_t sentence) {
    const Stems words = body.stems(sentence);
    return std::none_of(words.begin(), words.end(),
                        [&](std::string_view word) { return taken_up.contains(word); });
  });
  if (may_answer) return {};
  const auto& found = telling.empty() ? open : whole;
  if (found.empty()) return {};
  Discrepancy one;
  for (const Span span : found) one.evidence.push_back({std::nullopt, span});
  return {std::move(one)};
}

Discrepancies unmentioned_words(const Context& context, const CompiledComparison& comparison) {
  if (context.customer == nullptr) return {};
  std::unordered_set<std::string_view> said;
  for (const text::Token& token : context.author.document.tokens) said.insert(stem(token.form));
  for (const Span span : in_customer(context, comparison.customer)) {
    auto words = content_in(*context.customer, span);
    if (words.empty()) {
      const TokenRange range = tokens_in(*context.customer, span);
      for (std::size_t i = range.first; i < range.last; ++i) {
        words.push_back(&context.customer->subject.document.tokens[i]);
      }
    }
    for (const text::Token* word : words) {
      if (said.contains(stem(word->form))) return {};
    }
  }
  return {Discrepancy{}};
}

Discrepancies unmentioned_problem(const Context& context, const CompiledComparison& comparison) {
  if (context.customer == nullptr) return {};
  const Body body(context);
  if (comparison.comparison->says && !body.telling(in_draft(context, comparison.says)).empty()) {
    return {};
  }
  constexpr std::size_t fewest_words = 2;
  constexpr std::size_t most_named = 3;
  const Customer& customer = *context.customer;
  const auto& name = customer.reading.name;
  const Stems said = body.stems();
  Stems theirs;
  Discrepancy missing;
  for (const text::Token* token : content_in(customer, {0, customer.subject.text.size()})) {
    const bool of_name = name && name->span && name->span->contains(token->span());
    if (of_name || !theirs.insert(stem(token->form)).second) continue;
    if (said.contains(stem(token->form))) return {};
    if (missing.evidence.size() == most_named || token->kind != text::TokenKind::word) continue;
    missing.evidence.push_back({std::nullopt, token->span()});
    missing.value += fmt::format("{}“{}”", missing.value.empty() ? "" : ", ",
                                 customer.subject.text.substr(token->start, token->span().size()));
  }
  if (theirs.size() < fewest_words || missing.evidence.empty()) return {};
  return {std::move(missing)};
}

}  // namespace replylint::engine
