// Replies that ought to be sent, each beside one that ought not to, both to the
// same message. A file of tests/pack/drafts reads
//
//   channel email
//   bad 0 to 60                (scores that the bad draft may have)
//   == customer
//   == good
//   == bad
//   == good findings           (what is found in it, reviewed)
//   == bad findings
//
// A good draft scores at least 90 and has no error and no warning.
// REPLYLINT_UPDATE_GOLDEN=1 writes the findings instead of comparing them;
// review the diff.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "rules/rule.hpp"
#include "shipped.hpp"

namespace replylint::test {
namespace {

namespace fs = std::filesystem;

struct Pair {
  std::string head;  // the lines before the first section
  Channel channel = Channel::email;
  int bad_from = 0;
  int bad_to = 0;
  std::map<std::string, std::string> sections;  // by name, without "== "
};

Pair read_pair(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in.is_open());
  Pair pair;
  std::string* section = nullptr;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("== ")) {
      section = &pair.sections[line.substr(3)];
    } else if (section != nullptr) {
      *section += line + "\n";
    } else {
      pair.head += line + "\n";
    }
  }
  std::istringstream head(pair.head);
  std::string channel;
  std::string bad;
  std::string to;
  std::string word;
  REQUIRE(head >> word >> channel >> bad >> pair.bad_from >> to >> pair.bad_to);
  REQUIRE(word == "channel");
  REQUIRE(bad == "bad");
  pair.channel = channel_named(channel);
  return pair;
}

// What was found, a line for each, as a reviewer reads it.
std::string print(const Draft& draft, const Analysis& analysis, const Score& score) {
  std::string text = "score " + std::to_string(score.total);
  text += " " + std::string(to_string(score.band)) + "\nsituations";
  for (const std::string& name : analysis.situations) text += " " + name;
  text += "\n";
  for (const Finding& finding : analysis.findings) {
    text += std::string(to_string(finding.severity)) + " " + finding.rule->id;
    if (!finding.missing) {
      text += ": " + draft.text.substr(finding.span.start, finding.span.size());
    }
    text += "\n";
  }
  return text;
}

void write(const fs::path& path, const Pair& pair) {
  std::ofstream out(path, std::ios::binary);
  out << pair.head;
  for (const char* name : {"customer", "good", "bad", "good findings", "bad findings"}) {
    out << "== " << name << "\n" << pair.sections.at(name);
  }
}

TEST_CASE("good drafts pass, bad ones do not, and the findings are those reviewed") {
  const bool update = std::getenv("REPLYLINT_UPDATE_GOLDEN") != nullptr;
  Shipped shipped;
  std::size_t count = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(REPLYLINT_SOURCE_DIR) / "tests/pack/drafts")) {
    if (entry.path().extension() != ".pair") continue;
    ++count;
    INFO(entry.path().filename().string());
    Pair pair = read_pair(entry.path());
    Options options;
    options.channel = pair.channel;
    for (const std::string kind : {"good", "bad"}) {
      Draft draft = read_draft(pair.sections.at(kind), Format::plain);
      draft.customer = pair.sections.at("customer");
      const Analysis analysis = shipped.analyser.analyse(draft, options);
      const Score score = shipped.model.score(analysis);
      const std::string found = print(draft, analysis, score);
      INFO(kind << "\n" << found);
      if (kind == "good") {
        CHECK(score.total >= 90);
        for (const Finding& finding : analysis.findings) {
          CHECK(finding.severity == Severity::suggestion);
        }
      } else {
        CHECK(score.total >= pair.bad_from);
        CHECK(score.total <= pair.bad_to);
      }
      std::string& reviewed = pair.sections[kind + " findings"];
      if (update) {
        reviewed = found;
      } else {
        CHECK(found == reviewed);
      }
    }
    if (update) write(entry.path(), pair);
  }
  CHECK(count >= 14);
}

}  // namespace
}  // namespace replylint::test
