#include <filesystem>
#include <fstream>
#include <string>

#include "catch.hpp"
#include "rules/sample.hpp"

namespace replylint::rules {
namespace {

namespace fs = std::filesystem;

// A folder of its own for one test, removed afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "replylint-rules-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

  // Paths and texts of what is read, then the problems with the folder's name cut off.
  [[nodiscard]] std::string read() const {
    Problems problems;
    std::string all;
    for (const RuleFile& file : read_rule_folder(path_.string(), problems)) {
      CHECK(fs::path(file.display).string().starts_with(path_.string()));
      all += file.path + "=" + file.text + "\n";
    }
    for (const Problem& problem : problems) {
      all += "! " + fs::path(problem.file).lexically_relative(path_).string() + ": " +
             problem.message + "\n";
    }
    return all;
  }

 private:
  fs::path path_;
};

TEST_CASE("a folder's files are read sorted, below any folder, others passed over") {
  const Folder folder;
  folder.write("legal/b.yml", "1");
  folder.write("blame/z.yml", "2");
  folder.write("blame/a.yml", "");
  folder.write("blame/notes.txt", "x");
  folder.write("README.md", "x");
  folder.write(".replylint.yml", "x");
  folder.write(".git/config.yml", "x");
  folder.write("score.yml", "3");
  CHECK(folder.read() == "blame/a.yml=\nblame/z.yml=2\nlegal/b.yml=1\nscore.yml=3\n");
}

TEST_CASE("the language's own folder is left out of the paths") {
  const Folder folder;
  folder.write("en/blame/a.yml", "1");
  folder.write("en/score.yml", "2");
  folder.write("en/own.yml", "a rule of a family named so");
  CHECK(folder.read() == "blame/a.yml=1\nen/own.yml=a rule of a family named so\nscore.yml=2\n");
}

TEST_CASE("a folder that is missing or empty is a problem") {
  const Folder folder;
  CHECK(folder.read() == "! .: no .yml file in this rule folder\n");
  Problems problems;
  CHECK(read_rule_folder((folder.path() / "none").string(), problems).empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].file == (folder.path() / "none").string());
  CHECK(problems[0].message == "this rule folder cannot be read: No such file or directory");
}

TEST_CASE("links that lead nowhere or in a circle are no trap") {
  const Folder folder;
  folder.write("blame/a.yml", "1");
  fs::create_directory_symlink("..", folder.path() / "blame" / "up");
  fs::create_symlink("nowhere.yml", folder.path() / "blame" / "dangling.yml");
  fs::create_symlink("loop.yml", folder.path() / "blame" / "loop.yml");
  fs::create_symlink("a.yml", folder.path() / "blame" / "same.yml");
  const std::string all = folder.read();
  CHECK(all.find("blame/a.yml=1\nblame/same.yml=1\n! blame/") == 0);
  CHECK(all.find("! blame/dangling.yml: ") != std::string::npos);
  CHECK(all.find("! blame/loop.yml: cannot be read: ") != std::string::npos);
  CHECK(all.find("up/") == std::string::npos);
}

TEST_CASE("a file of more than 1 MiB is refused, one of just that is read") {
  const Folder folder;
  folder.write("blame/big.yml", std::string((1 << 20) + 1, 'x'));
  folder.write("blame/fits.yml", std::string(1 << 20, 'x'));
  CHECK(folder.read() == "blame/fits.yml=" + std::string(1 << 20, 'x') +
                             "\n! blame/big.yml: is larger than 1 MiB, which no rule file is\n");
}

}  // namespace
}  // namespace replylint::rules
