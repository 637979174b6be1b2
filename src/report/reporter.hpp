// One output format is one file in this folder and one line in the table of
// reporter.cpp. A reporter is fed record after record and writes as it goes.
#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string_view>

#include "report/record.hpp"

namespace replylint::report {

enum class OutputFormat : std::uint8_t {
  text,
  line,
  json,
  jsonl,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  rdjson
};
inline constexpr std::array<std::string_view, 10> output_names{
    "text", "line", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"};

struct Style {
  bool color = false;
  bool quiet = false;          // only findings, no praise, no totals
  bool explain_score = false;  // every point of the score
};

class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual void add(const Record& record) = 0;
  virtual void finish() = 0;  // totals, closing brackets
};

[[nodiscard]] std::unique_ptr<Reporter> make_reporter(OutputFormat format, std::ostream& out,
                                                      const Style& style);

}  // namespace replylint::report
