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

constexpr std::size_t usual_width = 76;

// How a base64 body is laid out: lines of `width` characters, npos for one line.
struct Base64Layout {
  explicit Base64Layout(std::string_view body) {
    const std::size_t end = body.find_last_not_of(" \t\r\n");
    coded = body.substr(0, end == npos ? 0 : end + 1);
    tail = body.substr(coded.size());
    width = coded.find('\n');
    if (width != npos && width > 0 && coded[width - 1] == '\r') {
      --width;
      line_end = "\r\n";
    } else if (width == npos && tail.starts_with("\r\n")) {
      line_end = "\r\n";
    }
  }

  [[nodiscard]] std::size_t characters_before(std::size_t place) const {
    if (width == npos) return place;
    const std::size_t line = width + line_end.size();
    return place / line * width + std::min(place % line, width);
  }

  std::string_view coded;
  std::string_view tail;  // line ends behind it
  std::size_t width = npos;
  std::string_view line_end = "\n";
};

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

bool is_regular_base64(std::string_view body) {
  const Base64Layout layout(body);
  const TransferDecoded decoded = decode_transfer(layout.coded, TransferEncoding::base64, 0);
  return !decoded.damage &&
         encode_base64(decoded.bytes.text, layout.width, layout.line_end) == layout.coded;
}

std::string replace_in_base64(std::string_view body, const std::vector<Base64Change>& changes) {
  const Base64Layout layout(body);
  const std::string old = decode_transfer(layout.coded, TransferEncoding::base64, 0).bytes.text;
  std::string changed;
  std::size_t at = 0;
  for (const Base64Change& change : changes) {
    // Byte k of the text lies in characters k/3*4 + k%3 and the next one.
    const std::size_t first = layout.characters_before(change.place.start);
    const std::size_t last = layout.characters_before(change.place.end) - 2;
    const std::size_t from = first / 4 * 3 + first % 4;
    changed.append(old, at, from - at).append(change.bytes);
    at = last / 4 * 3 + last % 4 + 1;
  }
  changed.append(old, at);
  return encode_base64(changed, layout.width == npos ? usual_width : layout.width, layout.line_end)
      .append(layout.tail);
}

}  // namespace replylint
