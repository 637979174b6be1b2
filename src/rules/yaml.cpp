#include "rules/yaml.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "text/utf8.hpp"

namespace replylint::rules {

namespace {

constexpr std::size_t deepest = 32;

// The text of a line, 1-based.
std::string line_of(std::string_view text, std::size_t line) {
  std::size_t start = 0;
  for (std::size_t n = 1; n < line; ++n) {
    const std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) return {};
    start = end + 1;
  }
  const std::size_t end = std::min(text.find('\n', start), text.size());
  std::string found(text.substr(start, end - start));
  if (!found.empty() && found.back() == '\r') found.pop_back();
  return found;
}

struct DeleteEvent {
  void operator()(yaml_event_t* event) const {
    yaml_event_delete(event);
    delete event;
  }
};
using Event = std::unique_ptr<yaml_event_t, DeleteEvent>;

class YamlReader {
 public:
  YamlReader(std::string_view text, const std::string& file, Problems& problems)
      : text_(text), file_(file), problems_(problems) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~YamlReader() { yaml_parser_delete(&parser_); }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;

  YamlNode read() {
    YamlNode root{YamlMap{}, 1, 1, 1};
    try {
      next();  // stream start
      Event event = next();
      if (event->type == YAML_STREAM_END_EVENT) return root;
      YamlNode found = read_node(next(), 0);
      next();  // document end
      event = next();
      if (event->type != YAML_STREAM_END_EVENT) {
        complain(event->start_mark, 1, "one file holds one document; remove the second “---”");
      }
      return found;
    } catch (const Stop&) {
      return root;
    }
  }

 private:
  struct Stop {};

  void complain(const yaml_mark_t& mark, std::size_t length, std::string message) {
    problems_.push_back({file_, mark.line + 1, mark.column + 1, length, std::move(message),
                         line_of(text_, mark.line + 1)});
  }

  Event next() {
    Event event(new yaml_event_t{});
    if (yaml_parser_parse(&parser_, event.get()) != 0) return event;
    const std::string reason = parser_.problem == nullptr ? "not valid YAML" : parser_.problem;
    const yaml_mark_t mark =
        parser_.error == YAML_READER_ERROR ? mark_at(parser_.problem_offset) : parser_.problem_mark;
    complain(mark, 1, explain_syntax(reason, mark));
    throw Stop{};
  }

  // The library gives no mark for a character that may not stand in YAML.
  [[nodiscard]] yaml_mark_t mark_at(std::size_t byte) const {
    const std::string_view before = text_.substr(0, byte);
    const std::size_t line_start = before.rfind('\n') + 1;  // 0 when there is none
    return {byte, static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
            text::count_code_points(before.substr(line_start))};
  }

  // A pattern that YAML takes for something else is the usual cause.
  std::string explain_syntax(const std::string& reason, const yaml_mark_t& mark) const {
    std::string line = line_of(text_, mark.line + 1);
    const std::size_t begin = line.find_first_not_of(" -");
    constexpr std::string_view special = "@[*!<?`%&|>{,";
    if (begin != std::string::npos && special.find(line[begin]) != std::string_view::npos) {
      return fmt::format(
          "YAML reads “{}” at the start as its own sign; put the pattern in quotes ({})",
          line[begin], reason);
    }
    return fmt::format("not valid YAML: {}", reason);
  }

  static std::string text_of(const yaml_event_t& event) {
    return {reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length};
  }

  YamlNode read_node(Event event, std::size_t depth) {
    if (depth > deepest) {
      complain(event->start_mark, 1, fmt::format("nested deeper than {} levels", deepest));
      throw Stop{};
    }
    YamlNode node;
    node.line = event->start_mark.line + 1;
    node.column = event->start_mark.column + 1;
    switch (event->type) {
      case YAML_SCALAR_EVENT:
        read_scalar(*event, node);
        return node;
      case YAML_SEQUENCE_START_EVENT: {
        refuse_properties(*event, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
        YamlList list;
        for (Event item = next(); item->type != YAML_SEQUENCE_END_EVENT; item = next()) {
          list.push_back(read_node(std::move(item), depth + 1));
        }
        node.value = std::move(list);
        return node;
      }
      case YAML_MAPPING_START_EVENT: {
        refuse_properties(*event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
        node.value = read_map(depth);
        return node;
      }
      case YAML_ALIAS_EVENT:
        complain(event->start_mark, 1,
                 "YAML reads “*” at the start as an alias; put the pattern in quotes");
        node.value = YamlScalar{};
        return node;
      default:
        throw Stop{};
    }
  }

  YamlMap read_map(std::size_t depth) {
    YamlMap map;
    for (Event key = next(); key->type != YAML_MAPPING_END_EVENT; key = next()) {
      YamlNode name = read_node(std::move(key), depth + 1);
      YamlNode value = read_node(next(), depth + 1);
      if (name.scalar() == nullptr) {
        problems_.push_back(problem_at(text_, file_, name, "a key must be a plain text"));
        continue;
      }
      const auto same = std::find_if(map.begin(), map.end(), [&](const YamlEntry& entry) {
        return entry.key.scalar()->text == name.scalar()->text;
      });
      if (same == map.end()) {
        map.push_back({std::move(name), std::move(value)});
      } else {
        problems_.push_back(
            problem_at(text_, file_, name,
                       fmt::format("the key “{}” stands twice; it is already in line {}",
                                   name.scalar()->text, same->key.line)));
      }
    }
    return map;
  }

  void refuse_properties(const yaml_event_t& event, const unsigned char* anchor,
                         const unsigned char* tag) {
    if (anchor != nullptr) complain(event.start_mark, 1, "anchors (&) are not used in these files");
    if (tag != nullptr) {
      complain(event.start_mark, 1,
               "YAML reads “!” at the start as a tag; put the pattern in quotes");
    }
  }

  void read_scalar(const yaml_event_t& event, YamlNode& node) {
    const auto& scalar = event.data.scalar;
    refuse_properties(event, scalar.anchor, scalar.tag);
    YamlScalar value;
    value.text = text_of(event);
    value.quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE;
    const bool in_quotes = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                           scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (in_quotes) ++node.column;
    const bool one_line = event.start_mark.line == event.end_mark.line;
    const std::size_t points = text::count_code_points(value.text);
    const std::size_t extent = one_line ? event.end_mark.column - event.start_mark.column : 0;
    value.linear = one_line && extent == points + (in_quotes ? 2 : 0);
    node.length = std::max<std::size_t>(1, one_line ? extent - (in_quotes ? 2 : 0) : 1);
    node.value = std::move(value);
  }

  std::string_view text_;
  const std::string& file_;
  Problems& problems_;
  yaml_parser_t parser_{};
};

}  // namespace

YamlNode parse_yaml(std::string_view text, const std::string& file, Problems& problems) {
  const text::Decoded decoded = text::decode_utf8(text);
  if (decoded.replaced > 0) {
    problems.push_back({file, 0, 0, 1, "is not UTF-8 text", {}});
    return {YamlMap{}, 1, 1, 1};
  }
  return YamlReader(decoded.text, file, problems).read();
}

Problem problem_at(std::string_view text, const std::string& file, const YamlNode& node,
                   std::string message) {
  return {file, node.line, node.column, node.length, std::move(message), line_of(text, node.line)};
}

}  // namespace replylint::rules
