// Names for findings that stay the same while lines move.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "report/record.hpp"

namespace replylint::report {

// 16 hexadecimal digits of the 64-bit FNV-1a hash of some texts, each followed
// by a zero byte (http://www.isthe.com/chongo/tech/comp/fnv/).
[[nodiscard]] std::string content_hash(std::initializer_list<std::string_view> texts);

// Of the rule, the words found and the sentence around them; case, white space
// and line breaks do not count. Something missing has no words: the rule alone.
[[nodiscard]] std::string finding_hash(const Draft& draft, const Finding& finding);

// Numbers equal hashes as they come, from 1, so that each finding of a file has
// a name of its own: "9a3c…:2".
class Ordinals {
 public:
  [[nodiscard]] std::size_t next(const std::string& hash) { return ++seen_[hash]; }

 private:
  std::unordered_map<std::string, std::size_t> seen_;
};

}  // namespace replylint::report
