#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <tuple>

#include "rules/load.hpp"
#include "rules/shipped.hpp"

namespace replylint::rules {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_file = 1 << 20;  // bytes
constexpr std::string_view language = "en/";

class FolderReader {
 public:
  FolderReader(fs::path root, Problems& problems) : root_(std::move(root)), problems_(problems) {}

  std::vector<RuleFile> read() {
    const std::size_t before = problems_.size();
    read_folder(root_);
    std::sort(files_.begin(), files_.end(), [](const RuleFile& a, const RuleFile& b) {
      return std::tie(a.path, a.display) < std::tie(b.path, b.display);
    });
    if (files_.empty() && problems_.size() == before) {
      complain(root_, "no .yml file in this rule folder");
    }
    return std::move(files_);
  }

 private:
  void complain(const fs::path& path, std::string message) {
    problems_.push_back({path.string(), 0, 0, 1, std::move(message), {}});
  }

  void read_folder(const fs::path& folder) {
    std::error_code failed;
    fs::directory_iterator entries(folder, failed);
    while (!failed && entries != fs::directory_iterator()) {
      read_entry(*entries);
      entries.increment(failed);
    }
    if (failed) complain(folder, "this rule folder cannot be read: " + failed.message());
  }

  void read_entry(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    if (path.filename().string().starts_with(".")) return;
    std::error_code failed;
    if (entry.symlink_status(failed).type() == fs::file_type::directory) {
      read_folder(path);
    } else if (path.extension() == ".yml") {
      read_file(path);
    }
  }

  void read_file(const fs::path& path) {
    std::error_code failed;
    if (!fs::is_regular_file(path, failed)) {
      complain(path, failed ? "cannot be read: " + failed.message() : "is no regular file");
      return;
    }
    std::ifstream in(path, std::ios::binary);
    std::string text(largest_file + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!in && !in.eof()) {
      complain(path, "cannot be read");
      return;
    }
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > largest_file) {
      complain(path, "is larger than 1 MiB, which no rule file is");
      return;
    }
    text.shrink_to_fit();
    files_.push_back({name_of(path), path.string(), std::move(text)});
  }

  // The path inside the folder, without the language's own folder.
  [[nodiscard]] std::string name_of(const fs::path& path) const {
    std::string name = path.lexically_relative(root_).generic_string();
    const std::string_view rest =
        name.starts_with(language) ? std::string_view(name).substr(language.size()) : "";
    if (rest == score_file || rest.find('/') != std::string_view::npos) {
      name.erase(0, language.size());
    }
    return name;
  }

  fs::path root_;
  Problems& problems_;
  std::vector<RuleFile> files_;
};

}  // namespace

std::vector<RuleFile> read_rule_folder(const std::string& folder, Problems& problems) {
  return FolderReader(folder, problems).read();
}

const std::vector<RuleFile>& shipped_files() {
  static const std::vector<RuleFile> files = [] {
    std::vector<RuleFile> all;
    for (const ShippedFile& file : shipped_table()) {
      const std::string path(file.path);
      all.push_back({path, "rules/en/" + path, std::string(file.text)});
    }
    return all;
  }();
  return files;
}

}  // namespace replylint::rules
