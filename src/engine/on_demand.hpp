// A row of things that are made when first asked for. Threads share it without
// waiting for each other.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>

namespace replylint::engine {

template <typename T>
class OnDemand {
 public:
  explicit OnDemand(std::size_t count)
      : count_(count), things_(new std::atomic<const T*>[count] {}) {}
  OnDemand(const OnDemand&) = delete;
  OnDemand& operator=(const OnDemand&) = delete;
  ~OnDemand() {
    for (std::size_t i = 0; i < count_; ++i) delete things_[i].load();
  }

  // `make` gives the same for the same place, whoever calls it.
  template <typename Make>
  const T& at(std::size_t place, Make make) const {
    const T* known = things_[place].load();
    if (known != nullptr) return *known;
    auto made = std::make_unique<const T>(make());
    // Where another thread has been faster, its thing is everybody's.
    if (things_[place].compare_exchange_strong(known, made.get())) return *made.release();
    return *known;
  }

 private:
  std::size_t count_;
  std::unique_ptr<std::atomic<const T*>[]> things_;
};

}  // namespace replylint::engine
