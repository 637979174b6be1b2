// Does this full stop end the sentence?
#pragma once

#include <cstddef>
#include <string_view>

#include "text/document.hpp"

namespace replylint::text {

// Stops, and closing quotation marks and brackets behind them.
struct StopRun {
  std::size_t start = 0;      // bytes
  std::size_t stops_end = 0;  // behind the last stop
  std::size_t end = 0;        // behind closing marks
  Terminator terminator = Terminator::period;
};

[[nodiscard]] StopRun read_stop_run(std::string_view text, std::size_t at);

// `text` is the whole text: what follows the run is looked at, whether it is
// prose or not. `before` is the folded word that the run touches, empty where
// there is none.
//
// At the end of a line every stop ends its sentence. Elsewhere these end
// nothing: abbreviations and initials, unless a word follows that plainly
// begins a sentence; a period inside a name ("example.com", "v1.2"); "…"
// before a small letter; "!" and "?" before a small letter when they stand in
// quotation marks or brackets, and "!" as part of a name ("Yahoo! mail").
[[nodiscard]] bool ends_sentence(std::string_view text, const StopRun& run,
                                 std::string_view before);

}  // namespace replylint::text
