// The messages before the draft, read for rules that ask what was said.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "engine/phrases.hpp"
#include "engine/subject.hpp"
#include "replylint/exchange.hpp"

namespace replylint::engine {

class Earlier {
 public:
  // One message: its words, and what patterns found in it.
  struct Read {
    Read(const RuleSet::Compiled& compiled, const Message& message, Scratch& scratch)
        : subject(read_customer(message.text)),
          matches(compiled, subject,
                  message.from == Party::customer ? Side::customer : Side::author, scratch) {}
    // The matches look into the subject.
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;

    Subject subject;
    PhraseMatches matches;
  };

  Earlier(const RuleSet::Compiled& compiled, const std::vector<Message>& thread, Scratch& scratch)
      : compiled_(compiled), thread_(thread), scratch_(scratch), read_(thread.size()) {}

  [[nodiscard]] const std::vector<Message>& thread() const { return thread_; }

  // Message `index` of the thread; read when it is first asked for.
  [[nodiscard]] const Read& at(std::size_t index);

  // Where a message says what a side of a comparison asks for.
  [[nodiscard]] std::vector<Span> find(std::size_t index, const SideRecord& side);

 private:
  const RuleSet::Compiled& compiled_;
  const std::vector<Message>& thread_;
  Scratch& scratch_;
  std::vector<std::unique_ptr<Read>> read_;
};

}  // namespace replylint::engine
