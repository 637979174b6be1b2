#include "cli/thread_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <ostream>
#include <utility>

#include "cli/inputs.hpp"
#include "draft/read_thread.hpp"
#include "report/position.hpp"
#include "report/printable.hpp"

namespace replylint::cli {

namespace fs = std::filesystem;

namespace {

class ThreadInput {
 public:
  ThreadInput(const std::string& path, const std::string& stdin_filename, const Streams& streams)
      : path_(path), stdin_filename_(stdin_filename), streams_(streams) {}

  std::optional<std::vector<Letter>> run() {
    std::error_code ignored;
    const bool folder = path_ != "-" && fs::is_directory(path_, ignored);
    if (!(folder ? read_folder() : read_one(path_))) return std::nullopt;
    ThreadRead thread = read_thread(files_);
    for (const ThreadRead::Warning& warning : thread.warnings) warn(warning);
    if (thread.error.empty()) return std::move(thread.letters);
    fail(name_of(path_), thread.error);
    return std::nullopt;
  }

 private:
  void fail(const std::string& name, const std::string& message) {
    streams_.err << fmt::format("replylint: {}: {}\n", name, message);
  }

  void warn(const ThreadRead::Warning& warning) {
    const ThreadFile& file = files_.at(warning.file);
    const auto at = report::LineIndex(file.bytes).position(warning.warning.source);
    streams_.err << fmt::format("replylint: {}:{}:{}: warning: {}\n", file.name, at.line, at.column,
                                warning.warning.message);
  }

  [[nodiscard]] std::string name_of(const std::string& path) const {
    return path == "-" && !stdin_filename_.empty() ? stdin_filename_ : path;
  }

  bool read_one(const std::string& path) {
    FileBytes content;
    if (path == "-") {
      content = read_stream(streams_.in);
    } else {
      auto read = read_file(path);
      if (const auto* error = std::get_if<ReadError>(&read)) {
        fail(path, error->message);
        return false;
      }
      content = std::move(std::get<FileBytes>(read));
    }
    if (looks_binary(content.bytes)) {
      fail(name_of(path), "is binary, not a message or thread");
      return false;
    }
    if (content.cut) {
      fail(name_of(path),
           fmt::format("longer than {} MiB; only that much was read", longest_draft >> 20));
    }
    bytes_.push_back(std::move(content.bytes));
    files_.push_back({name_of(path), bytes_.back()});
    return true;
  }

  // The mails right in the folder, by name.
  bool read_folder() {
    std::error_code failed;
    std::vector<std::string> paths;
    for (fs::directory_iterator at(path_, failed); !failed && at != fs::directory_iterator();
         at.increment(failed)) {
      const std::string name = at->path().filename().string();
      if (name.ends_with(".eml") && name.front() != '.') paths.push_back(at->path().string());
    }
    if (failed) {
      fail(path_, "cannot be read: " + failed.message());
      return false;
    }
    if (paths.empty()) {
      fail(path_, "no mail in this folder (.eml)");
      return false;
    }
    std::sort(paths.begin(), paths.end());
    return std::all_of(paths.begin(), paths.end(),
                       [&](const std::string& path) { return read_one(path); });
  }

  const std::string& path_;
  const std::string& stdin_filename_;
  const Streams& streams_;
  std::deque<std::string> bytes_;  // what files_ points to
  std::vector<ThreadFile> files_;
};

}  // namespace

std::optional<std::vector<Letter>> read_thread_input(const std::string& path,
                                                     const std::string& stdin_filename,
                                                     const Streams& streams) {
  return ThreadInput(path, stdin_filename, streams).run();
}

void warn_of_guess(const std::string& path, const std::vector<Letter>& letters,
                   const Streams& streams) {
  streams.err << fmt::format(
      "replylint: {}: warning: {}, who wrote last, was taken for the customer; where that is "
      "wrong, "
      "say who is who in JSON ([{{\"from\": \"customer\", …}}])\n",
      path, report::printable(letters.front().sender.address));
}

}  // namespace replylint::cli
