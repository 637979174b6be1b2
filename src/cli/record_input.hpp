// Files of records on the command line: which are such, and what is asked of
// them.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/inputs.hpp"
#include "draft/records.hpp"
#include "report/record.hpp"

namespace replylint::cli {

// How one file of records is read.
struct RecordPlan {
  RecordSyntax syntax = RecordSyntax::json;
  RecordQuery query;
  // Found in a folder: a file that is something else is passed over.
  bool lenient = false;
};

// The helpdesk that --input names; null for none.
[[nodiscard]] const helpdesk::Product* product_of(const InputArguments& input);

// Why --text-field, --context-field, --id-field and --input do not go
// together; nothing when they do.
[[nodiscard]] std::optional<std::string> field_mistake(const InputArguments& input);

// Nothing for a file that is one draft. `bytes` are those of standard input,
// whose shape tells what it is when its name does not; else empty.
[[nodiscard]] std::optional<RecordPlan> plan_records(const InputArguments& input,
                                                     const std::string& name, bool named,
                                                     std::string_view bytes);

// --input names a syntax of records: files of one draft are not looked for.
[[nodiscard]] bool holds_records_only(const InputArguments& input);

// Endings of the files of records that are looked for in folders.
[[nodiscard]] std::vector<std::string_view> record_endings(const InputArguments& input);

// What a file of records said, to be printed on standard error.
struct RecordMessage {
  std::string text;
  bool failure = false;  // makes the status 2
};

// Calls `use` with each record of `in` until it returns false; so does this.
// `say` gets what could not be used.
[[nodiscard]] bool read_record_file(std::istream& in, const std::string& name, RecordPlan plan,
                                    const std::function<bool(report::Record)>& use,
                                    const std::function<void(const RecordMessage&)>& say,
                                    const SampleValues& sample);

}  // namespace replylint::cli
