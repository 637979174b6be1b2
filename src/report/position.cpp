#include "report/position.hpp"

#include <algorithm>

namespace replylint::report {

LineIndex::LineIndex(std::string_view source) : source_(source) {
  starts_.push_back(0);
  for (std::size_t at = source.find('\n'); at != std::string_view::npos;
       at = source.find('\n', at + 1)) {
    starts_.push_back(at + 1);
  }
}

Position LineIndex::position(std::size_t byte) const {
  byte = std::min(byte, source_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), byte);
  const auto line = static_cast<std::size_t>(next - starts_.begin());
  std::size_t at = starts_[line - 1];
  std::size_t column = 1;
  if (last_.line == line && last_byte_ <= byte) {
    at = last_byte_;
    column = last_.column;
  }
  for (; at < byte; ++at) {
    const bool continues = (static_cast<unsigned char>(source_[at]) & 0xC0) == 0x80;
    column += continues ? 0 : 1;
  }
  last_byte_ = byte;
  last_ = {line, column};
  return last_;
}

std::string_view LineIndex::line(std::size_t number) const {
  const std::size_t start = starts_[number - 1];
  const std::size_t end = number < starts_.size() ? starts_[number] - 1 : source_.size();
  std::string_view text = source_.substr(start, end - start);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace replylint::report
