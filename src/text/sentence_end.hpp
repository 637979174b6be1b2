// Does this full stop end the sentence?
#pragma once

#include <cstddef>
#include <string_view>

#include "text/document.hpp"

namespace replylint::text {

// Stops, and closing quotation marks and brackets behind them.
struct StopRun {
  std::size_t start = 0;
  std::size_t stops_end = 0;  // behind the last stop
  std::size_t end = 0;        // behind closing marks
  Terminator terminator = Terminator::period;
};

[[nodiscard]] StopRun read_stop_run(std::string_view text, std::size_t at);

// `before` is the folded word that the run touches; empty where there is none.
// Abbreviations, initials, names of files and hosts, and "…" before a small
// letter end nothing.
[[nodiscard]] bool ends_sentence(std::string_view text, const StopRun& run,
                                 std::string_view before);

}  // namespace replylint::text
