#include "cli/drafts.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <ostream>

#include "draft/jsonl.hpp"
#include "draft/mbox.hpp"
#include "report/position.hpp"

namespace replylint::cli {

void warn_of_damage(const Draft& draft, const std::string& path, const std::string& source,
                    std::ostream& err, std::size_t lines_before) {
  if (draft.warnings.empty()) return;
  const report::LineIndex lines(source);
  for (const ReadWarning& warning : draft.warnings) {
    const auto at = lines.position(warning.source);
    err << fmt::format("replylint: {}:{}:{}: warning: {}\n", path, lines_before + at.line,
                       at.column, warning.message);
  }
}

void DraftSource::fail(const std::string& message) {
  streams_.err << "replylint: " << message << '\n';
  status_ = 2;
}

void DraftSource::warn(const std::string& message) {
  streams_.err << "replylint: " << message << '\n';
}

void DraftSource::for_each(const Use& use) {
  const auto paths = paths_or_stdin(input_, streams_.surroundings);
  if (paths.empty()) {
    fail("nothing to read: name a draft, or pipe one in (replylint --help)");
    return;
  }
  const bool records = input_.input == InputFormat::jsonl;
  if (records && input_.fields.text.empty()) {
    fail("--input jsonl needs --text-field: the field that holds the reply");
    return;
  }
  const InputList inputs = expand_paths(paths, records);
  for (const std::string& error : inputs.errors) fail(error);
  for (const InputFile& file : inputs.files) {
    if (!(records ? read_records(file, use) : read_draft_file(file, use))) return;
  }
}

bool DraftSource::read_draft_file(const InputFile& file, const Use& use) {
  if (file.path == "-") return read_draft_file(file, streams_.in, use);
  std::ifstream in(file.path, std::ios::binary);
  if (in) return read_draft_file(file, in, use);
  fail(file.path + ": cannot be read: " + std::strerror(errno));
  return true;
}

bool DraftSource::read_draft_file(const InputFile& file, std::istream& in, const Use& use) {
  constexpr std::size_t looked_at = std::size_t{1} << 16;
  const std::string name = name_of(file);
  std::string head(looked_at, '\0');
  errno = 0;
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  const bool binary = looks_binary(head);
  if (!binary && is_mailbox(file, head)) return read_mailbox(in, std::move(head), name, use);
  FileBytes content = read_stream(in, std::move(head));
  if (in.bad()) {
    fail(name + ": cannot be read: " + std::strerror(errno));
    return true;
  }
  if (binary) {
    if (file.named) {
      fail(name + ": is binary, not a text to lint");
    } else {
      warn(name + ": skipped: binary");
    }
    return true;
  }
  if (content.cut) {
    warn(fmt::format("{}: longer than {} MiB; only that much was read and linted", name,
                     longest_draft >> 20));
  }
  report::Record record;
  record.path = name;
  record.source = std::move(content.bytes);
  record.draft = read_draft(record.source, format_of(file, record.source));
  warn_of_damage(record.draft, record.path, record.source, streams_.err);
  return use(std::move(record));
}

bool DraftSource::is_mailbox(const InputFile& file, const std::string& head) const {
  if (input_.input != InputFormat::automatic || file.is_mail) {
    return input_.input == InputFormat::mbox;
  }
  return is_mbox(name_of(file), head);
}

bool DraftSource::read_mailbox(std::istream& in, std::string head, const std::string& name,
                               const Use& use) {
  MboxReader reader(in, std::move(head));
  MboxMessage message;
  bool any = false;
  while (reader.next(message)) {
    any = true;
    report::Record record;
    record.id = std::to_string(message.line);
    record.path = name;
    record.record_line = message.line;
    record.is_stretch = true;
    record.bytes_before = message.start;
    record.lines_before = message.before;
    record.draft = read_message(message);
    record.source = std::move(message.raw);
    if (message.cut) {
      warn(fmt::format("{}:{}: longer than {} MiB; only that much was read and linted", name,
                       message.line, MboxMessage::longest >> 20));
    }
    warn_of_damage(record.draft, name, record.source, streams_.err, record.lines_before);
    if (!use(std::move(record))) return false;
  }
  if (!any) warn(name + ": no message in this mailbox");
  return true;
}

Format DraftSource::format_of(const InputFile& file, const std::string& bytes) const {
  switch (input_.input) {
    case InputFormat::plain:
      return Format::plain;
    case InputFormat::markdown:
      return Format::markdown;
    case InputFormat::html:
      return Format::html;
    case InputFormat::eml:
      return Format::eml;
    case InputFormat::automatic:
    case InputFormat::jsonl:
    case InputFormat::mbox:
      break;
  }
  return file.is_mail ? Format::eml : guess_format(name_of(file), bytes);
}

bool DraftSource::read_records(const InputFile& file, const Use& use) {
  if (file.path == "-") return read_records(streams_.in, name_of_stdin(), use);
  std::ifstream in(file.path, std::ios::binary);
  if (!in) {
    fail(file.path + ": cannot be read: " + std::strerror(errno));
    return true;
  }
  return read_records(in, file.path, use);
}

bool DraftSource::read_records(std::istream& in, const std::string& name, const Use& use) {
  JsonlReader reader(in, input_.fields);
  std::optional<RawRecord> raw;
  std::optional<RecordError> error;
  while (reader.next(raw, error)) {
    if (error) {
      fail(fmt::format("{}:{}: {}; the line was passed over", name, error->line, error->message));
      continue;
    }
    report::Record record;
    record.id = std::move(raw->id);
    record.path = name;
    record.record_line = raw->line;
    record.source = std::move(raw->text);
    record.draft = read_draft(record.source, Format::plain);
    warn_of_damage(record.draft, record.path, record.source, streams_.err);
    if (raw->context && !raw->context->empty()) record.draft.customer = std::move(raw->context);
    if (!use(std::move(record))) return false;
  }
  return true;
}

}  // namespace replylint::cli
