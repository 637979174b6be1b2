// Where a finding stands, as a reader or an editor finds it.
#pragma once

#include <cstddef>
#include <string>

#include "report/position.hpp"
#include "report/record.hpp"

namespace replylint::report {

// Positions of one record. Those of a file are in the file, and those of a
// record in JSON, YAML or CSV too; the text of a record in JSON Lines stands on
// one line of its file, so its columns count in that text.
class Places {
 public:
  explicit Places(const Record& record) : record_(record), lines_(record.source) {}

  // In the bytes that were read: the file, or the record's text.
  [[nodiscard]] Span source(Span text) const {
    const Span in_source = record_.draft.source_map.to_source(text);
    return {in_source.start + record_.bytes_before, in_source.end + record_.bytes_before};
  }
  // Where a reader is sent: in the file, but in the record's text for JSON Lines.
  [[nodiscard]] Position start(Span text) const {
    return record_.file ? record_.file->position(in_slice(text).start)
                        : position(source(text).start);
  }
  [[nodiscard]] Position end(Span text) const {
    return record_.file ? record_.file->position(in_slice(text).end) : position(source(text).end);
  }

  // The same, with the line that the record has in its file.
  [[nodiscard]] Position start_in_file(Span text) const { return in_file(start(text)); }
  [[nodiscard]] Position end_in_file(Span text) const { return in_file(end(text)); }

  // Bytes that stand on the start's line before it, and on the end's before that.
  [[nodiscard]] Span bytes_in_line(Span text) const;

  // "draft.txt", "macros.json [Refund]", "replies.jsonl:12 [a7]", "sent.mbox:120"; printable.
  [[nodiscard]] std::string name() const;
  // Name and position: "draft.txt:3:1", "macros.json:7:21 [Refund]",
  // "replies.jsonl:12 [a7]:3:1", "sent.mbox:128:1".
  [[nodiscard]] std::string of(Span text) const;

 private:
  [[nodiscard]] Span in_slice(Span text) const { return record_.field_map.to_source(source(text)); }
  [[nodiscard]] Position position(std::size_t byte) const;
  [[nodiscard]] Position in_file(Position position) const;

  const Record& record_;
  LineIndex lines_;
};

}  // namespace replylint::report
