#include "draft/body_encoding.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "draft/ascii.hpp"
#include "draft/transfer_decoding.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string quoted(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'=', digits[byte >> 4U], digits[byte & 15U]};
}

std::string encode_base64(std::string_view bytes, std::size_t width, std::string_view line_end) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    unsigned bits = 0;
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    for (std::size_t k = 0; k < 3; ++k) {
      bits = bits << 8U | (k < count ? static_cast<unsigned char>(bytes[at + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      if (column == width) {
        out += line_end;
        column = 0;
      }
      out += k <= count ? alphabet[bits >> (18 - 6 * k) & 63U] : '=';
      ++column;
    }
  }
  return out;
}

bool is_base64(char c) { return ascii::is_alnum(c) || c == '+' || c == '/'; }

std::size_t count_base64(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_base64));
}

}  // namespace

std::string encode_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string encode_html_in_ascii(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    if (c.value < 0x80) {
      out += encode_html(text.substr(at, 1));
    } else {
      out += "&#" + std::to_string(static_cast<std::uint32_t>(c.value)) + ";";
    }
    at += c.length;
  }
  return out;
}

std::string encode_markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool mark = static_cast<unsigned char>(c) < 0x80 && c > ' ' && !ascii::is_alnum(c);
    if (mark) out += '\\';
    out += c;
  }
  return out;
}

std::string encode_quoted_printable(std::string_view bytes, std::string_view body, Span place) {
  constexpr std::size_t longest_line = 76;
  const std::size_t line_feed = body.substr(0, place.start).rfind('\n');
  const std::size_t line_start = line_feed == npos ? 0 : line_feed + 1;
  const std::size_t line_end = std::min(body.find('\n', place.end), body.size());
  std::size_t rest = line_end - place.end;
  if (rest > 0 && body[line_end - 1] == '\r') --rest;
  const std::size_t first_feed = body.find('\n');
  const bool carriage = first_feed != npos && first_feed > 0 && body[first_feed - 1] == '\r';
  const std::string_view new_line = carriage ? "\r\n" : "\n";

  std::string out;
  std::size_t column = place.start - line_start;
  const auto add = [&](std::string_view piece, std::size_t needed) {
    if (column > 0 && column + needed > longest_line) {
      out.append("=").append(new_line);
      column = 0;
    }
    out += piece;
    column += piece.size();
  };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '\n') {
      out += new_line;
      column = 0;
      continue;
    }
    const bool last = i + 1 == bytes.size();
    const bool blank = c == ' ' || c == '\t';
    const bool ends_line = last ? rest == 0 : bytes[i + 1] == '\n';
    const bool plain = blank ? !ends_line : c > ' ' && c < '\x7f' && c != '=';
    const std::string piece = plain ? std::string(1, c) : quoted(c);
    // One column is kept for the "=" of a soft break, unless the line ends here.
    add(piece, piece.size() + (last && rest == 0 ? 0 : 1));
  }
  if (rest > 0) add("", rest);
  return out;
}

std::optional<std::string> replace_in_base64(std::string_view body, Span place,
                                             std::string_view bytes) {
  const std::size_t padding = body.find('=');
  const std::size_t end =
      padding == npos ? body.size() : body.find_last_of('=') + 1;  // of what is encoded
  std::string_view coded = body.substr(0, end);
  while (!coded.empty() && ascii::is_space(coded.back())) coded.remove_suffix(1);
  const std::string_view tail = body.substr(coded.size());
  const std::size_t feed = coded.find('\n');
  std::size_t width = feed == npos ? npos : feed;
  std::string_view line_end = "\n";
  if (feed != npos && feed > 0 && coded[feed - 1] == '\r') {
    --width;
    line_end = "\r\n";
  } else if (feed == npos && tail.starts_with("\r\n")) {
    line_end = "\r\n";
  }
  const TransferDecoded decoded = decode_transfer(coded, TransferEncoding::base64, 0);
  const std::string& old = decoded.bytes.text;
  if (decoded.damage || encode_base64(old, width, line_end) != coded) return std::nullopt;

  // Byte k of the text lies in characters k/3*4 + k%3 and the next one.
  const std::size_t first = count_base64(coded.substr(0, place.start));
  const std::size_t behind = count_base64(coded.substr(0, std::min(place.end, coded.size())));
  if (behind < first + 2 || first % 4 == 3 || behind % 4 == 1) return std::nullopt;
  const std::size_t from = first / 4 * 3 + first % 4;
  const std::size_t to = (behind - 2) / 4 * 3 + (behind - 2) % 4 + 1;
  if (from > to || to > old.size()) return std::nullopt;
  constexpr std::size_t usual_width = 76;
  std::string changed = old.substr(0, from);
  changed.append(bytes).append(old, to);
  return encode_base64(changed, width == npos ? usual_width : width, line_end).append(tail);
}

}  // namespace replylint
