#include "draft/mbox.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <istream>
#include <optional>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/dates.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t block_size = std::size_t{1} << 16;
// A longer line is looked at piece by piece.
constexpr std::size_t longest_piece = block_size;

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_blank(std::string_view line) { return ascii::trim(line).empty(); }

// "From a@b.c Thu Jan  1 00:00:00 2026".
bool is_dated_separator(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  line.remove_prefix(5);
  bool month = false;
  bool time = false;
  bool year = false;
  while (!(line = ascii::trim(line)).empty()) {
    const std::string_view word = line.substr(0, line.find_first_of(" \t,"));
    line.remove_prefix(std::min(word.size() + 1, line.size()));
    month = month || std::find(months.begin(), months.end(), word.substr(0, 3)) != months.end();
    time = time || contains_time(word);
    year = year || (word.size() == 4 && std::all_of(word.begin(), word.end(), ascii::is_digit));
  }
  return month && time && year;
}

// "Subject: …": a name without spaces, and a colon. Old mailboxes hold a ">From " line there.
bool is_header_field(std::string_view line) {
  if (line.starts_with(">From ")) return true;
  const std::size_t colon = line.find(':');
  return colon != npos && colon > 0 &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return c > ' ' && c < '\x7f'; });
}

std::optional<std::size_t> content_length(std::string_view line) {
  constexpr std::string_view name = "content-length:";
  if (!ascii::starts_with_ignoring_case(line, name)) return std::nullopt;
  const std::string_view digits = ascii::trim(line.substr(name.size()));
  std::size_t size = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return size;
}

std::size_t marks_of(std::string_view line) {
  return std::min(line.find_first_not_of('>'), line.size());
}

// Calls `use` with each line, its end included.
template <typename Use>
void for_each_line(std::string_view text, const Use& use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    use(at, text.substr(at, end - at));
    at = end;
  }
}

// The empty line before a separator is no part of the message, unless it ends
// a header.
void drop_last_empty_line(std::string& raw) {
  for (const std::string_view line_end : {"\n", "\r\n"}) {
    const std::string empty = "\n" + std::string(line_end);
    if (raw.ends_with(empty) && raw.find(empty) + empty.size() < raw.size()) {
      raw.resize(raw.size() - line_end.size());
      return;
    }
  }
}

bool has_bare_from_line(std::string_view raw) {
  return raw.starts_with("From ") || raw.find("\nFrom ") != npos;
}

}  // namespace

MboxReader::MboxReader(std::istream& in, std::string head) : in_(in), buffer_(std::move(head)) {}

// Tries to have `size` unused bytes.
void MboxReader::fill(std::size_t size) {
  while (buffer_.size() - at_ < size && in_) {
    // Rarely, so that each byte is moved a bounded number of times.
    if (at_ > block_size && at_ > buffer_.size() / 2) {
      buffer_.erase(0, at_);
      at_ = 0;
    }
    const std::size_t before = buffer_.size();
    buffer_.resize(before + block_size);
    in_.read(buffer_.data() + before, static_cast<std::streamsize>(block_size));
    buffer_.resize(before + static_cast<std::size_t>(in_.gcount()));
  }
}

// What follows `from` unused bytes: up to a line end, or as much as is looked
// at; empty at the end of the file.
std::string_view MboxReader::piece(std::size_t from) {
  std::size_t seen = from;
  while (true) {
    const std::size_t end = buffer_.find('\n', at_ + seen);
    if (end != npos) return {buffer_.data() + at_ + from, end + 1 - at_ - from};
    seen = std::max(buffer_.size() - at_, from);
    if (seen >= from + longest_piece) break;
    fill(seen + 1);
    if (buffer_.size() - at_ <= seen) break;
  }
  const std::size_t rest = buffer_.size() - at_;
  const std::size_t start = std::min(from, rest);
  return {buffer_.data() + at_ + start, rest - start};
}

bool MboxReader::separator_at(std::size_t from) {
  const std::string_view line = piece(from);
  if (!is_dated_separator(line)) return false;
  const std::size_t size = line.size();
  return is_header_field(piece(from + size));
}

