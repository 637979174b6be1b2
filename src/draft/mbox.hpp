// Mailbox files: many messages in one file, each below a separator line that
// begins with "From ". Read as a stream: memory is bounded by the longest
// message that is kept, whatever the size of the file. Linear.
//
// All four variants are read, and are told by their content:
//   mboxo    a line of a message that begins with "From " has a ">" before it
//   mboxrd   so has one that begins with ">From ", ">>From " …
//   mboxcl   as mboxo, and Content-Length gives the size of the body
//   mboxcl2  Content-Length alone, nothing is escaped
// A Content-Length counts only where the message that it measures ends at a
// separator or at the end of the file. A separator is "From ", then anything
// that holds a month, a time of day and a year, above a header field; so a
// sentence that begins with "From " does not cut a message in two.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "draft/mapped_text.hpp"
#include "replylint/draft.hpp"

namespace replylint {

struct MboxMessage {
  // A longer message is cut.
  static constexpr std::size_t longest = std::size_t{16} << 20;  // bytes

  std::size_t line = 0;    // of the separator in the file, 1-based
  std::string separator;   // the line, without its end; empty for text before the first one
  std::size_t start = 0;   // byte of the file at which `raw` begins
  std::size_t before = 0;  // lines of the file in front of `raw`
  std::string raw;         // the message as it stands in the file
  MappedText text;         // as it was sent, nothing escaped; its map leads to bytes of `raw`
  bool cut = false;        // `raw` is its beginning only
};

class MboxReader {
 public:
  // `head`: bytes of the file that were taken from the stream before.
  explicit MboxReader(std::istream& in, std::string head = {});

  // The next message, or false at the end of the file. Nothing but empty lines
  // is passed over.
  bool next(MboxMessage& message);

 private:
  void fill(std::size_t size);
  std::string_view piece(std::size_t from);
  bool separator_at(std::size_t from);
  bool length_is_right(std::size_t size);
  void take(std::size_t size, MboxMessage& message);
  void skip(std::size_t size);
  bool read_body(MboxMessage& message);

  std::istream& in_;
  std::string buffer_;
  std::size_t at_ = 0;      // in buffer_: what is not yet used begins here
  std::size_t offset_ = 0;  // the same place in the file
  std::size_t lines_ = 0;   // in front of it
  bool unescaped_ = false;  // mboxcl2: a message held a bare "From " line
};

// A message as it was sent: lines that were escaped lose one ">". Not so those
// that stand among lines with as many marks, glued to the text: these quote.
// The map leads to bytes of `raw`.
[[nodiscard]] MappedText unescape_from_lines(std::string_view raw);

// The message as a mail; its map leads to bytes of `raw`.
[[nodiscard]] Draft read_message(const MboxMessage& message);

// By name (".mbox", but not ".eml" or Markdown), else by shape: the file
// begins with a separator above a header field.
[[nodiscard]] bool is_mbox(std::string_view file_name, std::string_view head);

}  // namespace replylint
