// Chance for made-up drafts: the same in every run, and with every standard library.
#pragma once

#include <cstdint>
#include <random>

namespace replylint::test {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }

  template <class List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937 engine_;
};

}  // namespace replylint::test
