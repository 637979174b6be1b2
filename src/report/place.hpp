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
  [[nodiscard]] Span source(Span text) const { return record_.draft.source_map.to_source(text); }
  [[nodiscard]] Position start(Span text) const { return lines_.position(source(text).start); }
  [[nodiscard]] Position end(Span text) const { return lines_.position(source(text).end); }

  // The same in the file.
  [[nodiscard]] Position start_in_file(Span text) const;
  [[nodiscard]] Position end_in_file(Span text) const;

  // "draft.txt", "macros.json [Refund]", "replies.jsonl:12 [a7]"; printable.
  [[nodiscard]] std::string name() const;
  // Name and position: "draft.txt:3:1", "macros.json:7:21 [Refund]",
  // "replies.jsonl:12 [a7]:3:1".
  [[nodiscard]] std::string of(Span text) const;

 private:
  const Record& record_;
  LineIndex lines_;
};

}  // namespace replylint::report
