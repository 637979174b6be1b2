#include "engine/pack_cache.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace replylint::engine {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".pack";
constexpr std::size_t most_files = 8;
constexpr std::size_t word_size = sizeof(std::uint64_t);

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

fs::path path_of(const std::string& folder, std::uint64_t key) {
  return fs::path(folder) / fmt::format("{:016x}{}", key, ending);
}

bool write_all(int file, std::span<const std::uint64_t> image) {
  const auto* at = reinterpret_cast<const char*>(image.data());
  std::size_t rest = image.size_bytes();
  while (rest > 0) {
    const ssize_t written = ::write(file, at, rest);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    at += written;
    rest -= static_cast<std::size_t>(written);
  }
  return true;
}

void remove_oldest(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code unknown;
    const auto time = at->last_write_time(unknown);
    if (!unknown && at->path().extension() == ending) files.emplace_back(time, at->path());
  }
  if (files.size() <= most_files) return;
  std::sort(files.begin(), files.end());
  files.resize(files.size() - most_files);
  for (const auto& [time, path] : files) fs::remove(path, failed);
}

}  // namespace

std::optional<CachedPack> read_cached(const std::string& folder, std::uint64_t key) {
  const File file(::open(path_of(folder, key).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.descriptor(), &status) != 0) return std::nullopt;
  const auto size = static_cast<std::size_t>(status.st_size);
  const bool own = S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
                   (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
  if (!own || size == 0 || size % word_size != 0) return std::nullopt;
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
  if (mapped == MAP_FAILED) return std::nullopt;
  CachedPack cached;
  cached.memory = std::shared_ptr<const void>(
      mapped, [size](const void* memory) { ::munmap(const_cast<void*>(memory), size); });
  const std::span words(static_cast<const std::uint64_t*>(mapped), size / word_size);
  const auto tables = view_image(words, key, true);
  if (!tables) return std::nullopt;
  cached.tables = *tables;
  return cached;
}

void write_cached(const std::string& folder, std::uint64_t key,
                  std::span<const std::uint64_t> image) {
  std::error_code failed;
  if (fs::create_directories(folder, failed)) {
    fs::permissions(folder, fs::perms::owner_all, failed);
  }
  const fs::path path = path_of(folder, key);
  std::string temporary = path.string() + ".XXXXXX";
  bool whole = false;
  {
    const File file(::mkostemp(temporary.data(), O_CLOEXEC));  // with permissions 0600
    if (!file.is_open()) return;
    whole = write_all(file.descriptor(), image);
  }
  if (whole) fs::rename(temporary, path, failed);
  if (!whole || failed) {
    fs::remove(temporary, failed);
    return;
  }
  remove_oldest(folder);
}

}  // namespace replylint::engine
