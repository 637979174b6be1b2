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
#include "report/position.hpp"

namespace replylint::cli {

void warn_of_damage(const Draft& draft, const std::string& path, const std::string& source,
                    std::ostream& err) {
  if (draft.warnings.empty()) return;
  const report::LineIndex lines(source);
  for (const ReadWarning& warning : draft.warnings) {
    const auto at = lines.position(warning.source);
    err << fmt::format("replylint: {}:{}:{}: warning: {}\n", path, at.line, at.column,
                       warning.message);
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
  const std::vector<std::string_view> endings = endings_in_folders();
  const InputList inputs = expand_paths(paths, endings);
  for (const std::string& error : inputs.errors) fail(error);
  bool any = false;
  const Use counted = [&](report::Record record) {
    any = true;
    return use(std::move(record));
  };
  for (const InputFile& file : inputs.files) {
    if (!(file.path == "-" ? read_stdin(file, counted) : read_file_of(file, counted))) return;
  }
  const bool none_named = std::none_of(inputs.files.begin(), inputs.files.end(),
                                       [](const InputFile& file) { return file.named; });
  if (!any && none_named && status_ == 0) fail(no_draft_in(paths.front(), endings));
}

std::vector<std::string_view> DraftSource::endings_in_folders() const {
  const bool only_records = input_.input >= InputFormat::json;
  auto endings = only_records && product_of(input_) == nullptr ? std::vector<std::string_view>()
                                                               : draft_endings();
  if (only_records || input_.input == InputFormat::automatic) {
    const auto more = record_endings(input_);
    endings.insert(endings.end(), more.begin(), more.end());
  }
  return endings;
}

bool DraftSource::read_stdin(const InputFile& file, const Use& use) {
  const std::string name = name_of_stdin();
  if (const auto plan = plan_records(input_, name, true, {})) {
    return read_records(streams_.in, name, *plan, use);
  }
  FileBytes content = read_stream(streams_.in);
  if (auto plan = plan_records(input_, name, true, content.bytes)) {
    std::istringstream in(std::move(content.bytes));
    return read_records(in, name, *plan, use);
  }
  return read_draft_bytes(file, name, std::move(content), use);
}

bool DraftSource::read_file_of(const InputFile& file, const Use& use) {
  if (const auto plan = plan_records(input_, file.path, file.named, {})) {
    std::ifstream in(file.path, std::ios::binary);
    if (in) return read_records(in, file.path, *plan, use);
    fail(file.path + ": cannot be read: " + std::strerror(errno));
    return true;
  }
  auto read = read_file(file.path);
  if (const auto* error = std::get_if<ReadError>(&read)) {
    fail(file.path + ": " + error->message);
    return true;
  }
  return read_draft_bytes(file, file.path, std::move(std::get<FileBytes>(read)), use);
}

bool DraftSource::read_draft_bytes(const InputFile& file, const std::string& name,
                                   FileBytes content, const Use& use) {
  if (looks_binary(content.bytes)) {
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
  if (const helpdesk::Product* product = product_of(input_)) {
    record.product = product->name;
    record.channel = product->channel;
    record.is_template = true;
  }
  record.draft = read_draft(record.source, format_of(name, record.source));
  warn_of_damage(record.draft, record.path, record.source, streams_.err);
  return use(std::move(record));
}

Format DraftSource::format_of(const std::string& name, const std::string& bytes) const {
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
  return guess_format(name, bytes);
}

bool DraftSource::read_records(std::istream& in, const std::string& name, const RecordPlan& plan,
                               const Use& use) {
  return read_record_file(in, name, plan, use, [this](const RecordMessage& message) {
    message.failure ? fail(message.text) : warn(message.text);
  });
}

}  // namespace replylint::cli
