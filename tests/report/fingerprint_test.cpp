#include "report/fingerprint.hpp"

#include <string>

#include "sample.hpp"

namespace replylint::test {
namespace {

std::string hash_in(const std::string& text, const std::string& words) {
  SampleRecord sample("a.txt", text);
  return report::finding_hash(
      sample.record.draft, sample.find("blame/x", words, Severity::error, Dimension::respect, ""));
}

TEST_CASE("a hash is that of FNV-1a with a zero byte behind each text") {
  CHECK(report::content_hash({}) == "cbf29ce484222325");
  CHECK(report::content_hash({""}) == "af63bd4c8601b7df");
  CHECK(report::content_hash({"a", "b"}) != report::content_hash({"ab"}));
  CHECK(report::content_hash({"a", "b"}) != report::content_hash({"b", "a"}));
}

TEST_CASE("lines that move, wrap or change their case do not change a hash") {
  const std::string hash = hash_in("Hi.\n\nIt is your fault, Ann. Bye.\n", "your fault");
  for (const std::string text :
       {"A new line.\n\nHi.\n\nIt is your fault, Ann. Bye.\n",
        "Hi.\n\nIt is\nyour fault, Ann. Bye.\n", "Hi.\n\nIT IS  your fault, ANN. Another end.\n",
        "It is your fault, Ann."}) {
    CHECK(hash_in(text, "your fault") == hash);
  }
}

TEST_CASE("other words around it, another rule or another match change a hash") {
  const std::string hash = hash_in("It is your fault, Ann.", "your fault");
  CHECK(hash_in("It is your fault, Bob.", "your fault") != hash);
  CHECK(hash_in("It is your fault, Ann.", "It is your fault") != hash);
  SampleRecord sample("a.txt", "It is your fault, Ann.");
  const auto& finding =
      sample.find("blame/y", "your fault", Severity::error, Dimension::respect, "");
  CHECK(report::finding_hash(sample.record.draft, finding) != hash);
}

TEST_CASE("what is missing is known by its rule") {
  SampleRecord one("a.txt", "Hi Ann, bye.");
  SampleRecord other("b.txt", "Something else.");
  const auto& a = one.miss("apology", "bye", Severity::error, Dimension::empathy, "", "");
  const auto& b = other.miss("apology", "else", Severity::error, Dimension::empathy, "", "");
  CHECK(report::finding_hash(one.record.draft, a) == report::finding_hash(other.record.draft, b));
}

TEST_CASE("of a long sentence the part that is near counts, cut between characters") {
  const std::string far(1000, 'x');
  const std::string wide = "ééé your fault ééé";
  const std::string hash = hash_in(far + std::string(300, 'y') + wide, "your fault");
  CHECK(hash_in("z" + far + std::string(300, 'y') + wide, "your fault") == hash);
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text = std::string(shift, 'y');
    for (int i = 0; i < 200; ++i) text += "é";
    CHECK(hash_in(text + " your fault", "your fault").size() == 16);
  }
}

TEST_CASE("equal hashes are numbered as they come") {
  report::Ordinals ordinals;
  CHECK(ordinals.next("a") == 1);
  CHECK(ordinals.next("b") == 1);
  CHECK(ordinals.next("a") == 2);
}

}  // namespace
}  // namespace replylint::test
