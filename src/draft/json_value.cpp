// The library says what comes next; a cursor that walks over the same bytes
// says where.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "draft/value.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

using Json = nlohmann::json;

class Builder : public nlohmann::json_sax<Json> {
 public:
  explicit Builder(const MappedText& source) : source_(source), text_(source.text) {}

  [[nodiscard]] std::variant<Value, SyntaxError> take() {
    if (error_) return *std::move(error_);
    return std::move(root_);
  }

  bool null() override { return add_literal(Value::Kind::null); }
  bool boolean(bool /*val*/) override { return add_literal(Value::Kind::literal); }
  bool number_integer(std::int64_t /*val*/) override { return add_literal(Value::Kind::literal); }
  bool number_unsigned(std::uint64_t /*val*/) override { return add_literal(Value::Kind::literal); }
  bool number_float(double /*val*/, const std::string& /*s*/) override {
    return add_literal(Value::Kind::literal);
  }
  bool binary(Json::binary_t& /*val*/) override { return false; }

  bool string(std::string& decoded) override {
    skip_to_token();
    Value* value = add(Value::Kind::text);
    if (value == nullptr) return false;
    value->text = walk_string(std::move(decoded));
    value->text.map = value->text.map.then(source_.map);
    value->layer = {EncodingLayer::Kind::json_string};
    return true;
  }

  bool key(std::string& decoded) override {
    skip_to_token();
    key_ = walk_string(std::move(decoded)).text;
    return true;
  }

  bool start_object(std::size_t /*elements*/) override { return open(Value::Kind::map); }
  bool start_array(std::size_t /*elements*/) override { return open(Value::Kind::list); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& problem) override {
    // "[json.exception.…] parse error at line 1, column 2: syntax error while
    // parsing value - unexpected …; last read: '…'": what was read is the
    // file's, and may be long.
    std::string message = problem.what();
    const std::size_t begin = message.find("syntax error ");
    if (begin != std::string::npos) message.erase(0, begin + 13);
    message.resize(std::min(message.find("; last read"), message.size()));
    const std::size_t at = std::min(position == 0 ? 0 : position - 1, text_.size());
    error_ = SyntaxError{source_.map.to_source({at, at}).start, "not valid JSON: " + message};
    return false;
  }

 private:
  // To the beginning of the next token, over what can stand between two.
  void skip_to_token() { at_ = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size()); }

  [[nodiscard]] std::size_t place() const { return source_.map.to_source({at_, at_}).start; }

  bool refuse(std::string message) {
    error_ = SyntaxError{place(), std::move(message)};
    return false;
  }

  // The cursor stands on the value's token.
  Value* add(Value::Kind kind) {
    if (++count_ > most_values) {
      refuse("more than " + std::to_string(most_values) + " values in one file");
      return nullptr;
    }
    Value value;
    value.kind = kind;
    value.at = place();
    value.key = std::exchange(key_, {});
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    open_.back()->items.push_back(std::move(value));
    return &open_.back()->items.back();
  }

  bool open(Value::Kind kind) {
    skip_to_token();
    if (open_.size() == deepest_value) {
      return refuse("nested deeper than " + std::to_string(deepest_value) + " levels");
    }
    Value* value = add(kind);
    ++at_;
    // Stays where it is: nothing is added beside it before it is closed.
    open_.push_back(value);
    return value != nullptr;
  }

  bool close() {
    skip_to_token();
    ++at_;
    open_.pop_back();
    return true;
  }

  bool add_literal(Value::Kind kind) {
    skip_to_token();
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n,]}", at_), text_.size());
    Value* value = add(kind);
    if (value == nullptr) return false;
    if (kind == Value::Kind::literal) {
      value->text.append_copy(text_.substr(at_, end - at_), at_);
      value->text.map = value->text.map.then(source_.map);
    }
    at_ = end;
    return true;
  }

  // Over the string that begins at the cursor. `decoded` is its value: an
  // escape has as many bytes of it as the character that stands there.
  MappedText walk_string(std::string decoded) {
    MappedText out;
    std::size_t made = 0;
    ++at_;
    while (text_[at_] != '"') {
      if (text_[at_] != '\\') {
        const std::size_t size = text_.find_first_of("\"\\", at_) - at_;
        out.map.append(size, {at_, at_ + size}, OffsetMap::Kind::copy);
        made += size;
        at_ += size;
        continue;
      }
      const std::size_t character = text::code_point_at(decoded, made).length;
      constexpr std::size_t beyond_two_units = 4;  // a surrogate pair's bytes in UTF-8
      std::size_t size = 2;
      if (text_[at_ + 1] == 'u') size = character == beyond_two_units ? 12 : 6;
      out.map.append(character, {at_, at_ + size}, OffsetMap::Kind::atom);
      made += character;
      at_ += size;
    }
    ++at_;
    out.text = std::move(decoded);
    return out;
  }

  const MappedText& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  std::string key_;
  Value root_;
  std::vector<Value*> open_;
  std::optional<SyntaxError> error_;
};

}  // namespace

std::variant<Value, SyntaxError> read_json(const MappedText& source) {
  Builder builder(source);
  const bool whole = Json::sax_parse(source.text.begin(), source.text.end(), &builder);
  static_cast<void>(whole);  // the builder knows
  return builder.take();
}

}  // namespace replylint
