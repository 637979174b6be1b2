#include "draft/encoding.hpp"

#include <algorithm>

namespace replylint {

namespace {

using Kind = EncodingLayer::Kind;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }

bool has_control_beside_newline(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_control(c) && c != '\n'; });
}

std::string replaced(std::string_view text, char sign, std::string_view by) {
  std::string out;
  for (const char c : text) {
    if (c == sign) {
      out += by;
    } else {
      out += c;
    }
  }
  return out;
}

std::string html(std::string_view text) {
  return replaced(replaced(text, '&', "&amp;"), '<', "&lt;");
}

// JSON's escapes are also YAML's.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '"':
      case '\\':
        out += '\\';
        out += c;
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (is_control(c)) {
          constexpr std::string_view digits = "0123456789abcdef";
          const auto value = static_cast<unsigned char>(c);
          out.append("\\u00").append(1, digits[value >> 4U]).append(1, digits[value & 15U]);
        } else {
          out += c;
        }
    }
  }
  return out;
}

std::optional<std::string> write(std::string_view text, const EncodingLayer& layer) {
  const bool breaks = text.find('\n') != std::string_view::npos;
  switch (layer.kind) {
    case Kind::html:
      return html(text);
    case Kind::json_string:
    case Kind::yaml_double:
      return escaped(text);
    case Kind::yaml_plain:
      // Signs of flow collections, comments, keys and whatever may begin a
      // node; most of them are harmless in most places, none of them is needed.
      if (breaks || has_control_beside_newline(text) ||
          text.find_first_of(":#,[]{}\"'&*!|>%@`?") == 0 ||
          text.find_first_of(":#,[]{}") != std::string_view::npos) {
        return std::nullopt;
      }
      return std::string(text);
    case Kind::yaml_single:
      if (breaks || has_control_beside_newline(text)) return std::nullopt;
      return replaced(text, '\'', "''");
    case Kind::yaml_literal:
      if (has_control_beside_newline(text)) return std::nullopt;
      return replaced(text, '\n', "\n" + std::string(layer.indent, ' '));
    case Kind::yaml_folded:
      if (breaks || has_control_beside_newline(text)) return std::nullopt;
      return std::string(text);
    case Kind::csv_plain:
      if (breaks ||
          text.find_first_of(std::string("\"\r") + layer.delimiter) != std::string_view::npos) {
        return std::nullopt;
      }
      return std::string(text);
    case Kind::csv_quoted:
      return replaced(text, '"', "\"\"");
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> encode(std::string_view text, const Encoding& encoding) {
  std::optional<std::string> out(text);
  for (const EncodingLayer& layer : encoding) {
    out = write(*out, layer);
    if (!out) break;
  }
  return out;
}

}  // namespace replylint