// True where a message of `size` bytes ends at a separator or the end of the file.
bool MboxReader::length_is_right(std::size_t size) {
  if (size > MboxMessage::longest) return false;
  fill(size);
  if (buffer_.size() - at_ < size) return false;
  std::size_t from = size;
  for (int empty_lines = 0; empty_lines < 3; ++empty_lines) {
    const std::string_view line = piece(from);
    if (line.empty()) return true;
    if (!is_blank(line)) break;
    from += line.size();
  }
  // The size may leave out the last line end, not the end of a line's text.
  return (from > size || (size > 0 && buffer_[at_ + size - 1] == '\n')) && separator_at(from);
}

void MboxReader::skip(std::size_t size) {
  const auto first = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
  lines_ +=
      static_cast<std::size_t>(std::count(first, first + static_cast<std::ptrdiff_t>(size), '\n'));
  at_ += size;
  offset_ += size;
}

void MboxReader::take(std::size_t size, MboxMessage& message) {
  const std::size_t room = MboxMessage::longest - message.raw.size();
  message.raw.append(buffer_, at_, std::min(size, room));
  message.cut = message.cut || size > room;
  skip(size);
}

// True where Content-Length told its end.
bool MboxReader::read_body(MboxMessage& message) {
  bool in_header = true;
  bool begins = true;  // a line
  std::optional<std::size_t> length;
  while (true) {
    const std::string_view line = piece(0);
    if (line.empty()) return false;
    const std::size_t size = line.size();
    const bool ends = line.back() == '\n';
    if (begins && in_header && is_blank(line)) {
      in_header = false;
      if (length && *length <= MboxMessage::longest && length_is_right(size + *length)) {
        take(size, message);
        unescaped_ = unescaped_ || has_bare_from_line({buffer_.data() + at_, *length});
        take(*length, message);
        return true;
      }
    } else if (begins && in_header) {
      if (const auto found = content_length(line)) length = found;
    }
    if (begins && separator_at(0)) return false;
    take(size, message);
    begins = ends;
  }
}

bool MboxReader::next(MboxMessage& message) {
  message = {};
  while (true) {
    const std::string_view line = piece(0);
    if (line.empty()) return false;
    if (!is_blank(line)) break;
    skip(line.size());
  }
  message.line = lines_ + 1;
  const std::string_view line = piece(0);
  if (line.starts_with("From ")) {
    message.separator = ascii::trim(line);
    skip(line.size());
  }
  message.start = offset_;
  message.before = lines_;
  if (!read_body(message)) drop_last_empty_line(message.raw);
  if (unescaped_) {
    message.text.append_copy(message.raw, 0);
  } else {
    message.text = unescape_from_lines(message.raw);
  }
  return true;
}

MappedText unescape_from_lines(std::string_view raw) {
  MappedText out;
  out.text.reserve(raw.size());
  std::string_view before;
  const auto quotes = [](std::string_view line, std::size_t marks) {
    return marks_of(line) == marks && line.size() > marks && !ascii::is_space(line[marks]);
  };
  for_each_line(raw, [&](std::size_t at, std::string_view line) {
    const std::size_t marks = line.starts_with('>') ? marks_of(line) : 0;
    if (marks > 0 && line.substr(marks).starts_with("From ")) {
      const std::string_view after = raw.substr(at + line.size(), marks + 1);
      if (!quotes(before, marks) && !quotes(after, marks)) {
        line.remove_prefix(1);
        ++at;
      }
    }
    out.append_copy(line, at);
    before = line;
  });
  return out;
}

Draft read_message(const MboxMessage& message) {
  Draft draft = read_draft(message.text.text, Format::eml);
  draft.source_map = draft.source_map.then(message.text.map);
  for (ReadWarning& warning : draft.warnings) {
    warning.source = message.text.map.to_source({warning.source, warning.source}).start;
  }
  return draft;
}

bool is_mbox(std::string_view file_name, std::string_view head) {
  const std::string name = ascii::to_lower(file_name);
  if (name.ends_with(".mbox")) return true;
  if (guess_format(file_name, {}) != Format::plain) return false;
  const std::size_t next = head.find('\n');
  return next != npos && is_dated_separator(head.substr(0, next)) &&
         is_header_field(head.substr(next + 1, head.find('\n', next + 1) - next));
}

}  // namespace replylint
