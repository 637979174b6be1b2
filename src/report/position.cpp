#include "report/position.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace replylint::report {

namespace {

constexpr std::size_t block_size = 1024;  // bytes; even, so that UTF-16 units stay whole

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

LineIndex::LineIndex(std::string_view source) : source_(source) {
  if (source.starts_with("\xFF\xFE")) {
    encoding_ = Encoding::utf16_little;
  } else if (source.starts_with("\xFE\xFF")) {
    encoding_ = Encoding::utf16_big;
  }
  const std::size_t unit = encoding_ == Encoding::utf8 ? 1 : 2;
  const std::size_t low = encoding_ == Encoding::utf16_big ? 1 : 0;
  lines_.push_back(0);
  for (std::size_t at = source.find('\n'); at != std::string_view::npos;
       at = source.find('\n', at + 1)) {
    if (unit == 1) {
      lines_.push_back(at + 1);
    } else if (at % 2 == low && (at ^ 1U) < source.size() && source[at ^ 1U] == '\0') {
      lines_.push_back(at - low + 2);
    }
  }
  if (unit == 1 && !text::is_valid_utf8(source)) {
    for (const text::DecodedRun& run : text::decode_utf8(source).runs) {
      if (!run.copy && is_continuation(source[run.source])) strays_.push_back(run.source);
    }
  }
  std::size_t counted = 0;
  for (std::size_t at = 0; at <= source.size(); at += block_size) {
    blocks_.push_back(counted);
    counted += count(at, std::min(at + block_size, source.size()));
  }
}

// Characters that begin in [from, to), strays left out; `from` is a block's start.
std::size_t LineIndex::count(std::size_t from, std::size_t to) const {
  std::size_t found = 0;
  if (encoding_ == Encoding::utf8) {
    for (std::size_t at = from; at < to; ++at)
      if (!is_continuation(source_[at])) ++found;
    return found;
  }
  const std::size_t high = encoding_ == Encoding::utf16_little ? 1 : 0;
  for (std::size_t at = from; at < to; at += 2) {
    const bool second_half = at + high < source_.size() &&
                             (static_cast<unsigned char>(source_[at + high]) & 0xFC) == 0xDC;
    if (!second_half) ++found;
  }
  return found;
}

std::size_t LineIndex::count_before(std::size_t byte) const {
  const std::size_t block = byte / block_size;
  const auto strays = std::lower_bound(strays_.begin(), strays_.end(), byte) - strays_.begin();
  return blocks_[block] + count(block * block_size, byte) + static_cast<std::size_t>(strays);
}

std::size_t LineIndex::line_start(std::size_t byte) const {
  return *std::prev(std::upper_bound(lines_.begin(), lines_.end(), byte));
}

Position LineIndex::position(std::size_t byte) const {
  byte = std::min(byte, source_.size());
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), byte);
  const auto line = static_cast<std::size_t>(next - lines_.begin());
  return {line, count_before(byte) - count_before(lines_[line - 1]) + 1};
}

}  // namespace replylint::report
