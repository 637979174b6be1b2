#include "cli/drafts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <ostream>
#include <sstream>

#include "cli/record_input.hpp"
#include "cli/sample.hpp"
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
  if (const auto mistake = field_mistake(input_)) {
    fail(*mistake);
    return;
  }
  if (!input_.sample.empty()) {
    Problems problems;
    sample_ = read_sample(input_.sample, problems);
    if (!problems.empty()) {
      print_problems(problems, streams_.err);
      status_ = 2;
      return;
    }
  }
  const std::vector<std::string_view> endings = endings_in_folders();
  const InputList inputs = expand_paths(paths, endings);
  for (const std::string& error : inputs.errors) fail(error);
  bool any = false;
  const Use counted = [&](report::Record record) {
    any = true;
    return use(std::move(record));
  };
  for (const InputFile& file : inputs.files) {
    if (!read_input(file, counted)) return;
  }
  const bool none_named = std::none_of(inputs.files.begin(), inputs.files.end(),
                                       [](const InputFile& file) { return file.named; });
  if (!any && none_named && status_ == 0) fail(no_draft_in(paths.front(), endings));
}

std::vector<std::string_view> DraftSource::endings_in_folders() const {
  std::vector<std::string_view> endings;
  if (!holds_records_only(input_)) endings = draft_endings();
  const auto more = record_endings(input_);
  endings.insert(endings.end(), more.begin(), more.end());
  return endings;
}

bool DraftSource::read_input(const InputFile& file, const Use& use) {
  const auto plan = plan_records(input_, name_of(file), file.named, {});
  const auto read = [&](std::istream& in) {
    return plan ? read_records(in, name_of(file), *plan, use) : read_draft_file(file, in, use);
  };
  if (file.path == "-") return read(streams_.in);
  std::ifstream in(file.path, std::ios::binary);
  if (in) return read(in);
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
  // The shape of what is piped in tells what its name does not.
  if (file.path == "-") {
    if (const auto plan = plan_records(input_, name, true, content.bytes)) {
      std::istringstream records(std::move(content.bytes));
      return read_records(records, name, *plan, use);
    }
  }
  if (content.cut) {
    warn(fmt::format("{}: longer than {} MiB; only that much was read and linted", name,
                     longest_draft >> 20));
  }
  report::Record record;
  record.path = name;
  record.source = std::move(content.bytes);
  if (const helpdesk::Product* product = product_of(input_)) {
    record.product = product->name;
    record.channel = product->channel;
    record.is_template = true;
  }
  record.draft = read_draft(record.source, format_of(file, record.source), sample_);
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
    default:
      break;
  }
  return file.is_mail ? Format::eml : guess_format(name_of(file), bytes);
}

bool DraftSource::read_records(std::istream& in, const std::string& name, const RecordPlan& plan,
                               const Use& use) {
  const auto read = [&](std::istream& from) {
    return read_record_file(
        from, name, plan, use,
        [this](const RecordMessage& message) {
          message.failure ? fail(message.text) : warn(message.text);
        },
        sample_);
  };
  if (!fix_records_) return read(in);
  FileBytes whole = read_stream(in);
  if (whole.cut) {
    fail(fmt::format("{}: longer than {} MiB, which is too long to be fixed; nothing was changed",
                     name, longest_draft >> 20));
    return true;
  }
  std::istringstream fixed(fix_records_(std::move(whole.bytes), name, plan));
  return read(fixed);
}

}  // namespace replylint::cli
