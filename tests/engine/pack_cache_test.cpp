#include "engine/pack_cache.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "replylint/analysis.hpp"
#include "replylint/rule_set.hpp"
#include "rules/rule.hpp"

namespace replylint::engine {
namespace {

namespace fs = std::filesystem;

// A folder with one rule and another for the cache, both gone at the end.
class Folders {
 public:
  Folders() {
    std::string name = (fs::temp_directory_path() / "replylint-cache-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    top_ = name;
    write_rule("gosh");
  }
  Folders(const Folders&) = delete;
  Folders& operator=(const Folders&) = delete;
  ~Folders() { fs::remove_all(top_); }

  void write_rule(const std::string& word) const {
    fs::create_directories(rules() + "/blame");
    std::ofstream(rules() + "/blame/test-word.yml")
        << "summary: s\nwhy: w\nseverity: error\ndimension: respect\nmessage: m\nmatch: [" << word
        << "]\nexamples: {bad: [\"{" << word << "}.\"], good: [Fine.]}\n";
  }
  [[nodiscard]] std::string rules() const { return top_ + "/rules"; }
  [[nodiscard]] std::string cache() const { return top_ + "/cache/replylint"; }
  [[nodiscard]] std::vector<fs::path> cached() const {
    std::vector<fs::path> files;
    if (!fs::exists(cache())) return files;
    for (const auto& entry : fs::directory_iterator(cache())) files.push_back(entry.path());
    return files;
  }

  // Does a set of the rules find this word, whatever the cache holds?
  [[nodiscard]] bool finds(const std::string& word) const { return finds(word, cache()); }
  [[nodiscard]] bool finds(const std::string& word, const std::string& cache) const {
    Problems problems;
    const RuleSet set = RuleSet::load({rules()}, problems, cache);
    if (!problems.empty()) return false;
    const Draft draft = read_draft("Hello, " + word + " it is.", Format::plain);
    for (const Finding& finding : Analyser(set).analyse(draft, {}).findings) {
      if (finding.rule->id == "blame/test-word") return true;
    }
    return false;
  }

 private:
  std::string top_;
};

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("a compiled pack is kept, found again and changes with its files") {
  const Folders folders;
  CHECK(folders.finds("gosh"));
  REQUIRE(folders.cached().size() == 1);
  const fs::path file = folders.cached().front();
  struct stat before {};
  REQUIRE(stat(file.c_str(), &before) == 0);
  CHECK((before.st_mode & 0777U) == 0600U);
  CHECK(folders.finds("gosh"));
  struct stat after {};
  REQUIRE(stat(file.c_str(), &after) == 0);
  CHECK(after.st_ino == before.st_ino);  // not written again
  folders.write_rule("golly");
  CHECK_FALSE(folders.finds("gosh"));
  CHECK(folders.finds("golly"));
  CHECK(folders.cached().size() == 2);
}

TEST_CASE("a set from the cache has its rules and their files") {
  const Folders folders;
  REQUIRE(folders.finds("gosh"));
  Problems problems;
  const RuleSet set = RuleSet::load({folders.rules()}, problems, folders.cache());
  REQUIRE(problems.empty());
  const rules::Rule* rule = set.find("blame/test-word");
  REQUIRE(rule != nullptr);
  CHECK(rule->message == "m");
  CHECK(rule->bad.empty());
  for (const rules::Rule& whole : set.pack().rules) {
    if (whole.id == rule->id) CHECK(whole.bad.size() == 1);
  }
}

TEST_CASE("a damaged cache is not trusted and no error") {
  const Folders folders;
  REQUIRE(folders.finds("gosh"));
  const fs::path file = folders.cached().front();
  const std::string good = bytes_of(file);
  const auto with = [&](std::size_t at, char change) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ change);
    return bytes;
  };
  const std::vector<std::string> damaged{"",
                                         "x",
                                         good.substr(0, good.size() / 2),
                                         good.substr(0, 64),
                                         good + "more",
                                         with(3, 1),
                                         with(8, 2),
                                         with(16, 4),
                                         with(30, 8),
                                         with(60, 16),
                                         with(good.size() / 2, 32),
                                         with(good.size() - 9, 64)};
  for (const std::string& bytes : damaged) {
    INFO(bytes.size());
    write(file, bytes);
    CHECK(folders.finds("gosh"));
    CHECK(bytes_of(file) == good);  // put right
  }
}

TEST_CASE("what stands in the way of the cache is no error") {
  const Folders folders;
  CHECK(folders.finds("gosh", ""));
  CHECK(folders.finds("gosh", "/dev/null/replylint"));
  CHECK(folders.finds("gosh", "/proc/replylint"));
  REQUIRE(folders.finds("gosh"));
  const fs::path file = folders.cached().front();
  const std::string good = bytes_of(file);
  fs::remove(file);
  fs::create_directories(file / "inside");
  CHECK(folders.finds("gosh"));
  fs::remove_all(file);
  // Neither links nor files that others may write are followed.
  write(file.string() + ".elsewhere", good);
  fs::create_symlink(file.string() + ".elsewhere", file);
  CHECK_FALSE(read_cached(folders.cache(), std::stoull(file.stem().string(), nullptr, 16)));
  CHECK(folders.finds("gosh"));
  CHECK_FALSE(fs::is_symlink(file));
  CHECK(read_cached(folders.cache(), std::stoull(file.stem().string(), nullptr, 16)));
  fs::permissions(file, fs::perms::others_write, fs::perm_options::add);
  CHECK_FALSE(read_cached(folders.cache(), std::stoull(file.stem().string(), nullptr, 16)));
}

TEST_CASE("many may write the cache at once, and only the newest files stay") {
  const Folders folders;
  std::vector<std::thread> threads;
  std::vector<int> found(4, 0);
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&folders, &found, i] { found[i] = folders.finds("gosh") ? 1 : 0; });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(found == std::vector<int>(4, 1));
  CHECK(folders.cached().size() == 1);
  const ImageWords image(10);
  for (std::uint64_t key = 0; key < 20; ++key) write_cached(folders.cache(), key, image);
  CHECK(folders.cached().size() == 8);
}

}  // namespace replylint::engine
