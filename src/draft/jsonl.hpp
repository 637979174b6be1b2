// Records, one JSON object a line, read as a stream: memory is bounded by the
// longest line, and lines beyond a limit are refused.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

namespace replylint {

// Which fields hold what; a name is a key of the object, or a path of keys
// joined by dots.
struct RecordFields {
  std::string text;
  std::string context;  // may be empty: none
  std::string id;       // may be empty: the line number is the id
};

struct RawRecord {
  std::size_t line = 0;  // 1-based
  std::string id;
  std::string text;  // decoded
  std::optional<std::string> context;
};

// A line that could not be used, and why.
struct RecordError {
  std::size_t line = 0;
  std::string message;
};

class JsonlReader {
 public:
  static constexpr std::size_t longest_line = std::size_t{64} << 20;  // bytes

  JsonlReader(std::istream& in, RecordFields fields);
  JsonlReader(const JsonlReader&) = delete;
  JsonlReader& operator=(const JsonlReader&) = delete;
  ~JsonlReader();

  // The next record into `record`, or why there is none into `error`; blank
  // lines are passed over. False at the end of the input.
  bool next(std::optional<RawRecord>& record, std::optional<RecordError>& error);

 private:
  struct Parser;
  bool read_line(std::string& line, bool& too_long);

  std::istream& in_;
  RecordFields fields_;
  std::size_t line_ = 0;
  std::unique_ptr<Parser> parser_;
};

}  // namespace replylint
