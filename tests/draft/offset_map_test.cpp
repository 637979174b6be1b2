#include "replylint/offset_map.hpp"

#include <random>

#include "catch.hpp"

namespace replylint {
namespace {

using Kind = OffsetMap::Kind;

// Text "abXYZ.": "ab" from 10, one character of three bytes from 12 to 20, a
// made-up "." at 20.
OffsetMap sample() {
  OffsetMap map;
  map.append(2, {10, 12}, Kind::copy);
  map.append(3, {12, 20}, Kind::atom);
  map.append_inserted(1, 20);
  return map;
}

OffsetMap random_map(std::mt19937& random, std::size_t source_size) {
  OffsetMap map;
  std::size_t at = 0;
  while (at + 8 <= source_size) {
    const std::size_t size = 1 + random() % 7;
    switch (random() % 5) {
      case 0:
        map.append(size, {at, at + size}, Kind::copy);
        break;
      case 1:
        map.append(1 + random() % 3, {at, at + size}, Kind::atom);
        break;
      case 2:
        map.append(3, {at, at + 4}, Kind::base64);
        at += 4;
        continue;
      case 3:
        map.append_inserted(1, at);
        continue;
      default:
        break;  // source that is not visible
    }
    at += size;
  }
  return map;
}

}  // namespace

TEST_CASE("a range of text maps to the smallest source that holds it") {
  struct Row {
    Span text;
    Span source;
  };
  const std::vector<Row> rows{
      {{0, 1}, {10, 11}}, {{1, 2}, {11, 12}}, {{0, 2}, {10, 12}}, {{2, 3}, {12, 20}},
      {{3, 5}, {12, 20}}, {{1, 3}, {11, 20}}, {{0, 6}, {10, 20}}, {{5, 6}, {20, 20}},
      {{0, 0}, {10, 10}}, {{1, 1}, {11, 11}}, {{2, 2}, {12, 12}}, {{6, 6}, {20, 20}},
  };
  const OffsetMap map = sample();
  CHECK(map.text_size() == 6);
  for (const Row& row : rows) {
    INFO(row.text.start << ".." << row.text.end);
    const Span source = map.to_source(row.text);
    CHECK(source.start == row.source.start);
    CHECK(source.end == row.source.end);
  }
}

TEST_CASE("bytes of base64 lie in two characters each") {
  OffsetMap map;
  map.append(6, {100, 108}, Kind::base64);
  const std::vector<std::size_t> starts{100, 101, 102, 104, 105, 106};
  for (std::size_t k = 0; k < starts.size(); ++k) {
    CHECK(map.to_source({k, k + 1}).start == starts[k]);
    CHECK(map.to_source({k, k + 1}).end == starts[k] + 2);
  }
  CHECK(map.to_source({1, 5}).start == 101);
  CHECK(map.to_source({1, 5}).end == 107);
}

TEST_CASE("a copy that goes on is one piece") {
  OffsetMap map;
  map.append(4, {0, 4}, Kind::copy);
  map.append(0, {4, 9}, Kind::atom);
  map.append(3, {4, 7}, Kind::copy);
  map.append(3, {8, 11}, Kind::copy);
  CHECK(map.pieces().size() == 2);
  CHECK(OffsetMap::identity(0).pieces().empty());
  CHECK(OffsetMap::identity(5).to_source({2, 4}).start == 2);
}

TEST_CASE("an empty map has no source") {
  CHECK(OffsetMap().to_source({0, 0}).start == 0);
  CHECK(OffsetMap().text_size() == 0);
}

TEST_CASE("a made-up character widens nothing") {
  OffsetMap map;
  map.append_inserted(1, 0);
  map.append(2, {5, 7}, Kind::copy);
  map.append_inserted(1, 9);
  CHECK(map.to_source({0, 4}).start == 5);
  CHECK(map.to_source({0, 4}).end == 7);
}

TEST_CASE("composition maps as one step after the other") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const OffsetMap outer = random_map(random, 20 + random() % 200);
    const OffsetMap inner = random_map(random, outer.text_size());
    const OffsetMap both = inner.then(outer);
    REQUIRE(both.text_size() == inner.text_size());
    for (std::size_t k = 0; k < inner.text_size(); ++k) {
      const Span middle = inner.to_source({k, k + 1});
      const Span expected = outer.to_source(middle);
      const Span found = both.to_source({k, k + 1});
      INFO("round " << round << ", byte " << k);
      CHECK(found.start == expected.start);
      CHECK(found.end == expected.end);
    }
  }
}

}  // namespace replylint
