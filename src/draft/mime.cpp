#include "draft/mime.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

// A field name, up to its colon; empty where the line is no header field.
std::string_view field_name(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && line[end] > ' ' && line[end] < '\x7f' && line[end] != ':') ++end;
  std::size_t colon = end;
  while (colon < line.size() && (line[colon] == ' ' || line[colon] == '\t')) ++colon;
  if (end == 0 || colon == line.size() || line[colon] != ':') return {};
  return line.substr(0, end);
}

bool is_mail_field(std::string_view name) {
  constexpr auto names = std::to_array<std::string_view>(
      {"from",           "to",          "cc",           "bcc",
       "subject",        "date",        "sender",       "reply-to",
       "message-id",     "in-reply-to", "references",   "mime-version",
       "received",       "return-path", "delivered-to", "user-agent",
       "dkim-signature", "importance",  "precedence",   "auto-submitted"});
  return std::find(names.begin(), names.end(), name) != names.end() ||
         name.starts_with("content-") || name.starts_with("x-") || name.starts_with("list-") ||
         name.starts_with("resent-");
}

// Where a field of the header is kept; nothing for one that nobody wants.
std::string* mail_field(MailFields& fields, std::string_view name) {
  if (name == "from") return &fields.from;
  if (name == "return-path") return &fields.return_path;
  if (name == "date") return &fields.date;
  if (name == "auto-submitted") return &fields.auto_submitted;
  return nullptr;
}

