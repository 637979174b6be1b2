// Runs every file of tests/cli/cases as one command line. A case reads
//
//   $ replylint check --format line -
//   == file notes/a.txt        (any number: files of the working folder)
//   == after notes/a.txt       (any number: what they hold afterwards)
//   == stdin
//   == status 1
//   == stdout
//   == stderr
//
// REPLYLINT_UPDATE_GOLDEN=1 writes what was printed into the files instead of
// comparing; review the diff.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "replylint/run.hpp"

namespace {

namespace fs = std::filesystem;

struct Case {
  std::vector<std::string> args;
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<std::pair<std::string, std::string>> after;
  std::string in;
  int status = 0;
  std::string out;
  std::string err;
};

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> split_words(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  for (const char c : line) {
    if (c == '\'') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      if (!word.empty()) words.push_back(std::exchange(word, {}));
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

Case parse(const std::string& text) {
  Case result;
  std::istringstream lines(text);
  std::string line;
  std::string* target = nullptr;
  while (std::getline(lines, line)) {
    if (line.rfind("$ replylint", 0) == 0) {
      result.args = split_words(line.substr(11));
    } else if (line.rfind("== file ", 0) == 0) {
      target = &result.files.emplace_back(line.substr(8), "").second;
    } else if (line.rfind("== after ", 0) == 0) {
      target = &result.after.emplace_back(line.substr(9), "").second;
    } else if (line == "== stdin") {
      target = &result.in;
    } else if (line == "== stdout") {
      target = &result.out;
    } else if (line == "== stderr") {
      target = &result.err;
    } else if (line.rfind("== status ", 0) == 0) {
      result.status = std::stoi(line.substr(10));
      target = nullptr;
    } else if (target != nullptr) {
      *target += line + "\n";
    }
  }
  return result;
}

std::string print(const Case& c, const std::string& head) {
  std::string text = head + "\n";
  for (const auto& [name, bytes] : c.files) text += "== file " + name + "\n" + bytes;
  for (const auto& [name, bytes] : c.after) text += "== after " + name + "\n" + bytes;
  if (!c.in.empty()) text += "== stdin\n" + c.in;
  text += "== status " + std::to_string(c.status) + "\n";
  if (!c.out.empty()) text += "== stdout\n" + c.out;
  if (!c.err.empty()) text += "== stderr\n" + c.err;
  return text;
}

// A working folder of its own for each case.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "replylint-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
    before_ = fs::current_path();
    fs::current_path(path_);
  }
  ~Folder() {
    fs::current_path(before_);
    fs::remove_all(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

 private:
  fs::path path_;
  fs::path before_;
};

// Examples of the project lie at examples/ in every working folder, samples of
// formats at formats/.
Case execute(const Case& wanted) {
  Folder folder;
  fs::create_directory_symlink(fs::path(REPLYLINT_SOURCE_DIR) / "examples", "examples");
  fs::create_directory_symlink(fs::path(REPLYLINT_SOURCE_DIR) / "tests/draft/formats", "formats");
  for (const auto& [name, bytes] : wanted.files) {
    if (fs::path(name).has_parent_path()) fs::create_directories(fs::path(name).parent_path());
    std::ofstream(name, std::ios::binary) << bytes;
  }
  std::istringstream in(wanted.in);
  std::ostringstream out;
  std::ostringstream err;
  Case found = wanted;
  found.status = replylint::run(wanted.args, in, out, err);
  found.out = out.str();
  found.err = err.str();
  for (auto& [name, bytes] : found.after) bytes = slurp(name);
  return found;
}

}  // namespace

TEST_CASE("command lines print what their cases say") {
  const bool update = std::getenv("REPLYLINT_UPDATE_GOLDEN") != nullptr;
  std::size_t count = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(REPLYLINT_SOURCE_DIR) / "tests/cli/cases")) {
    if (entry.path().extension() != ".case") continue;
    ++count;
    const std::string text = slurp(entry.path());
    const std::string head = text.substr(0, text.find('\n'));
    const Case wanted = parse(text);
    const Case found = execute(wanted);
    if (update) {
      std::ofstream(entry.path(), std::ios::binary) << print(found, head);
      continue;
    }
    INFO(entry.path().filename().string());
    CHECK(found.status == wanted.status);
    CHECK(found.out == wanted.out);
    CHECK(found.err == wanted.err);
    CHECK(found.after == wanted.after);
  }
  CHECK(count > 0);
}
