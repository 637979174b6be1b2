#include "rules/yaml.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "text/utf8.hpp"

namespace replylint::rules {

namespace {

constexpr std::size_t deepest = 32;

constexpr std::size_t longest_line = 4096;  // bytes of a source line that is shown

// Where the line after the one at `start` begins; YAML has more line ends than
// most. The size of the text for the last line.
std::size_t next_line(std::string_view text, std::size_t start) {
  for (std::size_t at = start; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at, 3);
    if (rest.starts_with("\r\n")) return at + 2;
    if (rest[0] == '\n' || rest[0] == '\r') return at + 1;
    if (rest.starts_with("\u0085")) return at + 2;
    if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) return at + 3;
  }
  return text.size();
}

std::string line_at(std::string_view text, std::size_t start) {
  const std::string_view line =
      text.substr(start, std::min(text.find_first_of("\r\n", start), text.size()) - start);
  return line.size() > longest_line ? std::string() : std::string(line);
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
  // `mark_size`: bytes of a byte-order mark that stood before `text`.
  YamlReader(std::string_view text, std::size_t mark_size, const std::string& file,
             Problems& problems)
      : text_(text),
        mark_size_(mark_size),
        file_(file),
        problems_(problems),
        before_(problems.size()) {
    for (std::size_t at = 0; at < text.size(); at = next_line(text, at)) line_starts_.push_back(at);
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~YamlReader() { yaml_parser_delete(&parser_); }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;

  YamlNode read() {
    YamlNode root{YamlMap{}, 1, 1, 1, mark_size_};
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

  // Byte of the text where a line begins, 0-based.
  [[nodiscard]] std::size_t line_start(std::size_t line) const {
    return line < line_starts_.size() ? line_starts_[line] : text_.size();
  }

  void complain(const yaml_mark_t& mark, std::size_t length, std::string message) {
    problems_.push_back({file_, mark.line + 1, mark.column + 1, length, std::move(message),
                         line_at(text_, line_start(mark.line))});
    if (problems_.size() - before_ < most_problems) return;
    problems_.push_back(too_many(file_));
    throw Stop{};
  }

  Event next() {
    Event event(new yaml_event_t{});
    if (yaml_parser_parse(&parser_, event.get()) != 0) return event;
    std::string reason = parser_.problem == nullptr ? "not valid YAML" : parser_.problem;
    const yaml_mark_t mark =
        parser_.error == YAML_READER_ERROR ? mark_at(parser_.problem_offset) : parser_.problem_mark;
    const std::string_view context = parser_.context == nullptr ? "" : parser_.context;
    const yaml_mark_t& opening = parser_.context_mark;
    if (context == "while scanning a quoted scalar" && reason.starts_with("found unexpected")) {
      complain(opening, 1, "this quote is never closed");
    } else {
      if (context.find("flow") != std::string_view::npos && opening.line != mark.line) {
        reason += fmt::format("; opened in line {}", opening.line + 1);
      }
      complain(mark, 1, explain_syntax(reason, mark));
    }
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
  [[nodiscard]] std::string explain_syntax(const std::string& reason,
                                           const yaml_mark_t& mark) const {
    const std::string line = line_at(text_, line_start(mark.line));
    const std::size_t begin = std::min(line.find_first_not_of(" -"), line.size());
    const std::string_view first = std::string_view(line).substr(begin, 1);
    constexpr std::string_view signs = "@[]*!<?`%&|>{},";
    if (!first.empty() && signs.find(first) != std::string_view::npos) {
      return fmt::format(
          "YAML reads “{}” at the start as its own sign; put the pattern in quotes ({})", first,
          reason);
    }
    if (reason.starts_with("mapping values are not allowed")) {
      return fmt::format("a text that has “: ” in it is put in quotes ({})", reason);
    }
    if ((first == "\"" || first == "'") && mark.column > begin) {
      return fmt::format("only a part stands in quotes; put all of it in quotes ({})", reason);
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
    node.line_start = mark_size_ + line_start(event->start_mark.line);
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
        node.value = YamlScalar{{}, false, true, true};
        return node;
      default:
        throw Stop{};
    }
  }

  YamlMap read_map(std::size_t depth) {
    YamlMap map;
    std::unordered_map<std::string, std::size_t> lines;  // of the keys so far
    for (Event key = next(); key->type != YAML_MAPPING_END_EVENT; key = next()) {
      const yaml_mark_t mark = key->start_mark;
      YamlNode name = read_node(std::move(key), depth + 1);
      YamlNode value = read_node(next(), depth + 1);
      if (name.scalar() == nullptr) {
        complain(mark, name.length, "a key must be a plain text");
        continue;
      }
      const auto [same, added] = lines.try_emplace(name.scalar()->text, name.line);
      if (added) {
        map.push_back({std::move(name), std::move(value)});
      } else {
        complain(mark, name.length,
                 fmt::format("the key “{}” stands twice; it is already in line {}",
                             name.scalar()->text, same->second));
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
    value.refused = scalar.anchor != nullptr || scalar.tag != nullptr;
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
  std::size_t mark_size_;
  const std::string& file_;
  Problems& problems_;
  std::size_t before_;  // problems of other files
  std::vector<std::size_t> line_starts_;
  yaml_parser_t parser_{};
};

}  // namespace

YamlNode parse_yaml(std::string_view text, const std::string& file, Problems& problems) {
  const text::Decoded decoded = text::decode_utf8(text);
  if (decoded.replaced > 0) {
    const std::string_view before = text.substr(0, decoded.first_replaced);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t column = text::count_code_points(before.substr(before.rfind('\n') + 1));
    problems.push_back({file, line + 1, column + 1, 1, "these bytes are not UTF-8 text", {}});
    return {YamlMap{}, 1, 1, 1, 0};
  }
  return YamlReader(decoded.text, text.size() - decoded.text.size(), file, problems).read();
}

Problem too_many(const std::string& file) {
  return {file, 0, 0, 1, "more problems of this file are not shown", {}};
}

Problem problem_at(std::string_view text, const std::string& file, const YamlNode& node,
                   std::string message) {
  return {file,        node.line,          node.column,
          node.length, std::move(message), line_at(text, std::min(node.line_start, text.size()))};
}

std::string line_of(std::string_view text, std::size_t line) {
  if (line == 0) return {};
  std::size_t start = text.starts_with("\uFEFF") ? 3 : 0;
  for (std::size_t n = 1; n < line; ++n) start = next_line(text, start);
  return line_at(text, start);
}

}  // namespace replylint::rules
