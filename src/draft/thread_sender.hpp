// Who wrote a message, by what a mail program wrote above it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "replylint/exchange.hpp"

namespace replylint {

// The first mailbox of a From: field, decoded: "Ann Lee <ann@example.com>",
// "ann@example.com (Ann Lee)", "\"Lee, Ann\" [mailto:ann@example.com]", "Ann".
// The address is in lower case; either may be empty.
[[nodiscard]] Mailbox mailbox_in(std::string_view field);

struct Attributed {
  Mailbox sender;
  std::optional<Moment> at;
  std::string unclear_date;  // a day that may be two: "05/08/2026"; else empty
};

// The sender and time in the lines above a quotation: "On Mon, 3 Nov 2026 at
// 10:12, Ann Lee <ann@example.com> wrote:", or fields as From: and Sent:, in
// the languages of attribution.hpp and mail_headers.hpp. Lines are joined by
// "\n" and have no marks. Times without a zone are those of `zone`.
[[nodiscard]] Attributed read_attribution(std::string_view lines, int zone);

}  // namespace replylint
