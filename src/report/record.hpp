// What a report prints: one linted draft, with everything needed to point into
// its source.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "draft/encoding.hpp"
#include "draft/file_slice.hpp"
#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"
#include "replylint/score.hpp"
#include "report/position.hpp"

namespace replylint::report {

// A file of records, or the part of it that was read at once; shared by the
// records that stand in it.
struct RecordFile {
  explicit RecordFile(std::shared_ptr<const FileSlice> read)
      : slice(std::move(read)), lines(slice->bytes) {}
  RecordFile(const RecordFile&) = delete;
  RecordFile& operator=(const RecordFile&) = delete;

  // In the file, of a byte of the slice.
  [[nodiscard]] Position position(std::size_t byte) const {
    Position position = lines.position(byte);
    position.line += slice->first_line - 1;
    return position;
  }

  std::shared_ptr<const FileSlice> slice;
  LineIndex lines;
};

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

  // A record of JSON, YAML or CSV has places of its own in the file; nothing
  // for any other record, and for a file.
  std::shared_ptr<const RecordFile> file;
  OffsetMap field_map;          // source -> file->slice->bytes
  std::size_t slice_start = 0;  // where that slice begins in the file
  // How `source` is written in the file, and visible text in `source`: what a
  // replacement has to go through. Visible text -> file is
  // draft.source_map.then(field_map).
  Encoding encoding;
  std::optional<Channel> channel;  // that the record itself is meant for
  bool is_template = false;        // a canned reply, as its format tells
  std::string_view product;        // the helpdesk whose placeholders these are; empty: not known

  Draft draft;
  Analysis analysis;
  Score score;
  std::string note;  // why nothing was linted ("nothing to lint: …"), or empty

  // Findings have lines and columns of their own in the file; else they all stand
  // on the record's line.
  [[nodiscard]] bool is_in_place() const { return record_line == 0 || is_stretch || file; }
};

}  // namespace replylint::report
