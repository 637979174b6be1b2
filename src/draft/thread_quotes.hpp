// The messages that a draft or mail repeats below or between its own words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "draft/lines.hpp"

namespace replylint {

struct QuotedMessage {
  static constexpr std::size_t by_draft = static_cast<std::size_t>(-1);

  std::string attribution;           // the lines above it, without marks; may be empty
  std::string text;                  // its own words, without marks and what it quotes itself
  std::size_t quoted_by = by_draft;  // index of the message that quotes it
};

struct Quotes {
  // Beyond this many, older messages are left out.
  static constexpr std::size_t most_messages = 200;

  std::vector<QuotedMessage> messages;  // each before those that it quotes
  bool cut = false;
};

// `lines` as mark_quotations left them. Each attribution begins a message; so
// does each level of quotation. What stands without an attribution belongs to
// the message above it on the same level. Linear: levels are bounded.
[[nodiscard]] Quotes quoted_messages(std::string_view text, const std::vector<Line>& lines);

}  // namespace replylint
