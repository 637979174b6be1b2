#include "engine/compare.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "engine/compare_measures.hpp"
#include "engine/earlier.hpp"
#include "engine/promise_measures.hpp"
#include "engine/thread_measures.hpp"

namespace replylint::engine {

namespace {

// In the order of rules::CompareMeasure.
constexpr auto measures = std::to_array<CompareFunction>(
    {&unanswered_questions, &unmentioned_references, &unmentioned_words, &unmentioned_problem,
     &different_amount, &different_date, &wrong_name, &echoed_words, &overdue_promises,
     &conflicting_promises, &unmentioned_promises, &rounds, &hours_waited, &newest_unanswered,
     &copied_paragraphs});
static_assert(measures.size() == rules::compare_measure_names.size(),
              "a measure without a function");

// More of it would tell a reader nothing new.
constexpr std::size_t most_evidence = 5;

std::vector<Evidence> as_evidence(const std::vector<Span>& spans) {
  std::vector<Evidence> evidence;
  for (const Span span : spans) {
    if (evidence.size() == most_evidence) break;
    evidence.push_back({std::nullopt, span});
  }
  return evidence;
}

// Where our earlier messages say what `earlier` asks for; nothing unless more
// than `over` of them do.
std::vector<Evidence> said_earlier(const Context& context, const ComparisonRecord& compiled) {
  std::vector<Evidence> evidence;
  double messages = 0;
  const std::vector<Message>& thread = context.draft.thread;
  for (std::size_t i = 0; i < thread.size(); ++i) {
    if (thread[i].from != Party::agent) continue;
    const std::vector<Span> spans = context.earlier.find(i, compiled.earlier);
    if (spans.empty()) continue;
    messages += 1;
    evidence.push_back({i, spans.front()});
  }
  if (messages <= compiled.over) evidence.clear();
  return evidence;
}

bool holds(const Context& context, const SideRecord& side) {
  return side.fact != 0 ? context.facts.holds(side.fact) : !in_draft(context, side).empty();
}

Discrepancies compare(const Context& context, const ComparisonRecord& compiled,
                      const rules::Comparison& comparison) {
  std::vector<Evidence> evidence;
  if (comparison.customer) {
    evidence = as_evidence(in_customer(context, compiled.customer));
    if (evidence.empty()) return {};
  }
  if (comparison.earlier) {
    const std::vector<Evidence> said = said_earlier(context, compiled);
    if (said.empty()) return {};
    evidence.insert(evidence.end(), said.begin(), said.end());
  }
  if (comparison.lacks && holds(context, compiled.lacks)) return {};
  Discrepancies found;
  if (comparison.measure) {
    found = measures.at(static_cast<std::size_t>(*comparison.measure))(context, compiled);
  } else if (comparison.says) {
    for (const Span span : in_draft(context, compiled.says)) found.push_back({span, {}, {}, {}});
  } else {
    found.emplace_back();
  }
  for (Discrepancy& one : found) {
    one.place = comparison.place;
    if (one.evidence.empty()) one.evidence = evidence;
  }
  return found;
}

bool collide(const Discrepancy& a, const Discrepancy& b) {
  if (a.span && b.span) return a.span->overlaps(*b.span);
  return !a.span && !b.span && a.place == b.place;
}

bool before(const Evidence& a, const Evidence& b) {
  return std::tie(a.message, a.span.start, a.span.end) <
         std::tie(b.message, b.span.start, b.span.end);
}

bool same(const Evidence& a, const Evidence& b) {
  return a.message == b.message && a.span == b.span;
}

}  // namespace

std::vector<Span> in_draft(const Context& context, const SideRecord& side) {
  if (side.fact != 0) return context.facts.spans(side.fact);
  std::vector<Span> spans;
  for (const Match& match : context.matches.of(side.phrase)) spans.push_back(match.span);
  return spans;
}

std::vector<Span> in_customer(const Context& context, const SideRecord& side) {
  if (context.customer == nullptr) return {};
  if (side.fact != 0) return context.facts.customer_spans(side.fact);
  std::vector<Span> spans;
  for (const Match& match : context.customer->matches.of(side.phrase)) spans.push_back(match.span);
  return spans;
}

Discrepancies compare(const Context& context, const RuleRecord& record,
                      const rules::Compare& rule) {
  Discrepancies all;
  const auto compiled = slice(context.compiled.tables.comparisons, record.comparisons);
  for (std::size_t i = 0; i < compiled.size(); ++i) {
    for (Discrepancy& one : compare(context, compiled[i], rule.comparisons.at(i))) {
      all.push_back(std::move(one));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Discrepancy& a, const Discrepancy& b) {
    if (!a.span && !b.span) return a.place < b.place;
    if (!a.span || !b.span) return a.span.has_value();
    return std::tuple(a.span->start, b.span->end) < std::tuple(b.span->start, a.span->end);
  });
  Discrepancies joined;
  for (Discrepancy& one : all) {
    if (joined.empty() || !collide(joined.back(), one)) {
      joined.push_back(std::move(one));
    } else {
      auto& evidence = joined.back().evidence;
      evidence.insert(evidence.end(), one.evidence.begin(), one.evidence.end());
    }
  }
  for (Discrepancy& one : joined) {
    auto& evidence = one.evidence;
    std::stable_sort(evidence.begin(), evidence.end(), before);
    evidence.erase(std::unique(evidence.begin(), evidence.end(), same), evidence.end());
    if (evidence.size() > most_evidence) evidence.resize(most_evidence);
  }
  return joined;
}

}  // namespace replylint::engine
