#include "draft/jsonl.hpp"

#include <simdjson.h>

#include <istream>
#include <string_view>
#include <utility>

namespace replylint {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// The value at a key, or at a path of keys joined by dots.
std::optional<element> look_up(object record, std::string_view path) {
  element value;
  if (record[path].get(value) == simdjson::SUCCESS) return value;
  const std::size_t dot = path.find('.');
  object inner;
  if (dot == std::string_view::npos ||
      record[path.substr(0, dot)].get(inner) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  return look_up(inner, path.substr(dot + 1));
}

// A string as it is, a number as it is written; nothing for anything else.
std::optional<std::string> as_text(element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (value.is_number()) return simdjson::minify(value);
  return std::nullopt;
}

}  // namespace

struct JsonlReader::Parser {
  simdjson::dom::parser json;
};

JsonlReader::JsonlReader(std::istream& in, RecordFields fields)
    : in_(in), fields_(std::move(fields)), parser_(std::make_unique<Parser>()) {}

JsonlReader::~JsonlReader() = default;

bool JsonlReader::read_line(std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  std::streambuf& buffer = *in_.rdbuf();
  int c = buffer.sbumpc();
  if (c == std::char_traits<char>::eof()) return false;
  for (; c != std::char_traits<char>::eof() && c != '\n'; c = buffer.sbumpc()) {
    if (line.size() < longest_line) {
      line += static_cast<char>(c);
    } else {
      too_long = true;
    }
  }
  return true;
}

bool JsonlReader::next(std::optional<RawRecord>& record, std::optional<RecordError>& error) {
  record.reset();
  error.reset();
  std::string line;
  bool too_long = false;
  do {
    if (!read_line(line, too_long)) return false;
    ++line_;
  } while (line.find_first_not_of(" \t\r") == std::string::npos);
  const auto refuse = [&](std::string message) {
    error = RecordError{line_, std::move(message)};
    return true;
  };
  if (too_long) return refuse("the line is longer than 64 MiB");
  element root;
  object fields;
  if (const auto code = parser_->json.parse(line).get(root); code != simdjson::SUCCESS) {
    return refuse(std::string("not valid JSON: ") + simdjson::error_message(code));
  }
  if (root.get(fields) != simdjson::SUCCESS) return refuse("not a JSON object");
  const auto text = look_up(fields, fields_.text);
  if (!text)
    return refuse("no field “" + fields_.text + "”; name the one with the reply by --text-field");
  RawRecord found;
  found.line = line_;
  if (!text->is_null()) {
    auto value = as_text(*text);
    if (!value) return refuse("the field “" + fields_.text + "” is not a text");
    found.text = std::move(*value);
  }
  if (!fields_.context.empty()) {
    if (const auto context = look_up(fields, fields_.context)) found.context = as_text(*context);
  }
  found.id = std::to_string(line_);
  if (!fields_.id.empty()) {
    const auto id = look_up(fields, fields_.id);
    auto value = id ? as_text(*id) : std::nullopt;
    if (!value) return refuse("no field “" + fields_.id + "”, named by --id-field");
    found.id = std::move(*value);
  }
  record = std::move(found);
  return true;
}

}  // namespace replylint
