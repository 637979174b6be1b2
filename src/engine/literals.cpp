#include "engine/literals.hpp"

#include <algorithm>
#include <array>

namespace replylint::engine {

namespace {

constexpr std::size_t byte_values = 256;
constexpr std::uint32_t bits = 64;  // of a word of the table of pairs

std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}
// The first two bytes; of a literal of one byte that one.
std::uint32_t pair_at(std::string_view text, std::size_t at) {
  return byte_at(text, at) << 8U | byte_at(text, at + 1);
}
std::uint32_t key_of(std::string_view literal) {
  return literal.size() == 1 ? byte_at(literal, 0) : pair_at(literal, 0);
}

}  // namespace

void add_literals(const std::vector<std::vector<std::string>>& literals, TableWriter& out) {
  Tables<Built>& tables = out.tables;
  tables.literal_pairs.assign(byte_values * byte_values / bits, 0);
  for (std::uint32_t expression = 0; expression < literals.size(); ++expression) {
    for (const std::string& literal : literals[expression]) {
      const std::uint32_t key = key_of(literal);
      auto& table = literal.size() == 1 ? tables.letters : tables.literals;
      table.push_back({out.add_text(literal), key, expression});
      if (literal.size() > 1) tables.literal_pairs[key / bits] |= std::uint64_t{1} << (key % bits);
    }
  }
  std::stable_sort(tables.literals.begin(), tables.literals.end(),
                   [](const Literal& a, const Literal& b) { return a.key < b.key; });
}

void find_expressions(const PackTables& tables, std::string_view folded,
                      std::vector<std::uint32_t>& found) {
  std::array<bool, byte_values> occurs{};
  for (std::size_t at = 0; at < folded.size(); ++at) {
    occurs[byte_at(folded, at)] = true;
    if (at + 1 == folded.size()) break;
    const std::uint32_t key = pair_at(folded, at);
    if (((tables.literal_pairs[key / bits] >> (key % bits)) & 1U) == 0) continue;
    auto literal = std::lower_bound(tables.literals.begin(), tables.literals.end(), key,
                                    [](const Literal& l, std::uint32_t k) { return l.key < k; });
    for (; literal != tables.literals.end() && literal->key == key; ++literal) {
      if (folded.substr(at).starts_with(tables.text(literal->text))) {
        found.push_back(literal->expression);
      }
    }
  }
  for (const Literal& letter : tables.letters) {
    if (occurs[letter.key]) found.push_back(letter.expression);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace replylint::engine
