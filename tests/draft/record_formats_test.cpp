// Every file below tests/draft/formats: each visible byte of each record leads
// back, through all layers, to bytes of the file that decode to it. The
// decoders here are the parsers themselves, on the slice alone.
#include <yaml.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "draft/entities.hpp"
#include "draft/records.hpp"

namespace replylint {
namespace {

namespace fs = std::filesystem;
using Kind = EncodingLayer::Kind;

std::string replace_all(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

// A document that is one scalar, or nothing.
std::string yaml_scalar(const std::string& document) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(document.data()),
                               document.size());
  std::string text;
  for (bool more = true; more;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) == 0) break;
    more = event.type != YAML_STREAM_END_EVENT;
    if (event.type == YAML_SCALAR_EVENT) {
      text.assign(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length);
    }
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return text;
}

// White space over line ends, as YAML folds it.
std::string folded(const std::string& slice) {
  const auto breaks = static_cast<std::size_t>(std::count(slice.begin(), slice.end(), '\n'));
  const bool blank = slice.find_first_not_of(" \t\r\n") == std::string::npos;
  if (!blank || breaks == 0) return slice;
  return breaks == 1 ? " " : std::string(breaks - 1, '\n');
}

std::vector<std::string> decoded(const std::string& slice, const EncodingLayer& layer) {
  switch (layer.kind) {
    case Kind::csv_quoted:
      return {replace_all(slice, "\"\"", "\"")};
    case Kind::csv_plain:
      return {slice};
    case Kind::json_string: {
      const auto json = nlohmann::json::parse('"' + slice + '"', nullptr, false);
      return {json.is_string() ? json.get<std::string>() : "not JSON"};
    }
    case Kind::yaml_double:
      return {yaml_scalar('"' + slice + '"')};
    case Kind::yaml_single:
      return {yaml_scalar('\'' + slice + '\'')};
    case Kind::yaml_plain:
      return {folded(slice)};
    case Kind::yaml_literal:
      return {slice};
    case Kind::yaml_folded:
      return {slice, folded(slice)};
    case Kind::html: {
      std::vector<std::string> all{slice};
      if (const auto entity = decode_entity(slice)) all.push_back(*entity);
      if (slice.starts_with("<br")) all.emplace_back("\n");
      if (slice.find_first_not_of(" \t\r\n") == std::string::npos) all.emplace_back(" ");
      return all;
    }
  }
  return {};
}

// What a slice of the file may mean, the outermost layer decoded first.
std::vector<std::string> readings(const std::string& slice, const RawRecord& record) {
  std::vector<std::string> all{slice};
  for (auto layer = record.encoding.rbegin(); layer != record.encoding.rend(); ++layer) {
    std::vector<std::string> next;
    for (const std::string& text : all) {
      for (std::string& reading : decoded(text, *layer)) next.push_back(std::move(reading));
    }
    all = std::move(next);
  }
  // Readers of drafts make every line end "\n", and Markdown has entities too.
  for (std::string& text : all) {
    if (text == "\r\n") text = "\n";
    if (const auto entity = decode_entity(text); entity && record.format == Format::markdown) {
      text = *entity;
    }
  }
  return all;
}

void check_every_byte(const RawRecord& record) {
  const Draft draft = read_draft(record.text, record.format);
  const OffsetMap map = draft.source_map.then(record.map);
  INFO(draft.text);
  REQUIRE(map.text_size() == draft.text.size());
  std::size_t last = 0;
  for (std::size_t k = 0; k < draft.text.size(); ++k) {
    const Span span = map.to_source({k, k + 1});
    INFO("byte " << k << " '" << draft.text[k] << "'");
    REQUIRE(span.end <= record.slice->bytes.size());
    if (span.empty()) {  // made up by the reader
      CHECK(std::isalpha(static_cast<unsigned char>(draft.text[k])) == 0);
      continue;
    }
    CHECK(last <= span.start);
    last = span.start;
    const std::string slice = record.slice->bytes.substr(span.start, span.size());
    bool found = false;
    for (const std::string& reading : readings(slice, record)) {
      found = found || reading.find(draft.text[k]) != std::string::npos;
    }
    INFO("from '" << slice << "'");
    CHECK(found);
  }
}

NamedFields fields(std::string_view text) {
  return {*FieldPath::parse(text), std::nullopt, std::nullopt};
}

RecordQuery query_for(const fs::path& file) {
  const std::string folder = file.parent_path().filename();
  if (folder == "json") return fields("tickets[].thread.answer");
  if (folder == "csv" || folder == "jsonl") return fields("reply");
  if (folder == "yaml") return fields("[]");
  return OfProduct{};
}

}  // namespace

namespace {

struct Sample {
  fs::path path;
  RecordSyntax syntax = RecordSyntax::json;
};

std::vector<Sample> samples() {
  std::vector<Sample> found;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(REPLYLINT_SOURCE_DIR) / "tests/draft/formats")) {
    const auto syntax = record_syntax_of(entry.path().string());
    if (entry.is_regular_file() && syntax) found.push_back({entry.path(), *syntax});
  }
  REQUIRE(found.size() > 15);
  return found;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// Nothing else than notes may be said of the samples.
