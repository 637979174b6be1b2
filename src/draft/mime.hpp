// The structure of a mail: header fields and the tree of its parts. One pass
// over the lines; a boundary of an outer multipart ends all inner ones, so that
// truncated messages are read as far as they go.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "draft/mime_value.hpp"
#include "replylint/draft.hpp"
#include "replylint/span.hpp"

namespace replylint {

// Fields of a message's header, unfolded and not decoded; of several, the last.
struct MailFields {
  std::string from;
  std::string return_path;
  std::string date;
  std::string auto_submitted;
};

struct MimePart {
  MimeValue type;         // "text/plain" where none is given
  MimeValue disposition;  // empty value where none is given
  std::string transfer_encoding;
  MailFields fields;
  Span subject;                       // bytes of the source, folded, not decoded; the last one
  Span body;                          // bytes of the source; of a leaf
  std::vector<std::size_t> children;  // indices into MimeTree::parts, in order
  std::size_t parent = 0;             // index; its own for the message
  std::size_t depth = 0;
};

struct MimeTree {
  static constexpr std::size_t deepest = 50;

  std::vector<MimePart> parts;  // [0] is the message itself
  std::vector<ReadWarning> warnings;
};

[[nodiscard]] MimeTree parse_mime(std::string_view source);

}  // namespace replylint
