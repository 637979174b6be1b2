#include "draft/rfc2047.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/mail_charset.hpp"
#include "draft/transfer_decoding.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct EncodedWord {
  std::string charset;
  MappedText bytes;      // not yet UTF-8; the map leads to the file
  std::size_t size = 0;  // of the word in the field
};

MappedText decode_q(std::string_view text, std::size_t source) {
  MappedText out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '_') {
      out.append_atom(" ", {source + at, source + at + 1});
      ++at;
      continue;
    }
    const TransferDecoded escape =
        decode_transfer(text.substr(at, 3), TransferEncoding::quoted_printable, source + at);
    if (text[at] == '=' && escape.bytes.text.size() == 1) {
      out.append(escape.bytes);
      at += 3;
    } else {
      out.append_copy(text.substr(at, 1), source + at);
      ++at;
    }
  }
  return out;
}

// The encoded word that begins at the front of `rest`, which is byte `source`.
std::optional<EncodedWord> read_word(std::string_view rest, std::size_t source) {
  // The standard allows 75 characters; broken mailers write more.
  constexpr std::size_t longest = 1000;
  rest = rest.substr(0, longest);
  if (!rest.starts_with("=?")) return std::nullopt;
  const std::size_t charset_end = rest.find('?', 2);
  if (charset_end == npos || charset_end + 2 >= rest.size() || rest[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t start = charset_end + 3;
  const std::size_t end = rest.find("?=", start);
  if (end == npos) return std::nullopt;
  std::string_view charset = rest.substr(2, charset_end - 2);
  charset = charset.substr(0, charset.find('*'));  // a language may follow
  const std::string_view text = rest.substr(start, end - start);
  EncodedWord word;
  word.charset = ascii::to_lower(charset);
  word.size = end + 2;
  switch (ascii::to_lower(rest[charset_end + 1])) {
    case 'q':
      word.bytes = decode_q(text, source + start);
      return word;
    case 'b':
      word.bytes = decode_transfer(text, TransferEncoding::base64, source + start).bytes;
      return word;
    default:
      return std::nullopt;
  }
}

class Decoder {
 public:
  Decoder(std::string_view field, std::size_t source, std::string_view what,
          std::vector<ReadWarning>& warnings)
      : field_(field), source_(source), what_(what), warnings_(warnings) {}

  MappedText run() {
    for (std::size_t at = field_.find("=?"); at != npos;) {
      auto word = read_word(field_.substr(at), source_ + at);
      if (!word) {
        at = field_.find("=?", at + 2);
        continue;
      }
      const bool only_space = ascii::trim(field_.substr(plain_, at - plain_)).empty();
      if (!(after_word_ && only_space)) add_plain(at);
      if (pending_.charset != word->charset) flush();
      pending_.charset = std::move(word->charset);
      pending_.bytes.append(word->bytes);
      after_word_ = true;
      plain_ = at + word->size;
      at = field_.find("=?", plain_);
    }
    add_plain(field_.size());
    flush();
    return std::move(out_);
  }

 private:
  // The field between encoded words, unfolded.
  void add_plain(std::size_t end) {
    if (plain_ == end) return;
    flush();
    MappedText bytes;
    for (std::size_t at = plain_; at < end;) {
      const std::size_t fold = std::min(field_.find_first_of("\r\n", at), end);
      std::size_t before = fold;
      while (fold < end && before > at && ascii::is_space(field_[before - 1])) --before;
      bytes.append_copy(field_.substr(at, before - at), source_ + at);
      at = fold;
      while (at < end && ascii::is_space(field_[at])) ++at;
      if (fold < end) bytes.append_atom(" ", {source_ + before, source_ + at});
    }
    out_.append(decode_labelled(bytes, {}, what_, warnings_));
  }

  // Bytes of one charset are gathered: a character may be split over words.
  void flush() {
    if (pending_.bytes.text.empty()) return;
    out_.append(decode_labelled(pending_.bytes, pending_.charset, what_, warnings_));
    pending_.bytes = {};
  }

  std::string_view field_;
  std::size_t source_;
  std::string_view what_;
  std::vector<ReadWarning>& warnings_;
  MappedText out_;
  EncodedWord pending_;
  std::size_t plain_ = 0;  // where the text since the last encoded word begins
  bool after_word_ = false;
};

// One line: line ends and other controls may come out of encoded words.
void replace_controls(std::string& text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
}

}  // namespace

MappedText decode_field(std::string_view raw, std::size_t source, std::string_view what,
                        std::vector<ReadWarning>& warnings) {
  const std::string_view field = ascii::trim(raw);
  if (!field.empty()) source += static_cast<std::size_t>(field.data() - raw.data());
  MappedText out = Decoder(field, source, what, warnings).run();
  replace_controls(out.text);
  return out;
}

}  // namespace replylint