// A line, without its end.
struct Line {
  std::string_view text;
  std::size_t start = 0;
  std::size_t next = 0;
};

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {}

  MimeTree run() {
    begin_part(0, 0);
    std::size_t at = 0;
    // The separator of mailbox files, and empty lines before a header.
    while (at < source_.size()) {
      const Line line = line_at(at);
      if (!line.text.starts_with("From ") && !ascii::trim(line.text).empty()) break;
      at = line.next;
    }
    if (source_.substr(at).starts_with("\xEF\xBB\xBF")) at += 3;
    read_lines(at);
    finish();
    return std::move(tree_);
  }

 private:
  enum class State { header, body, between };

  struct Open {
    std::size_t part = 0;
    std::string delimiter;  // "--" and the boundary
    std::size_t start = 0;  // where its body begins
  };

  Line line_at(std::size_t at) const {
    const std::size_t end = std::min(source_.find('\n', at), source_.size());
    std::string_view text = source_.substr(at, end - at);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return {text, at, std::min(end + 1, source_.size())};
  }

  void read_lines(std::size_t at) {
    while (at < source_.size()) {
      const Line line = line_at(at);
      read_line(line);
      at = line.next;
    }
  }

  void begin_part(std::size_t parent, std::size_t depth) {
    MimePart part;
    part.depth = depth;
    part.parent = parent;
    current_ = tree_.parts.size();
    tree_.parts.push_back(std::move(part));
    if (current_ != 0) tree_.parts[parent].children.push_back(current_);
    state_ = State::header;
    field_.clear();
    fields_ = 0;
  }

  void read_line(const Line& line) {
    if (!open_.empty() && line.text.starts_with("--") && read_delimiter(line)) return;
    if (state_ == State::header) read_header_line(line);
  }

  // The innermost open multipart whose delimiter this line is.
  bool read_delimiter(const Line& line) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (!line.text.starts_with(open_[i].delimiter)) continue;
      std::string_view rest = line.text.substr(open_[i].delimiter.size());
      const bool last = rest.starts_with("--");
      if (last) rest.remove_prefix(2);
      if (!ascii::trim(rest).empty()) continue;
      end_part(line.start);
      const std::size_t part = open_[i].part;
      for (std::size_t inner = i + 1; inner < open_.size(); ++inner) {
        keep_as_text(open_[inner], line.start);
      }
      open_.resize(last ? i : i + 1);
      if (last) {
        state_ = State::between;
      } else {
        begin_part(part, tree_.parts[part].depth + 1);
      }
      return true;
    }
    return false;
  }

  // The line end before a delimiter belongs to the delimiter.
  void end_part(std::size_t at) {
    if (state_ == State::header) {
      end_field();
      end_header(at, at);
    }
    if (state_ != State::body) return;
    Span& body = tree_.parts[current_].body;
    std::size_t end = at;
    if (end > body.start && source_[end - 1] == '\n') --end;
    if (end > body.start && source_[end - 1] == '\r') --end;
    body.end = end;
  }

  void read_header_line(const Line& line) {
    if (ascii::trim(line.text).empty()) {
      // Old mailers fold a field over a line of nothing but spaces.
      const std::string_view next = line_at(line.next).text;
      if (!line.text.empty() && (next.starts_with(' ') || next.starts_with('\t')) &&
          !ascii::trim(next).empty())
        return;
      end_field();
      end_header(line.start, line.next);
      return;
    }
    if (line.text.front() == ' ' || line.text.front() == '\t') {
      if (field_ == "subject") {
        tree_.parts[current_].subject.end = line.start + line.text.size();
      } else if (!field_.empty()) {
        value_.append(" ").append(ascii::trim(line.text));
      }
      return;
    }
    end_field();
    const std::string_view name = field_name(line.text);
    if (name.empty()) {
      // A message within another may carry the separator of mailbox files.
      if (fields_ == 0 && line.text.starts_with("From ")) return;
      if (fields_ > 0 && header_goes_on(line.next)) {
        warn("a line of the header is no field; it was passed over", line.start);
        return;
      }
      // A part may well have no header; a message without an empty line is damaged.
      if (current_ == 0) warn("the header does not end with an empty line", line.start);
      end_header(line.start, line.start);
      return;
    }
    ++fields_;
    field_ = ascii::to_lower(name);
    const std::size_t value = line.text.find(':') + 1;
    if (field_ == "subject") {
      tree_.parts[current_].subject = {line.start + value, line.start + line.text.size()};
    } else if (wanted(field_) || mail_field(tree_.parts[current_].fields, field_) != nullptr) {
      value_ = ascii::trim(line.text.substr(value));
    } else {
      field_.clear();
    }
  }

  static bool wanted(std::string_view name) {
    return name == "content-type" || name == "content-disposition" ||
           name == "content-transfer-encoding";
  }

  void end_field() {
    if (field_.empty()) return;
    MimePart& part = tree_.parts[current_];
    if (field_ == "content-type") {
      // Of several, the first counts.
      if (part.type.value.empty()) part.type = parse_mime_value(value_);
    } else if (field_ == "content-disposition") {
      part.disposition = parse_mime_value(value_);
    } else if (field_ == "content-transfer-encoding") {
      part.transfer_encoding = value_;
    } else if (std::string* kept = mail_field(part.fields, field_)) {
      *kept = value_;
    }
    field_.clear();
  }

  // A line that is no field may still stand in a header: one of the next lines
  // is a field that mails have. "Note: …" would be text.
  [[nodiscard]] bool header_goes_on(std::size_t at) const {
    constexpr int most_lines = 5;
    for (int i = 0; i < most_lines && at < source_.size(); ++i) {
      const Line line = line_at(at);
      if (ascii::trim(line.text).empty()) return false;
      if (is_mail_field(ascii::to_lower(field_name(line.text)))) return true;
      at = line.next;
    }
    return false;
  }

  [[nodiscard]] const char* default_type(const MimePart& part) const {
    const bool in_digest = tree_.parts[part.parent].type.value == "multipart/digest";
    return in_digest ? "message/rfc822" : "text/plain";
  }

  // `end`: where the header ends; `body`: where the body begins.
  void end_header(std::size_t end, std::size_t body) {
    MimePart& part = tree_.parts[current_];
    if (part.type.value.empty()) part.type.value = default_type(part);
    const bool multipart = part.type.value.starts_with("multipart/");
    const bool message = part.type.value == "message/rfc822" || part.type.value == "message/global";
    const std::size_t depth = part.depth;
    if ((multipart || message) && depth >= MimeTree::deepest) {
      if (!too_deep_) {
        warn("parts are nested more than " + std::to_string(MimeTree::deepest) +
                 " deep; what lies deeper was not read",
             end);
      }
      too_deep_ = true;
    } else if (multipart) {
      const std::string_view boundary = part.type.parameter("boundary");
      if (!boundary.empty()) {
        open_.push_back({current_, "--" + std::string(boundary), body});
        state_ = State::between;
        return;
      }
      warn("a multipart without a boundary; read as plain text", end);
      part.type.value = "text/plain";
    } else if (message) {
      begin_part(current_, depth + 1);
      return;
    }
    part.body = {body, source_.size()};
    state_ = State::body;
  }

  void finish() {
    if (state_ == State::header) {
      end_field();
      end_header(source_.size(), source_.size());
      if (current_ == 0) warn("the message ends within its header", source_.size());
    }
    if (open_.empty()) return;
    if (tree_.parts[open_.front().part].children.empty() && read_with_other_boundary()) return;
    bool whole = true;
    for (const Open& open : open_) whole = keep_as_text(open, source_.size()) && whole;
    if (whole) warn("the final boundary of a multipart is missing", source_.size());
  }

  // A multipart whose boundary never came: better its raw text than none.
  // False where it was so.
  bool keep_as_text(const Open& open, std::size_t end) {
    MimePart& part = tree_.parts[open.part];
    if (!part.children.empty()) return true;
    part.type.value = "text/plain";
    part.body = {open.start, end};
    warn("the boundary of a multipart is never found; read as plain text", open.start);
    return false;
  }

  // Where the boundary never comes, but a line that looks like one does, above a
  // field of a part's header, that is it.
  bool read_with_other_boundary() {
    const Open open = open_.front();
    for (std::size_t at = open.start; at < source_.size();) {
      const Line line = line_at(at);
      at = line.next;
      const std::string_view boundary = ascii::trim(line.text);
      if (boundary.size() < 3 || !boundary.starts_with("--")) continue;
      if (!ascii::starts_with_ignoring_case(line_at(at).text, "content-")) continue;
      warn("the boundary of a multipart is never found; that of its parts was taken", line.start);
      open_ = {{open.part, std::string(boundary), open.start}};
      state_ = State::between;
      read_lines(line.start);
      return true;
    }
    return false;
  }

  void warn(std::string message, std::size_t at) {
    tree_.warnings.push_back({std::move(message), at});
  }

  std::string_view source_;
  MimeTree tree_;
  std::vector<Open> open_;  // from the outermost
  State state_ = State::header;
  std::size_t current_ = 0;
  bool too_deep_ = false;
  std::size_t fields_ = 0;  // of the header being read
  std::string field_;       // name of the field being read; empty for one that nobody wants
  std::string value_;
};

}  // namespace

MimeTree parse_mime(std::string_view source) { return Parser(source).run(); }

}  // namespace replylint
