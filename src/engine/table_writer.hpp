// Fills tables while a pack is compiled.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/tables.hpp"

namespace replylint::engine {

class TableWriter {
 public:
  // The same bytes stand in the pool once.
  Text add_text(std::string_view text);

  // Records at the end of a table.
  template <typename Record>
  static Slice append(std::vector<Record>& table, const std::vector<Record>& records) {
    const Slice added{static_cast<std::uint32_t>(table.size()),
                      static_cast<std::uint32_t>(records.size())};
    table.insert(table.end(), records.begin(), records.end());
    return added;
  }

  // `texts[0]` stands for none; the others differ from each other.
  void fill(Names<Built>& names, const std::vector<std::string>& texts,
            std::uint32_t (*hash)(std::string_view));

  Tables<Built> tables;

  // The tables as they are now; good until something is added.
  [[nodiscard]] PackTables view();

 private:
  std::map<std::string, Text, std::less<>> texts_;
};

}  // namespace replylint::engine
