#include "engine/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace replylint::engine {

namespace {

constexpr std::array<std::string_view, 12> negations{"not",    "never",   "no",      "nothing",
                                                     "nobody", "none",    "neither", "nor",
                                                     "hardly", "without", "nowhere", "barely"};

}  // namespace

bool is_negation(std::string_view form) {
  return std::find(negations.begin(), negations.end(), form) != negations.end();
}

AffixId longest_prefix(const PackTables& tables, std::string_view form) {
  const std::size_t most = std::min<std::size_t>(form.size(), tables.pack.front().longest_prefix);
  std::uint32_t hash = hash_seed;
  AffixId longest = 0;
  for (std::size_t n = 1; n <= most; ++n) {
    hash = hash_on(hash, form[n - 1]);
    const AffixId found = find(tables.pool, tables.prefixes, form.substr(0, n), hash);
    if (found != 0) longest = found;
  }
  return longest;
}

AffixId longest_suffix(const PackTables& tables, std::string_view form) {
  const std::size_t most = std::min<std::size_t>(form.size(), tables.pack.front().longest_suffix);
  std::uint32_t hash = hash_seed;
  AffixId longest = 0;
  for (std::size_t n = 1; n <= most; ++n) {
    const std::size_t at = form.size() - n;
    hash = hash_on(hash, form[at]);
    const AffixId found = find(tables.pool, tables.suffixes, form.substr(at), hash);
    if (found != 0) longest = found;
  }
  return longest;
}

Symbol symbol_of(const PackTables& tables, const text::Token& token, bool first) {
  Symbol symbol;
  const auto find_word = [&] {
    symbol.word = find(tables.pool, tables.words, token.form, hash_of(token.form));
    if (symbol.word == unknown_word) return false;
    const WordRecord& record = tables.word_records[symbol.word];
    symbol.prefix = record.prefix;
    symbol.suffix = record.suffix;
    symbol.classes = static_cast<std::uint16_t>(record.classes);
    return true;
  };
  if (token.kind == text::TokenKind::word || token.kind == text::TokenKind::emoji) {
    if (!find_word()) {
      symbol.prefix = longest_prefix(tables, token.form);
      symbol.suffix = longest_suffix(tables, token.form);
      if (is_negation(token.form)) symbol.classes |= class_negation;
    }
  } else if (token.kind == text::TokenKind::number) {
    find_word();
    symbol.classes |= class_number;
  } else if (token.kind == text::TokenKind::placeholder) {
    symbol.classes |= class_placeholder | class_name;
  }
  if (token.has(text::flag_all_caps)) symbol.classes |= class_caps;
  const bool pronoun = token.form == "i";
  if (token.has(text::flag_capitalised) && !token.has(text::flag_all_caps) && !first && !pronoun) {
    symbol.classes |= class_name;
  }
  return symbol;
}

bool passes(const PackTables& tables, const Test& test, const Symbol& symbol) {
  if (!symbol.is_word()) return false;
  if (test.any != 0 || (symbol.classes & test.classes) != 0) return true;
  const auto words = slice(tables.test_words, test.words);
  if (symbol.word != unknown_word && std::binary_search(words.begin(), words.end(), symbol.word)) {
    return true;
  }
  const auto affixes = slice(tables.test_affixes, test.affixes);
  const auto text = [&](const Names<Viewed>& names, AffixId id) {
    return tables.text(names.texts[id]);
  };
  return std::any_of(affixes.begin(), affixes.end(), [&](AffixPair affix) {
    const bool begins =
        affix.prefix == 0 ||
        text(tables.prefixes, symbol.prefix).starts_with(text(tables.prefixes, affix.prefix));
    return begins &&
           (affix.suffix == 0 ||
            text(tables.suffixes, symbol.suffix).ends_with(text(tables.suffixes, affix.suffix)));
  });
}

}  // namespace replylint::engine
