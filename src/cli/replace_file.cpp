#include "cli/replace_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>
#include <variant>

#include "cli/inputs.hpp"

namespace replylint::cli {

namespace fs = std::filesystem;

namespace {

std::string cannot(const char* what, int error) {
  return std::string(what) + ": " + std::strerror(error);
}

// A new file that is gone again unless it has taken its place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& folder)
      : name_((folder / ".replylint-XXXXXX").string()), descriptor_(mkstemp(name_.data())) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!name_.empty()) ::unlink(name_.c_str());
  }

  [[nodiscard]] bool is_open() {
    if (descriptor_ < 0) name_.clear();
    return descriptor_ >= 0;
  }

  [[nodiscard]] bool take_owner_and_mode(const struct stat& of) const {
    struct stat own {};
    if (::fstat(descriptor_, &own) != 0) return false;
    const bool owned = (own.st_uid == of.st_uid && own.st_gid == of.st_gid) ||
                       ::fchown(descriptor_, of.st_uid, of.st_gid) == 0;
    return owned && ::fchmod(descriptor_, of.st_mode & 07777U) == 0;
  }

  [[nodiscard]] bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor_) == 0;
  }

  [[nodiscard]] bool move_to(const fs::path& path) {
    if (::close(std::exchange(descriptor_, -1)) != 0) return false;
    if (::rename(name_.c_str(), path.c_str()) != 0) return false;
    name_.clear();
    return true;
  }

 private:
  std::string name_;
  int descriptor_;
};

// So that the move itself outlives a power cut; a folder that cannot be synced
// is no reason to fail.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

std::optional<std::string> replace_file(const std::string& path, std::string_view before,
                                        std::string_view after) {
  std::error_code failed;
  const fs::path target = fs::canonical(path, failed);
  if (failed) return "cannot be written: " + failed.message();
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0) return cannot("cannot be written", errno);
  if (!S_ISREG(status.st_mode)) return "is no regular file; nothing was changed";
  if (::access(target.c_str(), W_OK) != 0) return cannot("cannot be written", errno);
  const auto now = read_file(target.string());
  const auto* content = std::get_if<FileBytes>(&now);
  if (content == nullptr || content->cut || content->bytes != before) {
    return "has changed since it was read; nothing was changed";
  }
  TemporaryFile file(target.parent_path());
  if (!file.is_open()) return cannot("cannot be written: its folder takes no new file", errno);
  if (!file.write(after)) return cannot("cannot be written", errno);
  if (!file.take_owner_and_mode(status)) {
    return cannot("cannot be written: its owner and permissions cannot be kept", errno);
  }
  if (!file.move_to(target)) return cannot("cannot be written", errno);
  sync_folder(target.parent_path());
  return std::nullopt;
}

}  // namespace replylint::cli
