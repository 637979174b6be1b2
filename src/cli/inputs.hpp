// Files and folders to read.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace replylint::cli {

// No reply is longer. What lies beyond is cut, and said.
inline constexpr std::size_t longest_draft = std::size_t{16} << 20;  // bytes

struct FileBytes {
  std::string bytes;
  bool cut = false;  // longer than the limit
};
struct ReadError {
  std::string message;  // "cannot be read: No such file or directory"
};

// Up to `longest_draft` bytes of a file or stream; `head` was taken from the stream before.
[[nodiscard]] std::variant<FileBytes, ReadError> read_file(const std::string& path);
[[nodiscard]] FileBytes read_stream(std::istream& in, std::string head = {});

struct InputFile {
  std::string path;
  bool named = false;    // on the command line, not found in a folder
  bool is_mail = false;  // a message of a Maildir, whatever its name
};
struct InputList {
  std::vector<InputFile> files;
  std::vector<std::string> errors;  // "path: what is wrong"
};

// Replaces each folder by the drafts in it and below, sorted by path; hidden
// entries and links to folders are passed over. A Maildir, a folder with
// folders cur, new and tmp, gives the messages in cur and new, also of the
// hidden Maildirs within. `-` stays as it is. A path that is missing, and a
// folder without any draft, is an error.
[[nodiscard]] InputList expand_paths(const std::vector<std::string>& paths, bool records);

// A folder on the way to the file is named as teams name those of canned
// replies ("templates", "macros", "saved-replies" …).
[[nodiscard]] bool is_in_template_folder(const std::string& path);

}  // namespace replylint::cli
