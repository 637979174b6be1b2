// A reply draft as it was read: the visible text, what each part of it is, and
// the way back to the bytes of the file.
#pragma once

#include <array>
#include <cstdint>
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
  placeholder
};
inline constexpr std::array<std::string_view, 10> zone_names{
    "greeting", "body",      "closing", "signature", "disclaimer",
    "quoted",   "forwarded", "code",    "link",      "placeholder"};

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

// Damage that was read past: said once a file on standard error.
struct ReadWarning {
  std::string message;     // without the path: "3 bytes are not UTF-8 …"
  std::size_t source = 0;  // where the first of it stands in the source
};

struct Draft {
  std::string text;      // valid UTF-8, as a reader of the message would see it
  OffsetMap source_map;  // text -> bytes of the file (or of the record's field)

  // Sorted by start. Block zones (greeting, body, closing, signature,
  // disclaimer, quoted, forwarded, code) cover the text's lines without
  // overlap; a greeting or sign-off within a line is a block of its own. A
  // closing is the good-bye and the name under it, a signature what follows. A
  // disclaimer is any footer that nobody wrote for this message. Inline zones
  // (code, link, placeholder) lie inside a greeting, body, closing or signature
  // and come after it.
  std::vector<Zone> zones;

  // The customer's message that is answered: from --context, a record's
  // context field, or quoted in the draft itself.
  std::optional<std::string> customer;

  // What was said before, oldest first; empty where at most one message is
  // known. With a thread `customer` holds what the customer wrote since our
  // last message in it, joined by an empty line where it is several.
  std::vector<Message> thread;

  std::optional<std::string> subject;  // of a mail, decoded
  std::optional<Moment> date;          // of a mail, from its Date:
  std::vector<ReadWarning> warnings;
};

// Reads one file or field. Never throws on what it reads: damage ends up in
// Draft::warnings. Linear in the size of `bytes`.
[[nodiscard]] Draft read_draft(std::string_view bytes, Format format);

// By name (".eml", ".md", ".markdown", ".html", ".htm"), else by shape (mail headers, tags of
// HTML); plain otherwise.
[[nodiscard]] Format guess_format(std::string_view file_name, std::string_view bytes);

// True for what is no text at all: NUL bytes near the start and no UTF-16 mark.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace replylint
