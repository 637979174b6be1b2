#include "engine/table_writer.hpp"

#include <bit>
#include <utility>

namespace replylint::engine {

Text TableWriter::add_text(std::string_view text) {
  const auto found = texts_.find(text);
  if (found != texts_.end()) return found->second;
  const Text added{static_cast<std::uint32_t>(tables.pool.size()),
                   static_cast<std::uint32_t>(text.size())};
  tables.pool.insert(tables.pool.end(), text.begin(), text.end());
  texts_.emplace(text, added);
  return added;
}

void TableWriter::fill(Names<Built>& names, const std::vector<std::string>& texts,
                       std::uint32_t (*hash)(std::string_view)) {
  names.texts.clear();
  names.slots.assign(std::bit_ceil(2 * texts.size()), 0);
  const auto mask = static_cast<std::uint32_t>(names.slots.size() - 1);
  for (std::uint32_t id = 0; id < texts.size(); ++id) {
    names.texts.push_back(add_text(texts[id]));
    if (id == 0) continue;
    std::uint32_t slot = slot_of(hash(texts[id])) & mask;
    while (names.slots[slot] != 0) slot = (slot + 1) & mask;
    names.slots[slot] = id;
  }
}

PackTables TableWriter::view() {
  std::vector<std::pair<const void*, std::size_t>> built;
  tables.each([&](const auto& table) { built.emplace_back(table.data(), table.size()); });
  PackTables viewed;
  auto next = built.begin();
  viewed.each([&]<typename Record>(std::span<const Record>& table) {
    table = {static_cast<const Record*>(next->first), next->second};
    ++next;
  });
  return viewed;
}

}  // namespace replylint::engine
