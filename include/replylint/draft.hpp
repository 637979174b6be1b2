// A reply draft as it was read: the visible text, what each part of it is, and
// the way back to the bytes of the file.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/exchange.hpp"
#include "replylint/offset_map.hpp"
#include "replylint/span.hpp"

namespace replylint {

enum class ZoneKind : std::uint8_t {
  greeting,
  body,
  closing,
  signature,
  disclaimer,
  quoted,
  forwarded,
  code,
  link,
  placeholder,
  subject
};
inline constexpr std::array<std::string_view, 11> zone_names{
    "greeting",  "body", "closing", "signature",   "disclaimer", "quoted",
    "forwarded", "code", "link",    "placeholder", "subject"};

struct Zone {
  ZoneKind kind = ZoneKind::body;
  Span span;  // in Draft::text
};

enum class Channel : std::uint8_t { email, chat, social, letter, unknown };
inline constexpr std::array<std::string_view, 5> channel_names{"email", "chat", "social", "letter",
                                                               "unknown"};

enum class Mode : std::uint8_t { draft, draft_template };
inline constexpr std::array<std::string_view, 2> mode_names{"draft", "template"};

enum class Format : std::uint8_t { plain, markdown, eml, html };
inline constexpr std::array<std::string_view, 4> format_names{"text", "markdown", "eml", "html"};

// What leads somewhere: of HTML all links, of Markdown those whose words are not
// their target.
struct Link {
  Span text;           // its words in Draft::text; empty for an image's
  std::string target;  // an address, character references decoded
  Span source;         // of HTML: the target, in the source
};

// An image of HTML. Its alternative text is no part of Draft::text, unless it is
// an emoji.
struct Image {
  std::string alternative;  // empty where none is given
  Span source;              // the tag, in the source
};

// Damage that was read past: said once a file on standard error.
struct ReadWarning {
  std::string message;     // without the path: "3 bytes are not UTF-8 …"
  std::size_t source = 0;  // where the first of it stands in the source
};

// A wish, written where no customer sees it, that a rule be silent in this draft:
// "replylint: ignore blame/should-have -- quoted from our terms" in a comment of
// HTML, Markdown or Liquid, or in front matter.
struct Suppression {
  std::string rule;  // id or family
  std::string reason;
  std::size_t source = 0;  // where it stands in the source
};

// Values of placeholders by their dotted names ("ticket.requester.first_name").
using SampleValues = std::map<std::string, std::string, std::less<>>;

struct Draft {
  Format format = Format::plain;  // what it was read as
  std::string text;               // valid UTF-8, as a reader of the message would see it
  OffsetMap source_map;           // text -> bytes of the file (or of the record's field)

  // Sorted by start. Block zones (greeting, body, closing, signature,
  // disclaimer, quoted, forwarded, code, subject) cover the text's lines without
  // overlap; a greeting or sign-off within a line is a block of its own. A
  // closing is the good-bye and the name under it, a signature what follows. A
  // disclaimer is any footer that nobody wrote for this message. Inline zones
  // (code, link, placeholder) lie inside a greeting, body, closing, signature
  // or subject and come after it.
  std::vector<Zone> zones;

  // The customer's message that is answered: from --context, a record's
  // context field, or quoted in the draft itself.
  std::optional<std::string> customer;

  // What was said before, oldest first: from --context, or quoted in the draft
  // itself. With a thread `customer` holds what the customer wrote since our
  // last message in it, joined by an empty line where it is several.
  std::vector<Message> thread;

  std::vector<Link> links;    // sorted by text
  std::vector<Image> images;  // in order

  std::vector<Mailbox> author;  // of a mail: its From: and Return-Path:
  // Of a mail, decoded. It is the first line of `text`, too, a zone of its own,
  // where it is in the author's words: not "Re: …".
  std::optional<std::string> subject;
  std::optional<Moment> date;  // of a mail, from its Date:
  std::vector<ReadWarning> warnings;
  std::vector<Suppression> suppressions;
  std::optional<Span> front_matter;  // the source between its two lines of dashes

  // Of a template with conditions ({% if %}): the texts that its customers may
  // get, each branch in one of them at least. Their maps lead to `text` above,
  // which holds the template as it was written.
  std::vector<Draft> variants;
  bool rendered = false;  // `variants` hold values of a sample
};

// Reads one file or field. Never throws on what it reads: damage ends up in
// Draft::warnings. Linear in the size of `bytes`. Placeholders for which there
// is a value in `sample` are read as that value.
[[nodiscard]] Draft read_draft(std::string_view bytes, Format format,
                               const SampleValues& sample = {});

// By name (".eml", ".md", ".markdown", ".html", ".htm"), else by shape (mail headers, tags of
// HTML); plain otherwise.
[[nodiscard]] Format guess_format(std::string_view file_name, std::string_view bytes);

// True for what is no text at all: NUL bytes near the start and no UTF-16 mark.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace replylint
