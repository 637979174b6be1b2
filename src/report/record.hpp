// What a report prints: one linted draft, with everything needed to point into
// its source.
#pragma once

#include <string>

#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"
#include "replylint/score.hpp"

namespace replylint::report {

struct Record {
  std::string id;    // of a record, or empty for a file
  std::string path;  // as given; "-" or --stdin-filename for standard input
  std::string
      source;  // the bytes that positions point into: the file, or the decoded field of a record
  std::size_t record_line = 0;  // for records: the line of the record in its file, 1-based; else 0
  // `source` is one stretch of the file, a message of a mailbox; positions are
  // the file's, in which so much stands in front of it.
  bool is_stretch = false;
  std::size_t bytes_before = 0;
  std::size_t lines_before = 0;
  Draft draft;
  Analysis analysis;
  Score score;
  std::string note;  // why nothing was linted ("nothing to lint: …"), or empty
};

}  // namespace replylint::report
