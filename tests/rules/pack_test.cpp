#include <algorithm>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "rules/sample.hpp"

namespace replylint::rules {
namespace {

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

TEST_CASE("the shipped pack loads strictly without a problem") {
  const auto loaded = load_all(shipped_files(), Strictness::strict);
  CHECK(format_all(loaded.problems) == "");
  CHECK(loaded.pack.rules.size() > 200);
  CHECK(loaded.pack.lists.size() > 20);
  CHECK_FALSE(loaded.pack.score_yaml.empty());
}

TEST_CASE("the shipped rules say what a writer needs to know") {
  const auto loaded = load_all(shipped_files(), Strictness::strict);
  for (const Rule& rule : loaded.pack.rules) {
    INFO(rule.id);
    CHECK(is_name(rule.family));
    CHECK(is_name(std::string_view(rule.id).substr(rule.family.size() + 1)));
    CHECK_FALSE(rule.summary.empty());
    CHECK_FALSE(rule.summary.ends_with("."));
    CHECK(rule.bad.size() >= 4);
    CHECK(rule.good.size() >= 4);
    if (rule.is_detector()) continue;
    CHECK_FALSE(rule.why.empty());
    CHECK_FALSE(rule.source.empty());
    CHECK_FALSE(rule.message.empty());
    for (const std::string* text : {&rule.message, &rule.why, &rule.summary}) {
      CHECK(text->find_last_not_of(" \t\n") == text->size() - 1);
      CHECK(text->find_first_not_of(" \t\n") == 0);
    }
  }
}

TEST_CASE("the shipped rules are filed under their own path") {
  for (const RuleFile& shipped : shipped_files()) {
    INFO(shipped.path);
    CHECK(shipped.path.ends_with(".yml"));
    CHECK(std::count(shipped.path.begin(), shipped.path.end(), '/') <= 1);
    CHECK(shipped.text.find('\r') == std::string::npos);
    CHECK(shipped.text.ends_with("\n"));
  }
}

TEST_CASE("a new rule loads as it is written") {
  const auto loaded = load_all({file("blame/foo.yml", new_rule_text("blame/foo"))});
  INFO(format_all(loaded.problems));
  REQUIRE(loaded.problems.empty());
  REQUIRE(loaded.pack.rules.size() == 1);
  const Rule& rule = loaded.pack.rules[0];
  CHECK(rule.id == "blame/foo");
  CHECK(rule.message == "“{match}” puts the fault on the customer.");
  REQUIRE(rule.bad.size() == 1);
  CHECK(rule.bad[0].text.find('{') == std::string::npos);
  CHECK(rule.bad[0].marks.size() == 1);
}

}  // namespace
}  // namespace replylint::rules
