#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draft/ascii.hpp"
#include "draft/html_text.hpp"
#include "draft/mime.hpp"
#include "draft/reading.hpp"
#include "draft/rfc2047.hpp"
#include "draft/thread_sender.hpp"
#include "draft/transfer_decoding.hpp"
#include "text/moment.hpp"

namespace replylint {

namespace {

bool is_ascii_or_utf8(std::string_view charset) {
  return charset.empty() || charset == "utf-8" || charset == "utf8" || charset == "us-ascii" ||
         charset == "ascii";
}

class Assembler {
 public:
  Assembler(std::string_view source, MimeTree tree) : source_(source), tree_(std::move(tree)) {
    reading_.warnings = std::move(tree_.warnings);
  }

  Reading run() {
    add(0);
    read_header(tree_.parts[0].fields);
    return std::move(reading_);
  }

 private:
  [[nodiscard]] const MimePart& part(std::size_t index) const { return tree_.parts[index]; }

  void read_header(const MailFields& fields) {
    if (!fields.subject.empty()) reading_.subject = decode_encoded_words(fields.subject);
    for (const std::string* field : {&fields.from, &fields.return_path}) {
      Mailbox mailbox = mailbox_in(decode_encoded_words(*field));
      if (mailbox.name.empty() && mailbox.address.empty()) continue;
      reading_.author.push_back(std::move(mailbox));
    }
    reading_.date = text::parse_mail_date(fields.date);
    if (!fields.date.empty() && !reading_.date) {
      reading_.warnings.push_back({"the Date: “" + printable(fields.date) + "” is no date", 0});
    }
    // RFC 3834: anything but "no" was sent by a machine.
    const std::string by = ascii::to_lower(ascii::trim(fields.auto_submitted));
    reading_.automatic = !by.empty() && by != "no";
  }

  // Adds what is visible of a part. The tree is at most `deepest` high.
  void add(std::size_t index) {
    const MimePart& p = part(index);
    const std::string& type = p.type.value;
    if (type == "multipart/alternative") {
      add_best(p);
    } else if (type == "multipart/related") {
      // The first one is the message; the others are its images.
      if (!p.children.empty()) add(p.children.front());
    } else if (type.starts_with("multipart/")) {
      for (const std::size_t child : p.children) add(child);
    } else if (type == "message/rfc822" || type == "message/global") {
      for (const std::size_t child : p.children) add_forwarded(child);
    } else if (is_readable(p)) {
      add_text(p);
    }
  }

  // Text that is meant to be read in place.
  static bool is_readable(const MimePart& p) {
    const std::string& type = p.type.value;
    const bool text = type == "text/plain" || type == "text/html" || type == "text/markdown" ||
                      type == "text/enriched" || type == "text" || type == "plain/text" ||
                      type.find('/') == std::string::npos;
    const bool attached =
        p.disposition.value == "attachment" || !p.disposition.parameter("filename").empty();
    return text && (!attached || p.depth == 0);
  }

  // Of alternatives, the plain text; where it is empty or missing, the first
  // that has any.
  void add_best(const MimePart& p) {
    const std::size_t before = reading_.visible.text.size();
    for (const bool plain : {true, false}) {
      for (const std::size_t child : p.children) {
        if (plain == (part(child).type.value == "text/plain")) add(child);
        if (!ascii::trim(std::string_view(reading_.visible.text).substr(before)).empty()) return;
      }
    }
  }

  void add_forwarded(std::size_t index) {
    separate(part(index).body.start);
    const std::size_t before = reading_.visible.text.size();
    add(index);
    const std::size_t after = reading_.visible.text.size();
    if (after > before) {
      reading_.known.push_back({ZoneKind::forwarded, {before, after}, 1, false});
    }
  }

  // A part begins on a line of its own.
  void separate(std::size_t source) {
    const std::string& text = reading_.visible.text;
    if (!text.empty() && text.back() != '\n') reading_.visible.append_inserted("\n", source);
  }

  void add_text(const MimePart& p) {
    separate(p.body.start);
    const MappedText text = decode(p);
    if (p.type.value == "text/html") {
      strip_html(text, reading_);
    } else {
      reading_.visible.append(text);
    }
  }

  MappedText decode(const MimePart& p) {
    const TransferEncoding encoding = transfer_encoding_from(p.transfer_encoding);
    if (encoding == TransferEncoding::unknown) {
      reading_.warnings.push_back(
          {"unknown transfer encoding “" + printable(p.transfer_encoding) + "”; read as it stands",
           p.body.start});
    }
    const std::string_view body = source_.substr(p.body.start, p.body.size());
    TransferDecoded raw = decode_transfer(body, encoding, p.body.start);
    if (raw.damage) {
      reading_.warnings.push_back({encoding == TransferEncoding::base64
                                       ? "ill-formed base64; what is no base64 was passed over"
                                       : "ill-formed quoted-printable; read as it stands",
                                   *raw.damage});
    }
    std::string charset = ascii::to_lower(ascii::trim(p.type.parameter("charset")));
    // What mailers call Latin-1 is in truth its superset.
    if (charset == "iso-8859-1" || charset == "latin1") charset = "windows-1252";
    std::optional<text::Decoded> decoded;
    if (!is_ascii_or_utf8(charset)) {
      decoded = text::decode_charset(raw.bytes.text, charset);
      if (!decoded) {
        reading_.warnings.push_back(
            {"unknown charset “" + printable(charset) + "”; read as UTF-8", p.body.start});
      }
    }
    if (!decoded) {
      charset = "utf-8";
      decoded = text::decode_utf8(raw.bytes.text);
    }
    if (decoded->replaced > 0) {
      const std::size_t at = decoded->first_replaced;
      reading_.warnings.push_back(
          replaced_warning(decoded->replaced, charset, raw.bytes.map.to_source({at, at}).start));
    }
    const OffsetMap map = map_of(*decoded).then(raw.bytes.map);
    return with_plain_line_ends({std::move(decoded->text), map});
  }

  // A name from the file, fit for a message.
  static std::string printable(std::string_view name) {
    constexpr std::size_t longest = 40;
    std::string out;
    for (const char c : name.substr(0, longest)) out += c >= ' ' && c < '\x7f' ? c : '?';
    return out;
  }

  std::string_view source_;
  MimeTree tree_;
  Reading reading_;
};

}  // namespace

Reading read_eml(std::string_view bytes) { return Assembler(bytes, parse_mime(bytes)).run(); }

}  // namespace replylint
