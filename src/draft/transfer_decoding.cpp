#include "draft/transfer_decoding.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  if (c == '/') return 63;
  return -1;
}

TransferDecoded decode_quoted_printable(std::string_view body, std::size_t source) {
  TransferDecoded out;
  out.bytes.text.reserve(body.size());
  std::size_t at = 0;
  while (at < body.size()) {
    // White space at a line's end is padding that transport added.
    std::size_t line_end = std::min(body.find('\n', at), body.size());
    const std::size_t next_line = std::min(line_end + 1, body.size());
    if (line_end > at && body[line_end - 1] == '\r') --line_end;
    std::size_t content_end = line_end;
    while (content_end > at && (body[content_end - 1] == ' ' || body[content_end - 1] == '\t')) {
      --content_end;
    }
    const bool soft = content_end > at && body[content_end - 1] == '=';
    const std::size_t end = soft ? content_end - 1 : content_end;
    while (at < end) {
      const std::size_t escape = at + std::min(body.substr(at, end - at).find('='), end - at);
      out.bytes.append_copy(body.substr(at, escape - at), source + at);
      at = escape;
      if (at == end) break;
      const int high = at + 2 < end ? hex_value(body[at + 1]) : -1;
      const int low = at + 2 < end ? hex_value(body[at + 2]) : -1;
      if (high >= 0 && low >= 0) {
        const char byte = static_cast<char>(high * 16 + low);
        out.bytes.append_atom({&byte, 1}, {source + at, source + at + 3});
        at += 3;
      } else {
        if (!out.damage) out.damage = source + at;
        out.bytes.append_copy("=", source + at);
        ++at;
      }
    }
    if (!soft)
      out.bytes.append_copy(body.substr(line_end, next_line - line_end), source + line_end);
    at = next_line;
  }
  return out;
}

class Base64Decoder {
 public:
  Base64Decoder(std::string_view body, std::size_t source) : body_(body), source_(source) {}

  TransferDecoded run() {
    out_.bytes.text.reserve(body_.size() / 4 * 3);
    std::size_t at = 0;
    bool over = false;  // padding or an empty line came
    while (at < body_.size()) {
      const std::size_t end = std::min(body_.find('\n', at), body_.size());
      const std::string_view line = body_.substr(at, end - at);
      if (over && is_text(line)) break;
      read_line(line, at);
      over = over || ascii::trim(line).empty() || line.find('=') != std::string_view::npos;
      at = std::min(end + 1, body_.size());
    }
    if (count_ > 0) {
      note_damage(places_[0]);
      end_group();
    }
    end_run();
    if (at < body_.size()) {
      note_damage(at);
      out_.text_behind = true;
      out_.bytes.append_copy(body_.substr(at), source_ + at);
    }
    return std::move(out_);
  }

 private:
  static bool is_text(std::string_view line) {
    line = ascii::trim(line);
    return std::any_of(line.begin(), line.end(),
                       [](char c) { return base64_value(c) < 0 && c != '='; });
  }

  void read_line(std::string_view line, std::size_t start) {
    for (std::size_t k = 0; k < line.size(); ++k) {
      const char c = line[k];
      if (ascii::is_space(c)) continue;
      const int value = base64_value(c);
      if (value >= 0) {
        values_.at(count_) = static_cast<unsigned>(value);
        places_.at(count_) = start + k;
        if (++count_ == 4) end_group();
      } else if (c == '=') {
        if (count_ == 1) note_damage(start + k);
        if (count_ > 0) end_group();
      } else {
        note_damage(start + k);
      }
    }
  }

  void note_damage(std::size_t at) {
    if (!out_.damage) out_.damage = source_ + at;
  }

  // Two characters make one byte, three make two, four make three.
  void end_group() {
    const unsigned bits = values_[0] << 18 | values_[1] << 12 | values_[2] << 6 | values_[3];
    const std::size_t bytes = count_ - 1;
    const bool whole = count_ == 4 && places_[3] == places_[0] + 3;
    if (whole && run_size_ > 0 && run_start_ + run_size_ / 3 * 4 != places_[0]) end_run();
    if (!whole) end_run();
    if (whole && run_size_ == 0) run_start_ = places_[0];
    for (std::size_t k = 0; k < bytes; ++k) {
      const char byte = static_cast<char>(bits >> (16 - 8 * k) & 0xFF);
      if (whole) {
        out_.bytes.text += byte;
      } else {
        out_.bytes.append_atom({&byte, 1},
                               {source_ + places_.at(k), source_ + places_.at(k + 1) + 1});
      }
    }
    if (whole) run_size_ += 3;
    count_ = 0;
    values_ = {};
  }

