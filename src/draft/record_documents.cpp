#include "draft/record_documents.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <string>
#include <utility>
#include <vector>

#include "draft/csv_rows.hpp"
#include "draft/reading.hpp"
#include "draft/value.hpp"

namespace replylint {

namespace {

using Document = RecordReader::Document;
using Reach = RecordError::Reach;
using Next = std::optional<std::variant<Document, RecordError>>;

// The one document that a slice holds.
std::variant<Document, RecordError> parsed(std::shared_ptr<const FileSlice> slice,
                                           RecordSyntax syntax, Reach reach) {
  std::vector<ReadWarning> warnings;
  const MappedText source = decode_source(slice->bytes, warnings);
  auto tree = syntax == RecordSyntax::yaml ? read_yaml(source) : read_json(source);
  if (auto* error = std::get_if<SyntaxError>(&tree)) {
    return RecordError{reach, std::move(slice), error->at, std::move(error->message)};
  }
  Document document{std::move(slice), std::get<Value>(std::move(tree)), {}};
  if (!warnings.empty()) document.warning = std::move(warnings.front());
  return document;
}

// JSON and YAML.
class Whole : public RecordReader::Documents {
 public:
  Whole(std::istream& in, RecordSyntax syntax) : in_(in), syntax_(syntax) {}

  Next next() override {
    if (read_) return std::nullopt;
    read_ = true;
    auto slice = std::make_shared<FileSlice>();
    if (!read(slice->bytes)) {
      return RecordError{Reach::file, slice, 0,
                         "longer than " + std::to_string(RecordReader::longest_whole >> 20U) +
                             " MiB: split it, or make it JSON Lines"};
    }
    return parsed(std::move(slice), syntax_, Reach::file);
  }

 private:
  bool read(std::string& bytes) {
    std::array<char, 65536> block{};
    while (in_.read(block.data(), static_cast<std::streamsize>(block.size())) || in_.gcount() > 0) {
      bytes.append(block.data(), static_cast<std::size_t>(in_.gcount()));
      if (bytes.size() > RecordReader::longest_whole) return false;
    }
    return true;
  }

  std::istream& in_;
  RecordSyntax syntax_;
  bool read_ = false;
};

class Lines : public RecordReader::Documents {
 public:
  explicit Lines(std::istream& in) : in_(in) {}

  Next next() override {
    auto slice = std::make_shared<FileSlice>();
    do {
      slice->bytes.clear();
      slice->offset = offset_;
      if (!read_line(slice->bytes)) return std::nullopt;
      slice->first_line = ++line_;
    } while (!too_long_ && slice->bytes.find_first_not_of(" \t\r") == std::string::npos);
    if (too_long_) {
      slice->bytes.clear();
      return RecordError{Reach::record, slice, 0, "the line is longer than 64 MiB"};
    }
    return parsed(std::move(slice), RecordSyntax::json, Reach::record);
  }

 private:
  bool read_line(std::string& line) {
    too_long_ = false;
    std::streambuf& buffer = *in_.rdbuf();
    constexpr int eof = std::char_traits<char>::eof();
    int c = buffer.sbumpc();
    if (c == eof) return false;
    for (; c != eof && c != '\n'; c = buffer.sbumpc()) {
      ++offset_;
      if (line.size() < RecordReader::longest_line) {
        line += static_cast<char>(c);
      } else {
        too_long_ = true;
      }
    }
    ++offset_;
    return true;
  }

  std::istream& in_;
  std::size_t offset_ = 0;
  std::size_t line_ = 0;
  bool too_long_ = false;
};

class Rows : public RecordReader::Documents {
 public:
  explicit Rows(std::istream& in) : rows_(in) {}

  Next next() override {
    CsvRow row;
    if (finished_ || !rows_.next(row)) return std::nullopt;
    const auto slice = std::make_shared<const FileSlice>(std::move(row.slice));
    if (slice->offset == 0 &&
        (slice->bytes.starts_with("\xFF\xFE") || slice->bytes.starts_with("\xFE\xFF"))) {
      return fail({Reach::file, slice, 0, "is UTF-16; save it as CSV in UTF-8"});
    }
    if (row.too_long) return fail({Reach::file, slice, 0, "a row is longer than 64 MiB"});
    if (row.unclosed) {
      return fail({Reach::file, slice, *row.unclosed, "this quotation mark is never closed"});
    }
    if (header_.empty()) {
      for (Value& field : row.fields) header_.push_back(std::move(field.text.text));
      return next();
    }
    while (row.fields.size() > header_.size() && row.fields.back().text.text.empty()) {
      row.fields.pop_back();
    }
    if (row.fields.size() > header_.size()) {
      return RecordError{Reach::record, slice, row.fields[header_.size()].at,
                         std::to_string(row.fields.size()) + " fields where the first row has " +
                             std::to_string(header_.size()) +
                             "; put a text that holds the delimiter in quotation marks"};
    }
    Document document{slice, to_map(std::move(row.fields)), {}};
    if (row.replaced > 0) {
      document.warning = replaced_warning(row.replaced, "UTF-8", row.first_replaced);
    }
    return document;
  }

 private:
  RecordError fail(RecordError error) {
    finished_ = true;
    return error;
  }

  [[nodiscard]] Value to_map(std::vector<Value> fields) const {
    Value map;
    map.kind = Value::Kind::map;
    for (std::size_t k = 0; k < fields.size(); ++k) {
      Value& field = fields[k];
      field.key = header_[k];
      const std::string_view text = field.text.text;
      if (text.starts_with('[') || text.starts_with('{')) {
        auto tree = read_json(field.text);
        if (auto* inner = std::get_if<Value>(&tree)) {
          field.inner = std::make_unique<Value>(std::move(*inner));
        }
      }
      map.items.push_back(std::move(field));
    }
    return map;
  }

  CsvReader rows_;
  std::vector<std::string> header_;
  bool finished_ = false;
};

}  // namespace

std::unique_ptr<RecordReader::Documents> RecordReader::Documents::open(std::istream& in,
                                                                       RecordSyntax syntax) {
  switch (syntax) {
    case RecordSyntax::jsonl:
      return std::make_unique<Lines>(in);
    case RecordSyntax::csv:
      return std::make_unique<Rows>(in);
    case RecordSyntax::json:
    case RecordSyntax::yaml:
      break;
  }
  return std::make_unique<Whole>(in, syntax);
}

}  // namespace replylint
