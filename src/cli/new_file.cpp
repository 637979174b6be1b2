#include "cli/new_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace replylint::cli {

std::optional<std::string> write_new_file(const std::string& path, std::string_view text) {
  std::error_code failed;
  const auto folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, failed);
  if (failed) return "its folder cannot be made: " + failed.message();
  // "x": fail when the file is there, without a moment between look and write.
  std::FILE* file = std::fopen(path.c_str(), "wbx");
  if (file == nullptr) {
    return errno == EEXIST ? "is there already; nothing was changed"
                           : std::string("cannot be written: ") + std::strerror(errno);
  }
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const bool closed = std::fclose(file) == 0;
  if (written && closed) return std::nullopt;
  const std::string reason = std::strerror(errno);
  std::filesystem::remove(path, failed);
  return "cannot be written: " + reason;
}

}  // namespace replylint::cli
