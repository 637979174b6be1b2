// Words of scripts that put no spaces between them.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "replylint/span.hpp"

namespace replylint::text {

// Made once for a text: ICU's iterator is dear to open, and opened only when
// the first such run is met.
class UnspacedWords {
 public:
  UnspacedWords();
  UnspacedWords(const UnspacedWords&) = delete;
  UnspacedWords& operator=(const UnspacedWords&) = delete;
  ~UnspacedWords();

  // Cuts a run of letters by ICU's dictionaries; the spans are bytes of `run`,
  // sorted, and cover it.
  [[nodiscard]] std::vector<Span> cut(std::string_view run);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
};

}  // namespace replylint::text
