#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draft/ascii.hpp"
#include "draft/flowed.hpp"
#include "draft/html_text.hpp"
#include "draft/mail_charset.hpp"
#include "draft/mime.hpp"
#include "draft/reading.hpp"
#include "draft/rfc2047.hpp"
#include "draft/subject_line.hpp"
#include "draft/thread_sender.hpp"
#include "draft/transfer_decoding.hpp"
#include "text/moment.hpp"

namespace replylint {

namespace {

// The charset that HTML declares within itself, in its first bytes.
std::string_view declared_charset(std::string_view html) {
  constexpr std::size_t looked_at = 2048;
  constexpr std::string_view key = "charset=";
  html = html.substr(0, looked_at);
  const auto at = std::search(html.begin(), html.end(), key.begin(), key.end(),
                              [](char c, char k) { return ascii::to_lower(c) == k; });
  if (at == html.end()) return {};
  std::string_view value = html.substr(static_cast<std::size_t>(at - html.begin()) + key.size());
  if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
  return value.substr(0, value.find_first_of("\"'>/; \t\r\n"));
}

class Assembler {
 public:
  Assembler(std::string_view source, MimeTree tree) : source_(source), tree_(std::move(tree)) {
    reading_.warnings = std::move(tree_.warnings);
  }

  Reading run() {
    add_subject(part(0).subject);
    const std::size_t before = reading_.visible.text.size();
    add(0);
    read_header(tree_.parts[0].fields);
    const std::string_view text = reading_.visible.text;
    if (ascii::trim(text.substr(before)).empty()) warn_of_other_parts();
    return std::move(reading_);
  }

 private:
  [[nodiscard]] const MimePart& part(std::size_t index) const { return tree_.parts[index]; }

  // A subject in the author's own words is the first line; that of a thread is
  // somebody else's, or was said before.
  void add_subject(Span field) {
    const MappedText subject = decode_field(source_.substr(field.start, field.size()), field.start,
                                            "the subject", reading_.warnings);
    if (subject.text.empty()) return;
    reading_.subject = subject.text;
    if (is_subject_of_thread(subject.text)) return;
    reading_.visible.append(subject);
    reading_.known.push_back({ZoneKind::subject, {0, subject.text.size()}, 1, false});
    reading_.visible.append_inserted("\n\n", field.end);
  }

  // Parts that are no text are not lost without a word where there is no other.
  void warn_of_other_parts() {
    for (const MimePart& p : tree_.parts) {
      if (!p.children.empty() || p.body.empty() || is_readable(p)) continue;
      reading_.warnings.push_back(
          {"the mail has no text of its own, but " + printable(p.type.value), p.body.start});
      return;
    }
  }

  void read_header(const MailFields& fields) {
    for (const std::string* field : {&fields.from, &fields.return_path}) {
      std::vector<ReadWarning> unsaid;  // a sender who cannot be read is just not known
      Mailbox mailbox = mailbox_in(decode_field(*field, 0, "the sender", unsaid).text);
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
      const std::size_t before = reading_.visible.text.size();
      for (const std::size_t child : p.children) {
        add(child);
        if (reading_.visible.text.size() > before) return;
      }
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
    } else if (ascii::equals_ignoring_case(p.type.parameter("format"), "flowed")) {
      reading_.visible.append(
          unflow(text, ascii::equals_ignoring_case(p.type.parameter("delsp"), "yes")));
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
      std::string_view what = "ill-formed quoted-printable; read as it stands";
      if (raw.text_behind) {
        what = "text follows the base64; it was read as it stands";
      } else if (encoding == TransferEncoding::base64) {
        what = "ill-formed base64; what is no base64 was passed over";
      }
      reading_.warnings.push_back({std::string(what), *raw.damage});
    }
    std::string_view charset = p.type.parameter("charset");
    if (charset.empty() && p.type.value == "text/html") charset = declared_charset(raw.bytes.text);
    return with_plain_line_ends(decode_labelled(raw.bytes, charset, "the text", reading_.warnings));
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
