#include "draft/rfc2047.hpp"

#include <optional>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/transfer_decoding.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t size = 0;  // of the word in the field
};

// The encoded word that begins at the front of `rest`.
std::optional<EncodedWord> read_word(std::string_view rest) {
  // The standard allows 75 characters; broken mailers write more.
  constexpr std::size_t longest = 500;
  rest = rest.substr(0, longest);
  if (!rest.starts_with("=?")) return std::nullopt;
  const std::size_t charset_end = rest.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= rest.size() ||
      rest[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t text_start = charset_end + 3;
  const std::size_t text_end = rest.find("?=", text_start);
  if (text_end == std::string_view::npos) return std::nullopt;
  std::string_view charset = rest.substr(2, charset_end - 2);
  charset = charset.substr(0, charset.find('*'));  // a language may follow
  std::string text(rest.substr(text_start, text_end - text_start));
  EncodedWord word;
  word.charset = ascii::to_lower(charset);
  word.size = text_end + 2;
  switch (ascii::to_lower(rest[charset_end + 1])) {
    case 'q':
      for (char& c : text) c = c == '_' ? ' ' : c;
      // A space at the end would be taken for padding; it is written as =20.
      while (text.ends_with(' ')) text.replace(text.find_last_not_of(' ') + 1, 1, "=20");
      word.bytes = decode_transfer(text, TransferEncoding::quoted_printable, 0).bytes.text;
      return word;
    case 'b':
      word.bytes = decode_transfer(text, TransferEncoding::base64, 0).bytes.text;
      return word;
    default:
      return std::nullopt;
  }
}

// Bytes of one charset, gathered so that a character may be split over words.
void flush(std::string& out, EncodedWord& pending) {
  if (pending.bytes.empty()) return;
  auto decoded = text::decode_charset(pending.bytes, pending.charset);
  out += decoded ? decoded->text : text::decode_utf8(pending.bytes).text;
  pending.bytes.clear();
}

}  // namespace

std::string decode_encoded_words(std::string_view field) {
  std::string out;
  EncodedWord pending;
  std::size_t plain = 0;  // where the text since the last encoded word begins
  bool after_word = false;
  const auto add_plain = [&](std::size_t end) {
    const std::string_view between = field.substr(plain, end - plain);
    if (between.empty()) return;
    flush(out, pending);
    out += text::decode_utf8(between).text;
  };
  for (std::size_t at = field.find("=?"); at != std::string_view::npos;) {
    auto word = read_word(field.substr(at));
    if (!word) {
      at = field.find("=?", at + 2);
      continue;
    }
    const bool only_space = ascii::trim(field.substr(plain, at - plain)).empty();
    if (!(after_word && only_space)) add_plain(at);
    if (pending.charset != word->charset) flush(out, pending);
    pending.charset = word->charset;
    pending.bytes += word->bytes;
    after_word = true;
    plain = at + word->size;
    at = field.find("=?", plain);
  }
  add_plain(field.size());
  flush(out, pending);
  return out;
}

}  // namespace replylint
