#include "report/printable.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace replylint::report {

namespace {

std::string escaped(char32_t c) {
  const auto value = static_cast<unsigned>(c);
  if (value < 0x100) return fmt::format("\\x{:02x}", value);
  return value < 0x10000 ? fmt::format("\\u{:04x}", value) : fmt::format("\\U{:08x}", value);
}

}  // namespace

bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

std::string printable(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const text::CodePoint c = text::code_point_at(utf8, at);
    if (c.value == '\t' || c.value == '\n' || c.value == '\r') {
      if (c.value != '\r' || at + 1 == utf8.size() || utf8[at + 1] != '\n') out += ' ';
    } else if (is_unsafe(c.value)) {
      out += escaped(c.value);
    } else {
      out += utf8.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

std::string printable_name(std::string_view bytes) {
  return text::is_valid_utf8(bytes) ? printable(bytes) : printable(text::decode_utf8(bytes).text);
}

}  // namespace replylint::report