  void end_run() {
    if (run_size_ > 0) {
      const std::size_t start = source_ + run_start_;
      out_.bytes.map.append(run_size_, {start, start + run_size_ / 3 * 4}, OffsetMap::Kind::base64);
    }
    run_size_ = 0;
  }

  std::string_view body_;
  std::size_t source_;
  TransferDecoded out_;
  std::array<unsigned, 4> values_{};
  std::array<std::size_t, 4> places_{};  // in body_
  std::size_t count_ = 0;                // characters of the group so far
  std::size_t run_start_ = 0;            // of whole groups that follow each other
  std::size_t run_size_ = 0;             // in decoded bytes
};

unsigned uu_value(char c) { return (static_cast<unsigned char>(c) - 32U) & 63U; }

// A line of uuencode: its length in bytes, then groups of four characters.
void decode_uu_line(std::string_view line, std::size_t source, TransferDecoded& out) {
  const std::size_t size = uu_value(line.front());
  std::string groups(line.substr(1));
  const std::size_t needed = (size + 2) / 3 * 4;
  // Spaces at a line's end stand for zeros and may be gone.
  if (groups.size() < needed) groups.resize(needed, ' ');
  for (std::size_t k = 0; k < size; k += 3) {
    unsigned bits = 0;
    for (std::size_t c = 0; c < 4; ++c) bits = bits << 6 | uu_value(groups[k / 3 * 4 + c]);
    const std::size_t bytes = std::min<std::size_t>(3, size - k);
    const std::size_t from = std::min(1 + k / 3 * 4, line.size());
    const std::size_t to = std::min(from + 4, line.size());
    for (std::size_t b = 0; b < bytes; ++b) {
      const char byte = static_cast<char>(bits >> (16 - 8 * b) & 0xFF);
      out.bytes.append_atom({&byte, 1},
                            {source + std::min(from + b, to), source + std::min(from + b + 2, to)});
    }
  }
}

TransferDecoded decode_uuencode(std::string_view body, std::size_t source) {
  TransferDecoded out;
  bool within = false;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    const std::size_t next = std::min(end + 1, body.size());
    std::string_view line = body.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!within && line.starts_with("begin ")) {
      within = true;
    } else if (within && line == "end") {
      within = false;
    } else if (!within) {
      out.bytes.append_copy(body.substr(at, next - at), source + at);
    } else if (!line.empty()) {
      decode_uu_line(line, source + at, out);
    }
    at = next;
  }
  return out;
}

}  // namespace

TransferEncoding transfer_encoding_from(std::string_view value) {
  std::string name;
  for (const char c : value.substr(0, value.find(';'))) {
    if (ascii::is_alnum(c)) name += ascii::to_lower(c);
  }
  if (name.ends_with("bits")) name.pop_back();
  if (name.empty() || name == "7bit" || name == "8bit" || name == "binary") {
    return TransferEncoding::identity;
  }
  if (name == "quotedprintable") return TransferEncoding::quoted_printable;
  if (name == "base64") return TransferEncoding::base64;
  if (name == "xuuencode" || name == "uuencode" || name == "xuue")
    return TransferEncoding::uuencode;
  return TransferEncoding::unknown;
}

TransferDecoded decode_transfer(std::string_view body, TransferEncoding encoding,
                                std::size_t source) {
  switch (encoding) {
    case TransferEncoding::quoted_printable:
      return decode_quoted_printable(body, source);
    case TransferEncoding::base64:
      return Base64Decoder(body, source).run();
    case TransferEncoding::uuencode:
      return decode_uuencode(body, source);
    case TransferEncoding::identity:
    case TransferEncoding::unknown:
      break;
  }
  TransferDecoded out;
  out.bytes.append_copy(body, source);
  return out;
}

}  // namespace replylint
