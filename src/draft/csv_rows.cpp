#include "draft/csv_rows.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <string_view>
#include <utility>

#include "text/utf8.hpp"

namespace replylint {

namespace {

constexpr std::string_view delimiters = ",;\t";

// Quotation marks matter: within them nothing is a delimiter.
char find_delimiter(std::string_view row) {
  std::array<std::size_t, delimiters.size()> counts{};
  bool quoted = false;
  for (const char c : row) {
    if (c == '"') quoted = !quoted;
    const std::size_t which = delimiters.find(c);
    if (!quoted && which != std::string_view::npos) ++counts.at(which);
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return delimiters[static_cast<std::size_t>(most - counts.begin())];
}

// The field that begins at `at`; `at` moves behind it.
MappedText read_field(std::string_view row, char delimiter, std::size_t& at) {
  MappedText field;
  if (row.substr(at, 1) != "\"") {
    const std::size_t end = std::min(row.find(delimiter, at), row.size());
    field.append_copy(row.substr(at, end - at), at);
    at = end;
    return field;
  }
  for (++at; at < row.size();) {
    const std::size_t end = std::min(row.find('"', at), row.size());
    field.append_copy(row.substr(at, end - at), at);
    at = end;
    if (row.substr(at, 2) != "\"\"") break;
    field.append_atom("\"", {at, at + 2});
    at += 2;
  }
  at = std::min(at + 1, row.size());
  // What follows the closing mark belongs to no text; it is kept as it stands.
  const std::size_t end = std::min(row.find(delimiter, at), row.size());
  field.append_copy(row.substr(at, end - at), at);
  at = end;
  return field;
}

}  // namespace

// Up to a line end outside of quotation marks.
bool CsvReader::read_slice(CsvRow& row) {
  row = CsvRow();
  row.slice.offset = offset_;
  row.slice.first_line = line_;
  std::streambuf& buffer = *in_.rdbuf();
  constexpr int eof = std::char_traits<char>::eof();
  const std::string_view parts = delimiters;
  bool quoted = false;
  bool field_start = true;
  std::size_t size = 0;
  std::size_t opened = 0;
  for (int next = buffer.sbumpc(); next != eof; next = buffer.sbumpc()) {
    const char c = static_cast<char>(next);
    if (size < longest_row) {
      row.slice.bytes += c;
    } else {
      row.too_long = true;
    }
    if (c == '\n') ++line_;
    if (c == '"') {
      if (!quoted && field_start) {
        quoted = true;
        opened = size;
      } else if (quoted) {
        // Of two in a row the second opens what the first has closed.
        if (buffer.sgetc() == '"') {
          buffer.sbumpc();
          if (++size < longest_row) row.slice.bytes += c;
        } else {
          quoted = false;
        }
      }
    }
    ++size;
    if (c == '\n' && !quoted) break;
    field_start =
        !quoted && (delimiter_ == '\0' ? parts.find(c) != std::string_view::npos : c == delimiter_);
    // A byte-order mark stands before the first field.
    if (offset_ == 0 && row.slice.bytes == "\xEF\xBB\xBF") field_start = true;
  }
  offset_ += size;
  if (quoted) row.unclosed = opened;
  return size > 0;
}

bool CsvReader::next(CsvRow& row) {
  do {
    if (!read_slice(row)) return false;
  } while (row.slice.bytes.find_first_not_of(" \t\r\n") == std::string::npos);
  text::Decoded decoded = text::decode_utf8(row.slice.bytes);
  row.replaced = decoded.replaced;
  row.first_replaced = decoded.first_replaced;
  const OffsetMap map = map_of(decoded);
  std::string_view text = decoded.text;
  if (!row.unclosed) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
  }
  if (delimiter_ == '\0') delimiter_ = find_delimiter(text);
  for (std::size_t at = 0;;) {
    Value value;
    value.kind = Value::Kind::text;
    value.at = map.to_source({at, at}).start;
    const bool quoted = text.substr(at, 1) == "\"";
    value.layer = {quoted ? EncodingLayer::Kind::csv_quoted : EncodingLayer::Kind::csv_plain, 0,
                   delimiter_};
    value.text = read_field(text, delimiter_, at);
    value.text.map = value.text.map.then(map);
    row.fields.push_back(std::move(value));
    if (at >= text.size()) break;
    ++at;  // over the delimiter
    if (at == text.size()) {
      Value& last = row.fields.emplace_back();
      last.kind = Value::Kind::text;
      last.at = row.slice.bytes.size();
      break;
    }
  }
  return true;
}

}  // namespace replylint
