#include "report/json_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/printable.hpp"
#include "text/utf8.hpp"

namespace replylint::report {

namespace {

std::string escaped(char32_t c) {
  const auto value = static_cast<unsigned>(c);
  if (value < 0x10000) return fmt::format("\\u{:04x}", value);
  const unsigned rest = value - 0x10000;
  return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
}

}  // namespace

std::string dump(const Json& json) {
  std::string written = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  const auto plain = [](char c) { return c >= 0x20 && c < 0x7F; };
  if (std::all_of(written.begin(), written.end(), plain)) return written;
  // Outside its strings JSON is plain ASCII, so that an escape is always right.
  std::string out;
  out.reserve(written.size());
  for (std::size_t at = 0; at < written.size();) {
    const text::CodePoint c = text::code_point_at(written, at);
    if (is_unsafe(c.value)) {
      out += escaped(c.value);
    } else {
      out.append(written, at, c.length);
    }
    at += c.length;
  }
  return out;
}

}  // namespace replylint::report