std::vector<RawRecord> read_records(const std::string& bytes, const Sample& sample) {
  std::istringstream in(bytes);
  RecordReader reader(in, sample.syntax, query_for(sample.path));
  std::vector<RawRecord> records;
  while (auto item = reader.next()) {
    if (const auto* error = std::get_if<RecordError>(&*item)) {
      INFO(error->message);
      CHECK(error->reach == RecordError::Reach::note);
    } else {
      records.push_back(std::get<RawRecord>(std::move(*item)));
    }
  }
  return records;
}

std::string visible(const RawRecord& record) { return read_draft(record.text, record.format).text; }

// Words that stand in the file as they are, outside of placeholders; as spans
// of the text.
std::vector<Span> plain_words(const Draft& draft, const OffsetMap& map, const std::string& bytes) {
  const std::string& text = draft.text;
  const auto is_token = [&draft](Span word) {
    return std::any_of(draft.zones.begin(), draft.zones.end(), [word](const Zone& zone) {
      return zone.kind == ZoneKind::placeholder && zone.span.contains(word);
    });
  };
  std::vector<Span> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0) ++end;
    const Span source = map.to_source({at, end});
    if (end > at + 2 && bytes.substr(source.start, source.size()) == text.substr(at, end - at) &&
        !is_token({at, end})) {
      words.push_back({at, end});
    }
    at = end + 1;
  }
  return words;
}

}  // namespace

TEST_CASE("every visible byte of every record decodes from its place in the file") {
  for (const Sample& sample : samples()) {
    INFO(sample.path.string());
    const auto records = read_records(bytes_of(sample.path), sample);
    CHECK_FALSE(records.empty());
    for (const RawRecord& record : records) check_every_byte(record);
  }
}

TEST_CASE("the records of a product are templates of that product") {
  for (const Sample& sample : samples()) {
    const std::string folder = sample.path.parent_path().filename();
    const helpdesk::Product* product = helpdesk::find_product(folder);
    // Nothing tells a name and a body below "replies" from those of other tools.
    if (product == nullptr || folder == "github") continue;
    INFO(sample.path.string());
    for (const RawRecord& record : read_records(bytes_of(sample.path), sample)) {
      CHECK((record.product == product || record.text.find(product->sign) == std::string::npos));
      CHECK(record.is_template);
      CHECK_FALSE(record.id.empty());
    }
  }
}

TEST_CASE("what is written through the layers of a record is read back") {
  std::size_t written = 0;
  for (const Sample& sample : samples()) {
    INFO(sample.path.string());
    const std::string bytes = bytes_of(sample.path);
    const auto records = read_records(bytes, sample);
    for (std::size_t r = 0; r < records.size(); ++r) {
      const RawRecord& record = records[r];
      const Draft draft = read_draft(record.text, record.format);
      const OffsetMap map = draft.source_map.then(record.map);
      for (const Span word : plain_words(draft, map, record.slice->bytes)) {
        // Markdown has no layer of its own: its marks are the fixer's matter.
        for (const std::string by : {"it's", "caf\u00e9 \"x\" & <y> \\ z"}) {
          const auto encoded = encode(by, record.encoding);
          if (!encoded || (record.format == Format::markdown && by != "it's")) continue;
          const Span source = map.to_source(word);
          std::string changed = bytes;
          changed.replace(record.slice->offset + source.start, source.size(), *encoded);
          std::string wanted = draft.text;
          wanted.replace(word.start, word.size(), by);
          INFO(*encoded);
          const auto again = read_records(changed, sample);
          REQUIRE(again.size() == records.size());
          for (std::size_t k = 0; k < again.size(); ++k) {
            CHECK(visible(again[k]) == (k == r ? wanted : visible(records[k])));
          }
          ++written;
        }
      }
    }
  }
  CHECK(written > 200);
}

TEST_CASE("damaged files are read or refused, and places stay in the file") {
  std::mt19937 random(11);
  const std::string signs = "\"'[]{}:,|>-&*#\\\n\r\t \xC3\xFFu0;%!";
  std::size_t read = 0;
  std::size_t refused = 0;
  for (const Sample& sample : samples()) {
    INFO(sample.path.string());
    const std::string bytes = bytes_of(sample.path);
    for (int round = 0; round < 300; ++round) {
      std::string damaged = bytes;
      for (auto count = 1 + random() % 3; count > 0; --count) {
        const std::size_t at = random() % damaged.size();
        switch (random() % 3) {
          case 0:
            damaged.erase(at, 1 + random() % 8);
            break;
          case 1:
            damaged.insert(at, 1, signs[random() % signs.size()]);
            break;
          default:
            damaged[at] = signs[random() % signs.size()];
        }
        if (damaged.empty()) damaged = " ";
      }
      INFO(damaged);
      std::istringstream in(damaged);
      RecordReader reader(in, sample.syntax, query_for(sample.path));
      while (auto item = reader.next()) {
        if (const auto* error = std::get_if<RecordError>(&*item)) {
          REQUIRE(error->at <= error->slice->bytes.size());
          REQUIRE_FALSE(error->message.empty());
          ++refused;
          continue;
        }
        const auto& record = std::get<RawRecord>(*item);
        REQUIRE(record.map.text_size() == record.text.size());
        REQUIRE(record.at <= record.slice->bytes.size());
        for (const OffsetMap::Piece& piece : record.map.pieces()) {
          REQUIRE(piece.source + piece.source_size <= record.slice->bytes.size());
        }
        ++read;
      }
    }
  }
  CHECK(read > 1000);
  CHECK(refused > 1000);
}

}  // namespace replylint
