// How the customer's message and the thread around it were read:
// `replylint context`.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "replylint/customer.hpp"
#include "replylint/exchange.hpp"
#include "report/reporter.hpp"

namespace replylint::report {

struct ContextRecord {
  std::string path;             // as given; "-" or --stdin-filename for standard input
  std::vector<Message> thread;  // oldest first
  std::string text;             // what the customer wrote last: spans of `reading` lie in it
  bool answered = false;        // the last word of the thread is ours
  CustomerReading reading;
};

// Text for OutputFormat::text, else one line of JSON.
void write_context(std::ostream& out, const ContextRecord& record, OutputFormat format);

}  // namespace replylint::report
