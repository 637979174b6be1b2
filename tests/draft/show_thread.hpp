// A thread as text that a test can compare.
#pragma once

#include <string>
#include <vector>

#include "replylint/exchange.hpp"
#include "text/moment.hpp"

namespace replylint {

// "customer 2026-11-03T10:12:00Z Ann Lee: Where is it? | agent - -: Soon."; line
// breaks as "/", "-" for what is not known.
inline std::string show_thread(const std::vector<Message>& thread) {
  std::string out;
  for (const Message& message : thread) {
    if (!out.empty()) out += " | ";
    out += party_names.at(static_cast<std::size_t>(message.from));
    out += " " + (message.at ? text::to_iso(*message.at) : "-");
    out += " " + (message.sender.empty() ? "-" : message.sender) + ": ";
    for (const char c : message.text) out += c == '\n' ? '/' : c;
  }
  return out;
}

}  // namespace replylint
