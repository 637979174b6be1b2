// libyaml says what stands in the file and roughly where; its marks count
// characters.
#include <yaml.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "draft/value.hpp"
#include "draft/yaml_scalar.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

using Style = EncodingLayer::Kind;

struct DeleteParser {
  void operator()(yaml_parser_t* parser) const {
    yaml_parser_delete(parser);
    delete parser;
  }
};
struct DeleteEvent {
  void operator()(yaml_event_t* event) const {
    yaml_event_delete(event);
    delete event;
  }
};
using Event = std::unique_ptr<yaml_event_t, DeleteEvent>;

Style style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return Style::yaml_single;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return Style::yaml_double;
    case YAML_LITERAL_SCALAR_STYLE:
      return Style::yaml_literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return Style::yaml_folded;
    default:
      return Style::yaml_plain;
  }
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// Marks as bytes: they come nearly in order, so that few characters are walked
// over twice.
class Marks {
 public:
  explicit Marks(std::string_view text) : text_(text) {}

  std::size_t byte(const yaml_mark_t& mark) {
    while (count_ > mark.index) {
      do --at_;
      while (is_continuation(text_[at_]));
      --count_;
    }
    while (count_ < mark.index && at_ < text_.size()) {
      at_ += text::code_point_at(text_, at_).length;
      ++count_;
    }
    return at_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

class YamlBuilder {
 public:
  explicit YamlBuilder(const MappedText& source)
      : source_(source), text_(source.text), marks_(source.text), parser_(new yaml_parser_t{}) {
    yaml_parser_initialize(parser_.get());
    yaml_parser_set_encoding(parser_.get(), YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        parser_.get(), reinterpret_cast<const unsigned char*>(text_.data()), text_.size());
  }

  std::variant<Value, SyntaxError> read() {
    documents_.kind = Value::Kind::list;
    open_.push_back({&documents_, false, {}});
    while (!error_ && !finished_) step();
    if (error_) return *std::move(error_);
    if (documents_.items.size() == 1) return std::move(documents_.items.front());
    return std::move(documents_);
  }

 private:
  // A list or map that is being read; in a map, a key that waits for its value.
  struct Open {
    Value* value = nullptr;
    bool has_key = false;
    std::string key;
  };

  void fail(std::size_t at, std::string message) {
    error_ = SyntaxError{source_.map.to_source({at, at}).start, std::move(message)};
  }

  void step() {
    Event event(new yaml_event_t{});
    if (yaml_parser_parse(parser_.get(), event.get()) == 0) {
      const bool undecoded = parser_->error == YAML_READER_ERROR;
      const std::size_t at = undecoded ? std::min(parser_->problem_offset, text_.size())
                                       : marks_.byte(parser_->problem_mark);
      fail(at, std::string("not valid YAML: ") +
                   (parser_->problem == nullptr ? "it cannot be read" : parser_->problem));
      return;
    }
    const std::size_t at = marks_.byte(event->start_mark);
    switch (event->type) {
      case YAML_STREAM_END_EVENT:
        finished_ = true;
        break;
      case YAML_SCALAR_EVENT:
        read_scalar(*event, at);
        break;
      case YAML_ALIAS_EVENT:
        add(Value::Kind::alias, at);
        break;
      case YAML_SEQUENCE_START_EVENT:
        open(Value::Kind::list, at);
        break;
      case YAML_MAPPING_START_EVENT:
        open(Value::Kind::map, at);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        open_.pop_back();
        break;
      default:
        break;
    }
  }

  // Nothing for the key of a map, and beyond a limit.
  Value* add(Value::Kind kind, std::size_t at) {
    if (++count_ > most_values) {
      fail(at, "more than " + std::to_string(most_values) + " values in one file");
      return nullptr;
    }
    Open& parent = open_.back();
    if (parent.value->kind == Value::Kind::map && !parent.has_key) {
      parent.has_key = true;
      parent.key.clear();
      return nullptr;
    }
    Value value;
    value.kind = kind;
    value.at = source_.map.to_source({at, at}).start;
    value.key = std::exchange(parent.key, {});
    parent.has_key = false;
    parent.value->items.push_back(std::move(value));
    return &parent.value->items.back();
  }

  void open(Value::Kind kind, std::size_t at) {
    if (open_.size() > deepest_value) {
      fail(at, "nested deeper than " + std::to_string(deepest_value) + " levels");
      return;
    }
    Value* value = add(kind, at);
    if (error_) return;
    if (value == nullptr) {
      fail(at, "a key must be a plain text");
      return;
    }
    // Stays where it is: nothing is added beside it before it is closed.
    open_.push_back({value, false, {}});
  }

  void read_scalar(const yaml_event_t& event, std::size_t at) {
    const auto& scalar = event.data.scalar;
    std::string decoded(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const Style style = style_of(scalar.style);
    const bool empty = decoded.empty() || decoded == "~" || decoded == "null" ||
                       decoded == "Null" || decoded == "NULL";
    const bool null = style == Style::yaml_plain && empty;
    Value* value = add(null ? Value::Kind::null : Value::Kind::text, at);
    if (value == nullptr) {
      open_.back().key = std::move(decoded);
      return;
    }
    if (null) return;
    const Span span{behind_properties(event, at), marks_.byte(event.end_mark)};
    value->layer.kind = style;
    if (style == Style::yaml_literal || style == Style::yaml_folded) {
      value->layer.indent = block_indent(text_, span);
    }
    value->text.map = map_yaml_scalar(decoded, text_, span, style).then(source_.map);
    value->text.text = std::move(decoded);
  }

  // A node begins with its anchor and tag.
  std::size_t behind_properties(const yaml_event_t& event, std::size_t at) const {
    int properties =
        (event.data.scalar.anchor != nullptr ? 1 : 0) + (event.data.scalar.tag != nullptr ? 1 : 0);
    for (; properties > 0; --properties) {
      at = std::min(text_.find_first_of(" \t\r\n", at), text_.size());
      at = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
    }
    return at;
  }

  const MappedText& source_;
  std::string_view text_;
  Marks marks_;
  std::unique_ptr<yaml_parser_t, DeleteParser> parser_;
  Value documents_;
  std::vector<Open> open_;
  std::size_t count_ = 0;
  bool finished_ = false;
  std::optional<SyntaxError> error_;
};

}  // namespace

std::variant<Value, SyntaxError> read_yaml(const MappedText& source) {
  return YamlBuilder(source).read();
}

}  // namespace replylint
