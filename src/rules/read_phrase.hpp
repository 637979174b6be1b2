// Patterns and expressions of rule files, and what silences or confirms them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/fields.hpp"
#include "rules/read_rule.hpp"
#include "rules/rule.hpp"

namespace replylint::rules {

// The keys that a phrase is read from, beside others of its map.
inline const std::vector<std::string_view> phrase_keys{
    "match", "unless", "needs", "within", "silent-in", "zone", "last-sentence"};

// The keys that weighted words are read from.
inline const std::vector<std::string_view> weighted_words_keys{"words", "silent-in", "zone"};

// How a match may end: what a rule reports ends with a word, what a detector
// finds may take in the words of a gap.
enum class Ending : std::uint8_t { word, any };

class PhraseReader {
 public:
  // Lists that patterns name go to `references`.
  PhraseReader(const Fields& fields, Strictness strictness, std::vector<Reference>& references)
      : fields_(fields), strictness_(strictness), references_(references) {}

  // Each complains of what is wrong and leaves it out.
  [[nodiscard]] std::optional<Pattern> read_pattern(const YamlNode& node);
  // `match_key`: where the patterns themselves stand.
  [[nodiscard]] Phrase read_phrase(const YamlMap& map, std::string_view match_key, Ending ending);
  // words: {pattern: weight, …}, with `silent-in` (by default quotation) and
  // `zone` beside it.
  [[nodiscard]] WeightedWords read_weighted_words(const YamlMap& map);
  // `names`: the first of zone_names that may stand there.
  template <std::size_t N>
  [[nodiscard]] std::vector<ZoneKind> read_zones(const YamlNode& node,
                                                 const std::array<std::string_view, N>& names) {
    std::vector<ZoneKind> zones;
    for (const YamlNode* item : fields_.items(node)) {
      if (const auto i = fields_.choice(*item, names)) zones.push_back(static_cast<ZoneKind>(*i));
    }
    return zones;
  }

 private:
  std::optional<Matcher> read_matcher(const YamlNode& node);
  void read_scopes_and_zones(const YamlMap& map, Phrase& phrase);
  std::vector<Matcher> read_matchers(const YamlNode& node);
  void add_list_references(const Node& node, const YamlNode& where);

  void check_expression(const YamlNode& node, const std::string& expression) const;

  const Fields& fields_;
  Strictness strictness_;
  std::vector<Reference>& references_;
};

}  // namespace replylint::rules
