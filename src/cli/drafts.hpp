// Every draft that the command line names: files, folders, records, standard
// input, one after another.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "report/record.hpp"

namespace replylint::cli {

class DraftSource {
 public:
  DraftSource(const InputArguments& input, const Streams& streams)
      : input_(input), streams_(streams) {}

  // Calls `use` with each draft, read and not yet linted, until it returns
  // false. What cannot be read is said on standard error, and the rest goes on.
  void for_each(const std::function<bool(report::Record)>& use);

  // 2 once something could not be read, else 0.
  [[nodiscard]] int status() const { return status_; }

  // What standard input is called.
  [[nodiscard]] std::string name_of_stdin() const {
    return input_.stdin_filename.empty() ? "-" : input_.stdin_filename;
  }

 private:
  [[nodiscard]] std::string name_of(const InputFile& file) const {
    return file.path == "-" ? name_of_stdin() : file.path;
  }

  using Use = std::function<bool(report::Record)>;

  void fail(const std::string& message);
  void warn(const std::string& message);
  bool read_draft_file(const InputFile& file, const Use& use);
  bool read_draft_file(const InputFile& file, std::istream& in, const Use& use);
  bool read_mailbox(std::istream& in, std::string head, const std::string& name, const Use& use);
  bool read_records(const InputFile& file, const Use& use);
  bool read_records(std::istream& in, const std::string& name, const Use& use);
  [[nodiscard]] bool is_mailbox(const InputFile& file, const std::string& head) const;
  [[nodiscard]] Format format_of(const InputFile& file, const std::string& bytes) const;

  const InputArguments& input_;
  const Streams& streams_;
  int status_ = 0;
};

// Says what a draft's reader had to read past; `lines_before`: of the file, in
// front of `source`.
void warn_of_damage(const Draft& draft, const std::string& path, const std::string& source,
                    std::ostream& err, std::size_t lines_before = 0);

}  // namespace replylint::cli
