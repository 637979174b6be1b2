// Files and folders to read.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
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

// Replaces each folder by the files in it and below whose names have one of
// the `endings`, sorted by path; hidden entries and links to folders are passed
// over, .github/replies.yml is not. Where mail is looked for, a Maildir, a
// folder with folders cur, new and tmp, gives the messages in cur and new, also
// of the hidden Maildirs within. `-` stays as it is. A path that is missing,
// and a folder without any such file, is an error.
[[nodiscard]] InputList expand_paths(const std::vector<std::string>& paths,
                                     const std::vector<std::string_view>& endings);

// Endings of files that hold one draft each.
[[nodiscard]] std::vector<std::string_view> draft_endings();

// "DIR: no draft in this folder (.txt, .md)"; of endings that mean the same one
// is named.
[[nodiscard]] std::string no_draft_in(const std::string& folder,
                                      const std::vector<std::string_view>& endings);

// A folder on the way to the file is named as teams name those of canned
// replies ("templates", "macros", "saved-replies" …).
[[nodiscard]] bool is_in_template_folder(const std::string& path);

}  // namespace replylint::cli
