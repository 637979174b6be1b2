#include "cli/inputs.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <istream>
#include <iterator>
#include <memory>
#include <string_view>

namespace replylint::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 8> draft_endings{".txt",  ".text", ".md",  ".markdown",
                                                        ".html", ".htm",  ".eml", ".mbox"};
constexpr std::array<std::string_view, 2> record_endings{".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 10> template_folders{
    "templates",     "canned", "canned-responses", "canned_responses", "macros", "saved-replies",
    "saved_replies", "saved",  "replies",          "snippets"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name.front() == '.' && name != "..";
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_maildir(const fs::path& folder) {
  return is_folder(folder / "cur") && is_folder(folder / "new") && is_folder(folder / "tmp");
}

bool holds_messages(const fs::path& folder) {
  const fs::path name = folder.filename();
  return (name == "cur" || name == "new") && is_maildir(folder / "..");
}

// Deliveries that are not complete, and what nobody is meant to see; but
// Maildirs keep further ones below themselves in hidden folders.
bool is_passed_over(const fs::path& folder) {
  const bool in_maildir = is_maildir(folder.parent_path());
  if (is_hidden(folder)) return !in_maildir || !is_maildir(folder);
  return in_maildir && folder.filename() == "tmp";
}

void add_folder(const fs::path& folder, bool records, InputList& list) {
  std::error_code failed;
  fs::recursive_directory_iterator entries(folder, failed);
  if (failed) {
    list.errors.push_back(folder.string() + ": cannot be read: " + failed.message());
    return;
  }
  std::vector<InputFile> found;
  fs::path parent;
  bool mail = false;  // the files in `parent` are messages
  while (entries != fs::recursive_directory_iterator()) {
    const fs::path& path = entries->path();
    std::error_code ignored;
    if (entries->is_directory(ignored)) {
      if (is_passed_over(path)) entries.disable_recursion_pending();
    } else if (!is_hidden(path) && entries->is_regular_file(ignored)) {
      if (path.parent_path() != parent) {
        parent = path.parent_path();
        mail = !records && holds_messages(parent);
      }
      const std::string ending = lower(path.extension().string());
      if (mail || (records ? has(record_endings, ending) : has(draft_endings, ending))) {
        found.push_back({path.string(), false, mail});
      }
    }
    const std::string at = path.string();
    entries.increment(failed);
    if (failed) {
      list.errors.push_back(at + ": cannot be read: " + failed.message());
      break;
    }
  }
  if (found.empty()) {
    list.errors.push_back(folder.string() +
                          (records ? ": no .jsonl file in this folder"
                                   : ": no draft in this folder (.txt, .md, .html, .eml)"));
  }
  std::sort(found.begin(), found.end(),
            [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
  std::move(found.begin(), found.end(), std::back_inserter(list.files));
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

std::variant<FileBytes, ReadError> read_file(const std::string& path) {
  const auto error = [] {
    return ReadError{std::string("cannot be read: ") + std::strerror(errno)};
  };
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return ReadError{"is a folder"};
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return error();
  FileBytes result;
  std::array<char, 65536> block{};
  while (true) {
    errno = 0;
    const std::size_t count = std::fread(block.data(), 1, block.size(), file.get());
    if (count == 0) {
      if (std::ferror(file.get()) != 0) return error();
      return result;
    }
    const std::size_t room = longest_draft - result.bytes.size();
    result.bytes.append(block.data(), std::min(count, room));
    if (count > room) {
      result.cut = true;
      return result;
    }
  }
}

FileBytes read_stream(std::istream& in, std::string head) {
  FileBytes result{std::move(head), false};
  std::array<char, 65536> block{};
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    const auto count = static_cast<std::size_t>(in.gcount());
    const std::size_t room = longest_draft - result.bytes.size();
    result.bytes.append(block.data(), std::min(count, room));
    result.cut = result.cut || count > room;
  }
  return result;
}

InputList expand_paths(const std::vector<std::string>& paths, bool records) {
  InputList list;
  for (const std::string& path : paths) {
    std::error_code failed;
    const bool is_stdin = path == "-";
    if (!is_stdin && fs::is_directory(path, failed)) {
      add_folder(path, records, list);
    } else if (is_stdin || fs::exists(fs::status(path, failed))) {
      list.files.push_back({path, true, false});
    } else {
      list.errors.push_back(
          path + ": cannot be read: " + (failed ? failed.message() : "No such file or directory"));
    }
  }
  return list;
}

bool is_in_template_folder(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return std::any_of(folder.begin(), folder.end(), [](const fs::path& part) {
    return has(template_folders, lower(part.string()));
  });
}

}  // namespace replylint::cli
