#include "engine/compare_measures.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "engine/customer.hpp"
#include "engine/restate.hpp"
#include "engine/spans.hpp"

namespace replylint::engine {

namespace {

struct Amount {
  std::string_view currency;  // may be empty
  double value = 0;
};
Amount amount_of(std::string_view value) {
  Amount amount;
  if (const std::size_t space = value.find(' '); space != std::string_view::npos) {
    amount.currency = value.substr(0, space);
    value.remove_prefix(space + 1);
  }
  std::from_chars(value.data(), value.data() + value.size(), amount.value);
  return amount;
}

constexpr double half_a_cent = 0.005;

}  // namespace

Discrepancies unmentioned_references(const Context& context, const CompiledComparison&) {
  if (context.customer == nullptr) return {};
  const std::string codes =
      plain_code(context.draft.text) + "\n" + plain_code(context.draft.subject.value_or(""));
  Discrepancy missing;
  for (const CustomerReference& reference : context.customer->reading.references) {
    if (reference.kind > ReferenceKind::serial) continue;
    if (codes.find(reference.value) != std::string::npos) return {};
    missing.evidence.push_back({std::nullopt, reference.span});
    constexpr std::size_t most_numbers = 5;
    if (missing.evidence.size() == most_numbers) break;
  }
  if (missing.evidence.empty()) return {};
  return {std::move(missing)};
}

Discrepancies different_amount(const Context& context, const CompiledComparison&) {
  if (context.customer == nullptr) return {};
  std::vector<Evidence> evidence;
  std::string value;
  std::vector<Amount> theirs;
  Amount sum;
  for (const CustomerReference& reference : context.customer->reading.references) {
    if (reference.kind != ReferenceKind::amount) continue;
    theirs.push_back(amount_of(reference.value));
    sum.value += theirs.back().value;
    sum.currency = theirs.back().currency;
    evidence.push_back({std::nullopt, reference.span});
    if (value.empty()) {
      value = context.customer->subject.text.substr(reference.span.start, reference.span.size());
    }
  }
  // Of a statement of account nobody can tell which sum is meant.
  constexpr std::size_t most_sums = 5;
  if (theirs.empty() || theirs.size() > most_sums) return {};
  Discrepancies found;
  for (const CustomerReference& ours : find_amounts(context.author)) {
    const Amount amount = amount_of(ours.value);
    const auto is_like = [&](const Amount& other, double times) {
      const bool currency =
          amount.currency.empty() || other.currency.empty() || amount.currency == other.currency;
      return currency && std::abs(amount.value - times * other.value) < half_a_cent;
    };
    const bool fits =
        is_like(sum, 1) || std::any_of(theirs.begin(), theirs.end(), [&](const Amount& other) {
          return is_like(other, 1) || is_like(other, 2);
        });
    // Where one sum is theirs, another is new: goodwill, a part, a fee.
    if (fits) return {};
    found.push_back({ours.span, evidence, value, {}});
    constexpr std::size_t most_found = 3;
    if (found.size() > most_found) return {};
  }
  return found;
}

Discrepancies different_date(const Context& context, const CompiledComparison& comparison) {
  if (context.customer == nullptr) return {};
  const auto theirs = in_customer(context, comparison.customer);
  const auto ours = in_draft(context, comparison.says);
  if (theirs.empty() || ours.empty()) return {};
  std::unordered_set<std::string> dates;
  std::vector<Evidence> evidence;
  for (const CustomerReference& date : context.customer->reading.references) {
    if (date.kind != ReferenceKind::date) continue;
    dates.insert(date.value);
    if (overlaps_any(theirs, date.span)) evidence.push_back({std::nullopt, date.span});
  }
  if (evidence.empty()) return {};
  Discrepancies found;
  for (const CustomerReference& date : find_dates(context.author)) {
    if (dates.contains(date.value)) return {};
    if (overlaps_any(ours, date.span)) found.push_back({date.span, evidence, {}, {}});
  }
  return found;
}

Discrepancies wrong_name(const Context& context, const CompiledComparison&) {
  if (context.customer == nullptr || !context.customer->reading.name) return {};
  const CustomerName& name = *context.customer->reading.name;
  const auto theirs = name_words(name.text);
  if (theirs.empty()) return {};
  const auto is_theirs = [&](const std::string& word) {
    return std::any_of(theirs.begin(), theirs.end(), [&](const std::string& other) {
      const bool initial = word.size() == 1 || other.size() == 1;
      return word == other || (initial && word.front() == other.front());
    });
  };
  for (const Zone& zone : context.draft.zones) {
    if (zone.kind != ZoneKind::greeting) continue;
    const std::string_view greeting =
        std::string_view(context.draft.text).substr(zone.span.start, zone.span.size());
    const auto ours = name_words(greeting);
    if (ours.empty() || std::any_of(ours.begin(), ours.end(), is_theirs)) return {};
    std::vector<Evidence> evidence;
    if (name.span) evidence.push_back({std::nullopt, *name.span});
    Span span = zone.span;
    // Without the punctuation and the line break behind it.
    while (!span.empty() &&
           std::string_view(" \t\r\n,.!:;-").find(context.draft.text[span.end - 1]) !=
               std::string_view::npos) {
      --span.end;
    }
    return {Discrepancy{span, std::move(evidence), name.text, {}}};
  }
  return {};
}

Discrepancies echoed_words(const Context& context, const CompiledComparison& comparison) {
  if (context.customer == nullptr) return {};
  std::unordered_map<std::string_view, Span> theirs;
  for (const text::Token& token : context.customer->subject.document.tokens) {
    theirs.try_emplace(stem(token.form), token.span());
  }
  const auto& tokens = context.author.document.tokens;
  Discrepancies found;
  for (const Span span : in_draft(context, comparison.says)) {
    auto token = std::partition_point(tokens.begin(), tokens.end(),
                                      [&](const text::Token& t) { return t.end <= span.start; });
    Discrepancy echo{span, {}, {}, {}};
    for (; token != tokens.end() && token->start < span.end; ++token) {
      const auto other = theirs.find(stem(token->form));
      if (other == theirs.end()) break;
      echo.evidence.push_back({std::nullopt, other->second});
    }
    const bool whole = token == tokens.end() || token->start >= span.end;
    if (whole && !echo.evidence.empty()) found.push_back(std::move(echo));
  }
  return found;
}

}  // namespace replylint::engine
