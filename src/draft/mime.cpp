#include "draft/mime.hpp"

#include <algorithm>
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

// Skips white space and comments in parentheses.
void skip_blank(std::string_view& rest) {
  int comment = 0;
  while (!rest.empty()) {
    const char c = rest.front();
    if (c == '(') {
      ++comment;
    } else if (c == ')' && comment > 0) {
      --comment;
    } else if (comment == 0 && !ascii::is_space(c)) {
      return;
    }
    rest.remove_prefix(1);
  }
}

std::string read_quoted(std::string_view& rest) {
  std::string out;
  rest.remove_prefix(1);
  while (!rest.empty() && rest.front() != '"') {
    if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
    out += rest.front();
    rest.remove_prefix(1);
  }
  if (!rest.empty()) rest.remove_prefix(1);
  return out;
}

std::string read_token(std::string_view& rest, std::string_view stops) {
  const std::size_t end = std::min(rest.find_first_of(stops), rest.size());
  std::string out(ascii::trim(rest.substr(0, end)));
  rest.remove_prefix(end);
  return out;
}

// Where a field of the header is kept; nothing for one that nobody wants.
std::string* mail_field(MailFields& fields, std::string_view name) {
  if (name == "subject") return &fields.subject;
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
    while (at < source_.size()) {
      const Line line = line_at(at);
      read_line(line);
      at = line.next;
    }
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

  void begin_part(std::size_t parent, std::size_t depth) {
    MimePart part;
    part.depth = depth;
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
      if (!field_.empty()) value_.append(" ").append(ascii::trim(line.text));
      return;
    }
    end_field();
    const std::string_view name = field_name(line.text);
    if (name.empty()) {
      // A message within another may carry the separator of mailbox files.
      if (fields_ == 0 && line.text.starts_with("From ")) return;
      if (fields_ > 0 && !field_name(line_at(line.next).text).empty()) {
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
    if (wanted(field_) || mail_field(tree_.parts[current_].fields, field_) != nullptr) {
      value_ = ascii::trim(line.text.substr(line.text.find(':') + 1));
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

  // `end`: where the header ends; `body`: where the body begins.
  void end_header(std::size_t end, std::size_t body) {
    MimePart& part = tree_.parts[current_];
    if (part.type.value.empty()) part.type.value = "text/plain";
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
    const Open& outermost = open_.front();
    if (tree_.parts[outermost.part].children.empty()) {
      // The boundary never comes: better its raw text than none.
      MimePart& part = tree_.parts[outermost.part];
      part.type.value = "text/plain";
      part.body = {outermost.start, source_.size()};
      warn("the boundary of a multipart is never found; read as plain text", outermost.start);
    } else {
      warn("the final boundary of a multipart is missing", source_.size());
    }
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

std::string_view MimeValue::parameter(std::string_view name) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const Parameter& p) { return p.name == name; });
  return found == parameters.end() ? std::string_view() : std::string_view(found->value);
}

MimeValue parse_mime_value(std::string_view field) {
  MimeValue out;
  skip_blank(field);
  out.value = ascii::to_lower(read_token(field, ";( \t,"));
  while (!field.empty()) {
    // Anything up to the next semicolon was no parameter.
    field.remove_prefix(std::min(field.find(';'), field.size()));
    if (!field.empty()) field.remove_prefix(1);
    skip_blank(field);
    MimeValue::Parameter parameter;
    parameter.name = ascii::to_lower(read_token(field, "=;"));
    if (field.starts_with('=')) {
      field.remove_prefix(1);
      skip_blank(field);
      parameter.value = field.starts_with('"') ? read_quoted(field) : read_token(field, "; \t(");
    }
    if (!parameter.name.empty()) out.parameters.push_back(std::move(parameter));
  }
  return out;
}

MimeTree parse_mime(std::string_view source) { return Parser(source).run(); }

}  // namespace replylint
