#include "engine/image.hpp"

#include <algorithm>

#include "catch.hpp"
#include "engine/compile.hpp"
#include "rules/load.hpp"
#include "rules/rule_archive.hpp"

namespace replylint::engine {
namespace {

rules::Pack shipped_pack() {
  Problems problems;
  return rules::load(rules::shipped_files(), rules::Strictness::lenient, {}, problems);
}

constexpr std::uint64_t key = 42;

}  // namespace

TEST_CASE("the image in the program is that of the shipped rules") {
  const ImageWords image = compile_pack(shipped_pack(), 0);
  CHECK(std::ranges::equal(image, shipped_image()));
  CHECK(view_image(shipped_image(), 0, true));
}

TEST_CASE("an image shows its tables") {
  Tables<Built> tables;
  tables.pool = {'a', 'b', 'c'};
  tables.weights = {0.5, -1};
  tables.pack.resize(1);
  const ImageWords image = write_image(tables, key);
  const auto view = view_image(image, key, true);
  REQUIRE(view);
  CHECK(view->text({1, 2}) == "bc");
  CHECK(std::ranges::equal(view->weights, tables.weights));
  CHECK(view->pack.size() == 1);
  CHECK(view->rules.empty());
}

TEST_CASE("what is no whole image of this build and key is refused") {
  Tables<Built> tables;
  tables.weights.assign(50, 0.25);
  tables.pack.resize(1);
  const ImageWords image = write_image(tables, key);
  REQUIRE(view_image(image, key, true));
  CHECK_FALSE(view_image(image, key + 1, true));
  for (std::size_t words = 0; words < image.size(); ++words) {
    CHECK_FALSE(view_image(std::span(image).first(words), key, true));
  }
  for (std::size_t word = 0; word < image.size(); ++word) {
    for (const unsigned bit : {0U, 17U, 63U}) {
      ImageWords damaged = image;
      damaged[word] ^= std::uint64_t{1} << bit;
      INFO("word " << word << " bit " << bit);
      CHECK_FALSE(view_image(damaged, key, true));
    }
  }
  ImageWords longer = image;
  longer.push_back(0);
  CHECK_FALSE(view_image(longer, key, true));
}

TEST_CASE("a rule keeps what a finding needs of it") {
  using rules::Rule;
  std::size_t kinds = 0;
  for (const Rule& rule : shipped_pack().rules) {
    INFO(rule.id);
    const Rule read = rules::read_rule(rules::write_rule(rule));
    CHECK(read.id == rule.id);
    CHECK(read.family == rule.family);
    CHECK(read.file == rule.file);
    CHECK(read.summary == rule.summary);
    CHECK(read.why == rule.why);
    CHECK(read.source == rule.source);
    CHECK(read.severity == rule.severity);
    CHECK(read.dimension == rule.dimension);
    CHECK(read.message == rule.message);
    CHECK(read.instead == rule.instead);
    CHECK(read.fix == rule.fix);
    CHECK(read.cost == rule.cost);
    CHECK(read.measured.has_value() == rule.measured.has_value());
    CHECK(read.when.all == rule.when.all);
    CHECK(read.when.any == rule.when.any);
    CHECK(read.when.none == rule.when.none);
    REQUIRE(read.kind.index() == rule.kind.index());
    kinds = std::max(kinds, rule.kind.index());
    if (const auto* require = std::get_if<rules::Require>(&rule.kind)) {
      const auto& same = std::get<rules::Require>(read.kind);
      CHECK(same.element == require->element);
      CHECK(same.required == require->required);
      CHECK(same.place == require->place);
      CHECK(same.sample == require->sample);
    }
    if (const auto* count = std::get_if<rules::Count>(&rule.kind)) {
      const auto& same = std::get<rules::Count>(read.kind);
      CHECK(same.measure == count->measure);
      CHECK(same.per == count->per);
      CHECK(same.over == count->over);
      CHECK(same.under == count->under);
      CHECK(same.at_most_words == count->at_most_words);
    }
  }
  CHECK(kinds > 0);
}

TEST_CASE("a rule of bytes that end too early is poorer, no accident") {
  const rules::Pack pack = shipped_pack();
  const std::string bytes = rules::write_rule(pack.rules.front());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    (void)rules::read_rule(std::string_view(bytes).substr(0, size));
  }
}

}  // namespace replylint::engine
