// Files that hold many replies: JSON, YAML, CSV and JSON Lines, by the fields
// that the user names or in the shape of a helpdesk product
// (draft/helpdesk/product.hpp).
//
// JSON Lines and CSV are read as a stream, a line or a row at a time; JSON and
// YAML as a whole, up to a limit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>

#include "draft/encoding.hpp"
#include "draft/field_path.hpp"
#include "draft/file_slice.hpp"
#include "draft/helpdesk/product.hpp"
#include "replylint/draft.hpp"

namespace replylint {

enum class RecordSyntax : std::uint8_t { json, yaml, csv, jsonl };
inline constexpr std::array<std::string_view, 4> record_syntax_names{"json", "yaml", "csv",
                                                                     "jsonl"};

// By a file's name: .json, .yml, .yaml, .csv, .tsv, .jsonl, .ndjson.
[[nodiscard]] std::optional<RecordSyntax> record_syntax_of(std::string_view file_name);

// Which fields are the replies.
struct NamedFields {
  FieldPath text;
  std::optional<FieldPath> context;
  std::optional<FieldPath> id;
};
struct OfProduct {
  // Null: the product is recognised by its shape.
  const helpdesk::Product* product = nullptr;
  bool sure_only = false;  // a shape that other files have too does not count
};
using RecordQuery = std::variant<NamedFields, OfProduct>;

// One reply of a file.
struct RawRecord {
  std::shared_ptr<const FileSlice> slice;
  std::size_t at = 0;  // byte of the slice where the record begins
  std::string id;      // of the id field, else of the product's title; empty: none

  std::string text;   // of the text field, decoded; HTML and Markdown as they are
  OffsetMap map;      // text -> slice->bytes
  Encoding encoding;  // how visible text is written in the file
  Format format = Format::plain;

  const helpdesk::Product* product = nullptr;  // whose placeholders these are; null: not known
  bool is_template = false;                    // a reply for many customers
  std::optional<Channel> channel;
  std::optional<std::string> context;
};

// Something that was not read as a reply, and why.
struct RecordError {
  enum class Reach : std::uint8_t {
    note,    // nothing is wrong with it
    record,  // it is wrong; the others are read
    file,    // the rest of the file is lost: it is not what its name says
    shape    // the file is in no shape that was asked for
  };
  Reach reach = Reach::record;
  std::shared_ptr<const FileSlice> slice;
  std::size_t at = 0;  // byte of the slice
  std::string message;
};

class RecordReader {
 public:
  // JSON and YAML that are longer are refused.
  static constexpr std::size_t longest_whole = std::size_t{16} << 20;  // bytes
  static constexpr std::size_t longest_line = std::size_t{64} << 20;   // of JSON Lines

  RecordReader(std::istream& in, RecordSyntax syntax, RecordQuery query);
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;
  ~RecordReader();

  // The next record or the next error, in the order of the file; nothing at
  // the end.
  [[nodiscard]] std::optional<std::variant<RawRecord, RecordError>> next();

  // A part of a file, as a tree.
  struct Document {
    std::shared_ptr<const FileSlice> slice;
    Value root;
    std::optional<ReadWarning> warning;  // of bytes that were read past
  };
  // Where documents come from: one for each syntax.
  class Documents;

 private:
  using Item = std::variant<RawRecord, RecordError>;

  void read_document(const Document& document);
  void read_fields(const Document& document, const NamedFields& fields);
  void read_product(const Document& document, const OfProduct& wanted);
  void read_reply(const Document& document, const Value& record);
  void complain(const Document& document, std::size_t at, std::string message,
                RecordError::Reach reach = RecordError::Reach::record);
  void add(RawRecord record, const Value* id);

  RecordQuery query_;
  std::unique_ptr<Documents> documents_;
  std::deque<Item> ready_;
  bool finished_ = false;
  bool warned_ = false;                         // once a file
  const helpdesk::Product* product_ = nullptr;  // once it is known
  bool sure_ = false;
  std::unordered_set<std::string> ids_;
  const void* last_id_ = nullptr;  // the id field of the record before: one for several texts
};

}  // namespace replylint
