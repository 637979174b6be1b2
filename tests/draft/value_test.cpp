// Texts written by the libraries' own writers, in every style, read back: the
// tree has the text, and each of its bytes stands where the map says.
#include "draft/value.hpp"

#include <yaml.h>

#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "draft/csv_rows.hpp"

namespace replylint {
namespace {

class Texts {
 public:
  std::string next() {
    static const std::vector<std::string> parts{
        "you",    "should", "have", "read", "caf\u00e9", "\u2019", "\U0001F642", "it's",
        "\"so\"", "\\",     "# no", "a: b", "- x",       ",",      "{{name}}",   "'",
        " ",      "  ",     "\n",   "\n\n", "\n  ",      "\t",     "end.",       "&",
        "%{x}",   "|",      ">",    "!",    "~",         "\u00a0"};
    std::string text;
    const int count = 1 + static_cast<int>(random_() % 24);
    for (int k = 0; k < count; ++k) {
      text += parts[random_() % parts.size()];
      if (random_() % 2 == 0) text += ' ';
    }
    return text;
  }

 private:
  std::mt19937 random_{7};
};

MappedText whole(const std::string& bytes) { return {bytes, OffsetMap::identity(bytes.size())}; }

// What is not white space stands for itself, or is escaped; white space is
// white space, or escaped.
void check_places(const Value& value, const std::string& bytes, const std::string& doubled) {
  const std::string& text = value.text.text;
  REQUIRE(value.text.map.text_size() == text.size());
  std::size_t last = 0;
  for (std::size_t k = 0; k < text.size(); ++k) {
    const Span span = value.text.map.to_source({k, k + 1});
    const std::string slice = bytes.substr(span.start, span.size());
    INFO("byte " << k << " of '" << text << "' from '" << slice << "'");
    const bool space = text[k] == ' ' || text[k] == '\n' || text[k] == '\t';
    const bool all_space = slice.find_first_not_of(" \n\t") == std::string::npos;
    const bool itself = slice == std::string(1, text[k]);
    const bool escaped = slice.size() > 1 && (slice[0] == '\\' || slice == doubled);
    CHECK_FALSE(slice.empty());
    CHECK((itself || escaped || (space && all_space)));
    CHECK(last <= span.start);
    last = span.start;
  }
}

std::string written_as_yaml(const std::string& text, yaml_scalar_style_t style, int width,
                            int indent) {
  std::string out;
  yaml_emitter_t emitter;
  yaml_emitter_initialize(&emitter);
  yaml_emitter_set_output(
      &emitter,
      [](void* to, unsigned char* bytes, std::size_t size) {
        static_cast<std::string*>(to)->append(reinterpret_cast<char*>(bytes), size);
        return 1;
      },
      &out);
  yaml_emitter_set_width(&emitter, width);
  yaml_emitter_set_indent(&emitter, indent);
  yaml_emitter_set_unicode(&emitter, width % 2);
  const auto emit = [&emitter](yaml_event_t& event) {
    REQUIRE(yaml_emitter_emit(&emitter, &event));
  };
  const auto scalar = [&emit](const std::string& value, yaml_scalar_style_t wanted) {
    yaml_event_t event;
    yaml_scalar_event_initialize(&event, nullptr, nullptr,
                                 reinterpret_cast<const unsigned char*>(value.data()),
                                 static_cast<int>(value.size()), 1, 1, wanted);
    emit(event);
  };
  yaml_event_t event;
  yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
  emit(event);
  yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1);
  emit(event);
  yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_MAPPING_STYLE);
  emit(event);
  scalar("k", YAML_PLAIN_SCALAR_STYLE);
  scalar(text, style);
  scalar("after", YAML_PLAIN_SCALAR_STYLE);
  scalar("z", YAML_PLAIN_SCALAR_STYLE);
  yaml_mapping_end_event_initialize(&event);
  emit(event);
  yaml_document_end_event_initialize(&event, 1);
  emit(event);
  yaml_stream_end_event_initialize(&event);
  emit(event);
  yaml_emitter_delete(&emitter);
  return out;
}

}  // namespace

TEST_CASE("YAML as libyaml writes it, in each style") {
  Texts texts;
  std::size_t seen = 0;
  for (int round = 0; round < 400; ++round) {
    const std::string text = texts.next();
    for (const auto style :
         {YAML_PLAIN_SCALAR_STYLE, YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE,
          YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE}) {
      const std::string bytes =
          written_as_yaml(text, style, round % 3 == 0 ? -1 : 20 + round % 2, 2 + round % 5);
      INFO(bytes);
      const auto tree = read_yaml(whole(bytes));
      REQUIRE(std::holds_alternative<Value>(tree));
      const Value* value = std::get<Value>(tree).find("k");
      REQUIRE(value != nullptr);
      if (value->kind != Value::Kind::text) continue;  // "~" alone
      ++seen;
      const bool single = value->layer.kind == EncodingLayer::Kind::yaml_single;
      check_places(*value, bytes, single ? "''" : "");
    }
  }
  CHECK(seen > 1900);
}

TEST_CASE("JSON as nlohmann-json writes it, with and without escapes") {
  Texts texts;
  for (int round = 0; round < 400; ++round) {
    const std::string text = texts.next();
    const nlohmann::json json{{"a", {1, "x", -2.5e3, true, nullptr}}, {"k", text}};
    const std::string bytes = json.dump(round % 4 - 1, ' ', round % 2 == 0);
    const auto tree = read_json(whole(bytes));
    REQUIRE(std::holds_alternative<Value>(tree));
    const Value* value = std::get<Value>(tree).find("k");
    REQUIRE(value != nullptr);
    REQUIRE(value->text.text == text);
    check_places(*value, bytes, "");
    const auto& items = std::get<Value>(tree).find("a")->items;
    CHECK(items.at(2).text.text == "-2500.0");
    CHECK(bytes.substr(items.at(3).at, 4) == "true");
    CHECK(items.at(4).kind == Value::Kind::null);
  }
}

TEST_CASE("CSV with every field in quotation marks") {
  Texts texts;
  for (int round = 0; round < 400; ++round) {
    const std::string text = texts.next();
    std::string bytes = "k,z\n\"";
    for (const char c : text) bytes += c == '"' ? "\"\"" : std::string(1, c);
    bytes += round % 2 == 0 ? "\",1\n" : "\",1";
    std::istringstream in(bytes);
    CsvReader rows(in);
    CsvRow row;
    REQUIRE(rows.next(row));
    REQUIRE(rows.next(row));
    REQUIRE(row.fields.size() == 2);
    REQUIRE(row.fields[0].text.text == text);
    CHECK(row.slice.bytes == bytes.substr(row.slice.offset));
    check_places(row.fields[0], row.slice.bytes, "\"\"");
  }
}

}  // namespace replylint
