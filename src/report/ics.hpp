// Promises as to-dos of a calendar (iCalendar, RFC 5545).
//
// One VTODO a promise: SUMMARY says who does what, DUE the latest time, as a
// date where no hour was said, DESCRIPTION holds the words and where they
// stand. The same words give the same UID, so that a calendar updates its
// to-dos when the file is read again. DTSTAMP is when the words were written: no
// clock is looked at.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "report/promises.hpp"

namespace replylint::report {

// Every promise that is added has a time when it was written (`written_at`), or
// `options` has a `now`.
[[nodiscard]] std::unique_ptr<PromiseReporter> make_ics_reporter(std::ostream& out,
                                                                 const PromiseOptions& options);

// Value of a text property: backslash, semicolon, comma and line break escaped
// (3.3.11). `utf8` is valid UTF-8; what a terminal would act on is left out.
[[nodiscard]] std::string ics_text(std::string_view utf8);

// A content line with its end, in pieces of at most 75 bytes that never part a
// character (3.1).
[[nodiscard]] std::string ics_line(std::string_view content);

}  // namespace replylint::report
