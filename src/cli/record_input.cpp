#include "cli/record_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "report/position.hpp"
#include "report/printable.hpp"

namespace replylint::cli {

namespace {

std::string_view input_name(const InputArguments& input) {
  return input_names.at(static_cast<std::size_t>(input.input));
}

// The syntax that --input names.
std::optional<RecordSyntax> syntax_of(const InputArguments& input) {
  const auto at =
      std::find(record_syntax_names.begin(), record_syntax_names.end(), input_name(input));
  if (at == record_syntax_names.end()) return std::nullopt;
  return static_cast<RecordSyntax>(at - record_syntax_names.begin());
}

// JSON, as far as its first character tells.
bool may_be_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

// JSON that is surely a helpdesk's: a template may begin with a brace too.
bool holds_records(std::string_view bytes) {
  if (!may_be_json(bytes)) return false;
  std::istringstream in{std::string(bytes)};
  RecordReader reader(in, RecordSyntax::json, OfProduct{nullptr, true});
  const auto first = reader.next();
  const auto* error = first ? std::get_if<RecordError>(&*first) : nullptr;
  return first && (error == nullptr || error->reach < RecordError::Reach::file);
}

// The files that --input PRODUCT reads as records whatever their name is.
RecordSyntax guess_syntax(std::string_view bytes) {
  return may_be_json(bytes) ? RecordSyntax::json : RecordSyntax::yaml;
}

bool is_in_github_folder(const std::string& path) {
  return path.starts_with(".github/") || path.find("/.github/") != std::string::npos;
}

std::optional<FieldPath> optional_path(const std::string& text) {
  return text.empty() ? std::nullopt : FieldPath::parse(text);
}

RecordQuery query_for(const InputArguments& input, bool sure_only) {
  const FieldNames& fields = input.fields;
  if (!fields.text.empty()) {
    return NamedFields{*FieldPath::parse(fields.text), optional_path(fields.context),
                       optional_path(fields.id)};
  }
  return OfProduct{product_of(input), sure_only};
}

}  // namespace

const helpdesk::Product* product_of(const InputArguments& input) {
  return helpdesk::find_product(input_name(input));
}

std::optional<std::string> field_mistake(const InputArguments& input) {
  const FieldNames& fields = input.fields;
  if (input.input == InputFormat::jsonl && fields.text.empty()) {
    return "--input jsonl needs --text-field: the field that holds the reply";
  }
  if (!fields.text.empty() && product_of(input) != nullptr) {
    return fmt::format("--input {} knows its fields: leave --text-field out, or name the syntax",
                       input_name(input));
  }
  const std::pair<std::string_view, const std::string&> all[] = {
      {"--text-field", fields.text},
      {"--context-field", fields.context},
      {"--id-field", fields.id}};
  for (const auto& [flag, path] : all) {
    if (!path.empty() && !FieldPath::parse(path)) {
      return fmt::format("{} “{}” is no path of fields, such as replies[].body", flag, path);
    }
  }
  return std::nullopt;
}

std::optional<RecordPlan> plan_records(const InputArguments& input, const std::string& name,
                                       bool named, std::string_view bytes) {
  const auto by_name = record_syntax_of(name);
  if (const auto syntax = syntax_of(input)) return RecordPlan{*syntax, query_for(input, false)};
  if (product_of(input) != nullptr) {
    if (by_name) return RecordPlan{*by_name, query_for(input, false)};
    if (bytes.empty() || name.find('.') != std::string::npos) return std::nullopt;
    return RecordPlan{guess_syntax(bytes), query_for(input, false)};
  }
  if (input.input != InputFormat::automatic) return std::nullopt;
  if (by_name) {
    const bool github = is_in_github_folder(name);
    if (github && input.fields.text.empty()) {
      return RecordPlan{*by_name, OfProduct{&helpdesk::github(), false}};
    }
    const bool trusted = named || github || is_in_template_folder(name);
    return RecordPlan{*by_name, query_for(input, !trusted), !trusted};
  }
  if (holds_records(bytes)) return RecordPlan{RecordSyntax::json, query_for(input, true)};
  return std::nullopt;
}

bool holds_records_only(const InputArguments& input) { return syntax_of(input).has_value(); }

std::vector<std::string_view> record_endings(const InputArguments& input) {
  const auto wanted = syntax_of(input);
  if (!wanted && product_of(input) == nullptr && input.input != InputFormat::automatic) return {};
  const bool lines_too = wanted || product_of(input) != nullptr || !input.fields.text.empty();
  std::vector<std::string_view> endings;
  for (const std::string_view ending :
       {".json", ".yml", ".yaml", ".csv", ".tsv", ".jsonl", ".ndjson"}) {
    const auto syntax = record_syntax_of(ending);
    if (wanted ? syntax == wanted : lines_too || syntax != RecordSyntax::jsonl) {
      endings.push_back(ending);
    }
  }
  return endings;
}

bool read_record_file(std::istream& in, const std::string& name, RecordPlan plan,
                      const std::function<bool(report::Record)>& use,
                      const std::function<void(const RecordMessage&)>& say,
                      const SampleValues& sample) {
  const bool lines = plan.syntax == RecordSyntax::jsonl;
  RecordReader reader(in, plan.syntax, std::move(plan.query));
  std::shared_ptr<const report::RecordFile> file;
  const auto open = [&file](const std::shared_ptr<const FileSlice>& slice) {
    if (!file || file->slice != slice) file = std::make_shared<report::RecordFile>(slice);
  };
  while (auto item = reader.next()) {
    if (const auto* error = std::get_if<RecordError>(&*item)) {
      if (error->reach == RecordError::Reach::shape && plan.lenient) continue;
      open(error->slice);
      const report::Position at = file->position(error->at);
      const bool passed_over = error->reach == RecordError::Reach::file && plan.lenient;
      const bool lost = error->reach == RecordError::Reach::record;
      say({fmt::format("{}:{}:{}: {}{}", name, at.line, at.column,
                       report::printable(error->message),
                       passed_over ? "; skipped"
                       : !lost     ? ""
                       : lines     ? "; the line was passed over"
                                   : "; the record was passed over"),
           error->reach != RecordError::Reach::note && !passed_over});
      continue;
    }
    auto& raw = std::get<RawRecord>(*item);
    open(raw.slice);
    report::Record record;
    record.path = name;
    record.record_line = file->position(raw.at).line;
    record.id = raw.id.empty() ? std::to_string(record.record_line) : std::move(raw.id);
    record.source = std::move(raw.text);
    if (!lines) record.file = file;
    record.field_map = std::move(raw.map);
    record.slice_start = raw.slice->offset;
    record.encoding = std::move(raw.encoding);
    record.channel = raw.channel;
    record.is_template = raw.is_template;
    if (raw.product != nullptr) record.product = raw.product->name;
    record.draft = read_draft(record.source, raw.format, sample);
    if (raw.context && !raw.context->empty()) record.draft.customer = std::move(raw.context);
    if (!use(std::move(record))) return false;
  }
  return true;
}

}  // namespace replylint::cli
