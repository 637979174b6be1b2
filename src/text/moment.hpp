// Points in time, as mails, JSON and people at a command line write them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "replylint/exchange.hpp"

namespace replylint::text {

// ISO 8601: "2026-11-03T10:12:30+01:00", "2026-11-03 10:12", "20261103T101230Z",
// "2026-11-03" (its first minute). Fractions of a second are dropped. A time
// without a zone is taken as UTC. Nothing for any other text, or for a day or
// time that does not exist.
[[nodiscard]] std::optional<Moment> parse_iso(std::string_view text);

// A mail's Date: (RFC 5322): "Tue, 3 Nov 2026 10:12:30 +0100 (CET)". Older
// forms are read too: years of two digits, zones by name (a name that no
// standard defines is UTC), no seconds. The name of the day is not checked.
[[nodiscard]] std::optional<Moment> parse_mail_date(std::string_view text);

// "2026-11-03T10:12:30+01:00", in the moment's own local time; "Z" for UTC.
[[nodiscard]] std::string to_iso(Moment moment);

// What a calendar and a clock showed where the moment was written down.
struct LocalTime {
  std::chrono::sys_days day;              // as if that place were UTC
  std::chrono::seconds since_midnight{};  // 0 ≤ … < 24 h
};
[[nodiscard]] LocalTime local_time(Moment moment);

// The inverse; `offset` as in Moment.
[[nodiscard]] Moment at(LocalTime local, int offset);

}  // namespace replylint::text
