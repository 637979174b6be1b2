// What was said before a draft: the messages of both sides.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace replylint {

// A point in time, with the local time in which it was written down.
struct Moment {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z, leap seconds not counted
  int offset = 0;            // of the local time, minutes east of UTC
  friend bool operator==(const Moment&, const Moment&) = default;
};

enum class Party : std::uint8_t { customer, agent };
inline constexpr std::array<std::string_view, 2> party_names{"customer", "agent"};

// Who sends mail. Either may be empty.
struct Mailbox {
  std::string name;     // "Ann Lee"
  std::string address;  // in lower case
};

// One message of a thread.
struct Message {
  Party from = Party::customer;
  std::optional<Moment> at;  // when it was sent, where that is known
  std::string sender;        // display name; may be empty
  std::string text;          // the author's own words: what was quoted in it is left out
};

}  // namespace replylint
