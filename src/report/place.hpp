// Where a finding stands, as a reader or an editor finds it.
#pragma once

#include <cstddef>
#include <string>

#include "report/position.hpp"
#include "report/record.hpp"

namespace replylint::report {

// Positions of one record. Those of a file are in the file; a record's text
// stands on one line of its file, so its columns count in that text.
class Places {
 public:
  explicit Places(const Record& record) : record_(record), lines_(record.source) {}

  // In the bytes that were read: the file, or the record's text.
  [[nodiscard]] Span source(Span text) const {
    const Span in_source = record_.draft.source_map.to_source(text);
    return {in_source.start + record_.bytes_before, in_source.end + record_.bytes_before};
  }
  [[nodiscard]] Position start(Span text) const { return position(source(text).start); }
  [[nodiscard]] Position end(Span text) const { return position(source(text).end); }

  // Where the line begins that holds a byte of the source.
  [[nodiscard]] std::size_t line_start(std::size_t source) const {
    return lines_.line_start(source);
  }

  // The same, with the line that the record has in its file.
  [[nodiscard]] Position start_in_file(Span text) const { return in_file(start(text)); }
  [[nodiscard]] Position end_in_file(Span text) const { return in_file(end(text)); }

  // "draft.txt", "replies.jsonl:12 [a7]", "sent.mbox:120"; printable.
  [[nodiscard]] std::string name() const;
  // Name and position: "draft.txt:3:1", "replies.jsonl:12 [a7]:3:1", "sent.mbox:128:1".
  [[nodiscard]] std::string of(Span text) const;

 private:
  [[nodiscard]] Position position(std::size_t byte) const {
    Position at = lines_.position(byte - record_.bytes_before);
    at.line += record_.lines_before;
    return at;
  }

  [[nodiscard]] Position in_file(Position position) const {
    if (record_.record_line > 0 && !record_.is_stretch) position.line = record_.record_line;
    return position;
  }

  const Record& record_;
  LineIndex lines_;
};

}  // namespace replylint::report
