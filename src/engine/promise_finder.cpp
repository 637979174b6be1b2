#include "engine/promises.hpp"
#include "engine/subject.hpp"

namespace replylint {

struct PromiseFinder::Work {
  explicit Work(RuleSet set) : rules(std::move(set)), matcher(rules.compiled().program) {}

  void add(const engine::Subject& subject, std::optional<std::size_t> message,
           std::optional<Moment> base, DateOrder order, std::vector<Promise>& all) {
    const engine::PhraseMatches matches(rules.compiled(), subject, matcher);
    for (auto& found : engine::find_promises(rules.compiled(), subject, matches, base, order)) {
      found.promise.message = message;
      all.push_back(std::move(found.promise));
    }
  }

  RuleSet rules;
  engine::Matcher matcher;
};

PromiseFinder::PromiseFinder(RuleSet rules) : work_(std::make_unique<Work>(std::move(rules))) {}
PromiseFinder::PromiseFinder(PromiseFinder&&) noexcept = default;
PromiseFinder& PromiseFinder::operator=(PromiseFinder&&) noexcept = default;
PromiseFinder::~PromiseFinder() = default;

std::vector<Promise> PromiseFinder::find(const Draft& draft, const PromiseOptions& options) {
  std::vector<Promise> all;
  for (std::size_t i = 0; i < draft.thread.size(); ++i) {
    const Message& message = draft.thread[i];
    if (message.from != Party::agent) continue;
    // A message without a date was written at no known time.
    work_->add(engine::read_customer(message.text), i, message.at, options.date_order, all);
  }
  const auto base = draft.date ? draft.date : options.now;
  work_->add(engine::read_author(draft), std::nullopt, base, options.date_order, all);
  return all;
}

}  // namespace replylint
