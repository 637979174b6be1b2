#include "rules/read_phrase.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "text/regex.hpp"
#include "text/utf8.hpp"

namespace replylint::rules {

namespace {

constexpr std::array<std::string_view, 3> author_zones{zone_names[0], zone_names[1], zone_names[2]};

}  // namespace

std::optional<Pattern> PhraseReader::read_pattern(const YamlNode& node) {
  const std::string text = fields_.text(node);
  if (node.scalar() == nullptr) return std::nullopt;
  auto parsed = parse_pattern(text);
  if (const auto* error = std::get_if<PatternError>(&parsed)) {
    fields_.complain(node, error->span, error->message);
    return std::nullopt;
  }
  auto pattern = std::get<Pattern>(std::move(parsed));
  pattern.line = node.line;
  pattern.column = node.column;
  add_list_references(pattern.root, node);
  return pattern;
}

void PhraseReader::add_list_references(const Node& node, const YamlNode& where) {
  if (const auto* list = std::get_if<ListRef>(&node.value)) {
    references_.emplace_back(Reference::Kind::list, list->name, where);
  } else if (const auto* sequence = std::get_if<Sequence>(&node.value)) {
    for (const Node& part : sequence->parts) add_list_references(part, where);
  } else if (const auto* choice = std::get_if<Choice>(&node.value)) {
    for (const Node& branch : choice->branches) add_list_references(branch, where);
  }
}

std::optional<Matcher> PhraseReader::read_matcher(const YamlNode& node) {
  const auto* map = node.map();
  if (map == nullptr) {
    auto pattern = read_pattern(node);
    if (!pattern) return std::nullopt;
    return Matcher{std::move(*pattern)};
  }
  const YamlNode* regex = Fields::find(*map, "regex");
  const YamlNode* literals = Fields::find(*map, "literals");
  if (regex == nullptr && literals == nullptr) {
    fields_.complain(node,
                     "YAML reads keys here; a pattern is put in quotes when it begins with {, or "
                     "with “? ”, or has “: ” in it");
    return std::nullopt;
  }
  fields_.check_keys(*map, {"regex", "literals"});
  if (regex == nullptr || literals == nullptr) {
    fields_.complain(node,
                     "an expression needs both keys: {regex: \"…\", literals: [\"…\"]}; it is "
                     "tried only where one of the literals occurs");
    return std::nullopt;
  }
  RawExpression raw{fields_.text(*regex), {}};
  if (strictness_ != Strictness::trusting) check_expression(*regex, raw.expression);
  for (const YamlNode* item : fields_.items(*literals)) {
    std::string literal = text::fold(fields_.text(*item));
    if (literal.empty()) {
      fields_.complain(*item, "an empty literal occurs everywhere");
    } else {
      raw.literals.push_back(std::move(literal));
    }
  }
  return Matcher{std::move(raw)};
}

void PhraseReader::check_expression(const YamlNode& node, const std::string& expression) const {
  if (const auto error = text::Regex::check(expression)) {
    const std::size_t at = std::min(error->offset, expression.size());
    fields_.complain(node, Span{at, std::min(at + 1, expression.size())},
                     "this expression is not valid: " + error->message);
  }
}

std::vector<Matcher> PhraseReader::read_matchers(const YamlNode& node) {
  std::vector<Matcher> all;
  for (const YamlNode* item : fields_.items(node)) {
    if (auto matcher = read_matcher(*item)) all.push_back(std::move(*matcher));
  }
  return all;
}

Phrase PhraseReader::read_phrase(const YamlMap& map, std::string_view match_key, Ending ending) {
  Phrase phrase;
  phrase.silent_in.set(static_cast<std::size_t>(Scope::negation));
  phrase.silent_in.set(static_cast<std::size_t>(Scope::quotation));
  if (const auto* node = Fields::find(map, match_key)) {
    for (const YamlNode* item : fields_.items(*node)) {
      auto matcher = read_matcher(*item);
      if (!matcher) continue;
      const auto* pattern = std::get_if<Pattern>(&*matcher);
      if (ending == Ending::word && pattern != nullptr && ends_with_gap(*pattern)) {
        fields_.complain(*item, "this ends with a gap, which takes any words; end with a word");
      }
      phrase.match.push_back(std::move(*matcher));
    }
  }
  if (const auto* node = Fields::find(map, "unless")) phrase.unless = read_matchers(*node);
  if (const auto* node = Fields::find(map, "needs")) phrase.needs = read_matchers(*node);
  if (const auto* node = Fields::find(map, "within")) phrase.within = fields_.count(*node);
  if (const auto* node = Fields::find(map, "last-sentence")) {
    phrase.last_sentence = fields_.boolean(*node);
  }
  read_scopes_and_zones(map, phrase);
  return phrase;
}

void PhraseReader::read_scopes_and_zones(const YamlMap& map, Phrase& phrase) {
  if (const auto* node = Fields::find(map, "zone")) phrase.zones = read_zones(*node, author_zones);
  if (const auto* node = Fields::find(map, "silent-in")) {
    phrase.silent_in.reset();
    for (const YamlNode* item : fields_.items(*node)) {
      if (const auto i = fields_.choice(*item, scope_names)) phrase.silent_in.set(*i);
    }
  }
}

WeightedWords PhraseReader::read_weighted_words(const YamlMap& map) {
  WeightedWords words;
  words.phrase.silent_in.set(static_cast<std::size_t>(Scope::quotation));
  read_scopes_and_zones(map, words.phrase);
  const YamlNode* node = Fields::find(map, "words");
  if (node == nullptr || node->map() == nullptr || node->map()->empty()) {
    const std::string what = "“words” is a map of patterns to weights: {\"you did not\": 0.8}";
    node == nullptr ? fields_.complain_file(what) : fields_.complain(*node, what);
    return words;
  }
  for (const auto& [key, value] : *node->map()) {
    auto pattern = read_pattern(key);
    const auto weight = fields_.number(value);
    if (!pattern || !weight) continue;
    if (ends_with_gap(*pattern)) {
      fields_.complain(key, "this ends with a gap, which takes any words; end with a word");
    }
    words.phrase.match.emplace_back(std::move(*pattern));
    words.weights.push_back(*weight);
  }
  return words;
}

}  // namespace replylint::rules
