#include "rules/read_kind.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>

namespace replylint::rules {

namespace {

class KindReader {
 public:
  KindReader(const Fields& fields, PhraseReader& phrases, const Problems& problems,
             std::vector<Reference>& references)
      : fields_(fields), phrases_(phrases), problems_(problems), references_(references) {}

  void read(const YamlMap& map, Rule& rule) {
    const YamlNode* count = Fields::find(map, "count");
    const YamlNode* weigh = Fields::find(map, "weigh");
    const YamlNode* require = Fields::find(map, "require");
    const YamlNode* order = Fields::find(map, "order");
    const YamlNode* compare = Fields::find(map, "compare");
    const YamlNode* placeholder = Fields::find(map, "placeholder");
    const bool match = Fields::find(map, "match") != nullptr;
    const int kinds = (count != nullptr ? 1 : 0) + (weigh != nullptr ? 1 : 0) +
                      (require != nullptr ? 1 : 0) + (order != nullptr ? 1 : 0) +
                      (compare != nullptr ? 1 : 0) + (placeholder != nullptr ? 1 : 0) +
                      (match ? 1 : 0);
    if (kinds != 1) {
      fields_.check_keys(
          map, common_keys + phrase_keys +
                   Keys{"fix", "count", "weigh", "require", "order", "compare", "placeholder"});
      fields_.complain_file(
          "a rule has exactly one of the keys match, count, weigh, require, order, compare, "
          "placeholder");
      return;
    }
    if (match) {
      fields_.check_keys(map, common_keys + phrase_keys + Keys{"fix"});
      rule.kind = phrases_.read_phrase(map, "match", Ending::word);
    } else if (count != nullptr) {
      fields_.check_keys(map, common_keys + Keys{"count"});
      rule.kind = read_count(*count);
    } else if (weigh != nullptr) {
      fields_.check_keys(map, common_keys + Keys{"weigh"});
      rule.kind = read_weigh(*weigh);
    } else if (require != nullptr) {
      fields_.check_keys(map, common_keys + Keys{"require"});
      rule.kind = read_require(*require);
    } else if (placeholder != nullptr) {
      fields_.check_keys(map, common_keys + Keys{"placeholder"});
      const auto fault = fields_.choice(*placeholder, placeholder_fault_names);
      rule.kind = static_cast<PlaceholderFault>(fault.value_or(0));
    } else if (order != nullptr) {
      fields_.check_keys(map, common_keys + Keys{"order"});
      rule.kind = read_order(*order);
    } else {
      fields_.check_keys(map, common_keys + Keys{"compare"});
      rule.kind = read_compare(*compare);
    }
  }

 private:
  Count read_count(const YamlNode& node) {
    Count count;
    const YamlMap* map = fields_.map(node);
    if (map == nullptr) return count;
    const std::size_t before = problems_.size();
    fields_.check_keys(*map, phrase_keys + Keys{"measure", "per", "over", "under", "at-least-words",
                                                "at-most-words", "of"});
    count.phrase = phrases_.read_phrase(*map, "match", Ending::word);
    if (const auto* measure = Fields::find(*map, "measure")) {
      if (const auto i = fields_.choice(*measure, measure_names)) {
        count.measure = static_cast<Measure>(*i);
      }
    }
    if (const auto* per = Fields::find(*map, "per")) {
      if (const auto i = fields_.choice(*per, per_names)) count.per = static_cast<Per>(*i);
    }
    if (const auto* over = Fields::find(*map, "over")) count.over = fields_.number(*over);
    if (const auto* under = Fields::find(*map, "under")) count.under = fields_.number(*under);
    if (const auto* least = Fields::find(*map, "at-least-words")) {
      count.at_least_words = fields_.count(*least).value_or(0);
    }
    if (const auto* most = Fields::find(*map, "at-most-words")) {
      count.at_most_words = fields_.count(*most);
    }
    if (const auto* of = Fields::find(*map, "of")) {
      for (const YamlNode* item : fields_.items(*of)) {
        count.of.push_back(fields_.text(*item));
        references_.emplace_back(Reference::Kind::family, count.of.back(), *item);
      }
    }
    if ((count.measure == Measure::errors) == count.of.empty()) {
      fields_.complain(node, "the measure “errors”, and no other, has families: of: [blame, …]");
    }
    if (count.measure == Measure::errors && count.per != Per::draft) {
      fields_.complain(node, "errors are counted per draft");
    }
    if (count.over.has_value() == count.under.has_value()) {
      fields_.complain(node, "a count has one limit: “over” or “under”");
      count.over = 0;
    }
    if (problems_.size() == before &&
        (count.measure == Measure::matches) == count.phrase.match.empty()) {
      fields_.complain(node, "a count has either “match” or another “measure”");
    }
    return count;
  }

  Weigh read_weigh(const YamlNode& node) {
    Weigh weigh;
    const YamlMap* map = fields_.map(node);
    if (map == nullptr) return weigh;
    fields_.check_keys(*map, weighted_words_keys + Keys{"over"});
    if (const auto* over = Fields::find(*map, "over")) {
      weigh.over = fields_.number(*over).value_or(0);
    } else {
      fields_.complain(node,
                       "“weigh” needs the key “over”: the sum above which a sentence is flagged");
    }
    weigh.words = phrases_.read_weighted_words(*map);
    return weigh;
  }

  Require read_require(const YamlNode& node) {
    Require require;
    const YamlMap* map = fields_.map(node);
    if (map == nullptr) return require;
    fields_.check_keys(*map, {"element", "required", "out-of-place", "place", "sample"});
    if (const auto* element = Fields::find(*map, "element")) {
      require.element = fields_.text(*element);
      references_.emplace_back(Reference::Kind::element, require.element, *element);
    } else {
      fields_.complain(node, "“require” names an element");
    }
    const auto situations = [&](std::string_view key) {
      std::vector<std::string> names;
      if (const auto* list = Fields::find(*map, key)) {
        for (const YamlNode* item : fields_.items(*list)) {
          names.push_back(fields_.text(*item));
          references_.emplace_back(Reference::Kind::situation, names.back(), *item);
        }
      }
      return names;
    };
    require.required = situations("required");
    require.out_of_place = situations("out-of-place");
    if (require.required.empty()) fields_.complain(node, "“required” names one situation at least");
    if (const auto* place = Fields::find(*map, "place")) {
      if (const auto i = fields_.choice(*place, place_names)) {
        require.place = static_cast<Place>(*i);
      }
    }
    if (const auto* sample = Fields::find(*map, "sample")) require.sample = fields_.text(*sample);
    return require;
  }

  Order read_order(const YamlNode& node) {
    Order order;
    const YamlMap* map = fields_.map(node);
    if (map == nullptr) return order;
    fields_.check_keys(*map, {"first", "then"});
    const auto fact = [&](std::string_view key) {
      const YamlNode* value = Fields::find(*map, key);
      if (value == nullptr) {
        fields_.complain(node, fmt::format("“order” needs the key “{}”", key));
        return std::string{};
      }
      std::string name = fields_.text(*value);
      if (!name.starts_with("element.") && !name.starts_with("signal.")) {
        fields_.complain(*value, "only an element or a signal has a place in the text");
      }
      references_.emplace_back(Reference::Kind::fact, name, *value);
      return name;
    };
    order.first = fact("first");
    order.then = fact("then");
    return order;
  }

  Compare read_compare(const YamlNode& node) {
    Compare compare;
    if (const YamlMap* map = node.map()) {
      compare.comparisons.push_back(read_comparison(node, *map));
      return compare;
    }
    for (const YamlNode* item : fields_.items(node)) {
      if (const YamlMap* map = fields_.map(*item)) {
        compare.comparisons.push_back(read_comparison(*item, *map));
      }
    }
    if (compare.comparisons.empty()) fields_.complain(node, "nothing is compared here");
    return compare;
  }

  Comparison read_comparison(const YamlNode& node, const YamlMap& map) {
    Comparison comparison;
    fields_.check_keys(map, {"customer", "earlier", "says", "lacks", "measure", "over", "place"});
    comparison.customer = read_side(map, "customer", {"customer.", "situation."}, Ending::any);
    comparison.earlier = read_side(map, "earlier", {"element.", "signal."}, Ending::any);
    comparison.says = read_side(map, "says", {"element.", "signal."}, Ending::word);
    comparison.lacks = read_side(map, "lacks", {"element.", "signal."}, Ending::any);
    if (const auto* measure = Fields::find(map, "measure")) {
      if (const auto i = fields_.choice(*measure, compare_measure_names)) {
        comparison.measure = static_cast<CompareMeasure>(*i);
      }
    }
    if (const auto* over = Fields::find(map, "over")) {
      using enum CompareMeasure;
      comparison.over = fields_.number(*over);
      if (!comparison.earlier && comparison.measure != rounds &&
          comparison.measure != hours_waited) {
        fields_.complain(*over,
                         "“over” limits “earlier”, and the measures rounds and hours-waited");
      }
    }
    if (const auto* place = Fields::find(map, "place")) {
      if (const auto i = fields_.choice(*place, place_names)) {
        comparison.place = static_cast<Place>(*i);
      }
    }
    const bool measured = Fields::find(map, "measure") != nullptr;
    const bool before = comparison.customer || comparison.earlier;
    if (!measured && (!before || (!comparison.says && !comparison.lacks))) {
      fields_.complain(
          node, "a comparison has a “measure”, or “customer” or “earlier” with “says” or “lacks”");
    }
    return comparison;
  }

  // A fact of one of the kinds, a list of patterns, or a map with `match` and
  // what silences it.
  std::optional<Side> read_side(const YamlMap& map, std::string_view key, const Keys& kinds,
                                Ending ending) {
    const YamlNode* node = Fields::find(map, key);
    if (node == nullptr) return std::nullopt;
    Side side;
    if (node->scalar() != nullptr) {
      side.fact = fields_.text(*node);
      references_.emplace_back(Reference::Kind::fact, side.fact, *node);
      if (std::none_of(kinds.begin(), kinds.end(),
                       [&](std::string_view kind) { return side.fact.starts_with(kind); })) {
        fields_.complain(*node, fmt::format("a fact stands here ({}…), or a list of patterns",
                                            fmt::join(kinds, "…, ")));
      }
    } else if (const YamlMap* phrase = node->map()) {
      fields_.check_keys(*phrase, phrase_keys);
      side.phrase = phrases_.read_phrase(*phrase, "match", ending);
      if (Fields::find(*phrase, "match") == nullptr) {
        fields_.complain(*node, "the key “match” is missing");
      }
    } else {
      side.phrase = phrases_.read_phrase(map, key, ending);
    }
    return side;
  }

  const Fields& fields_;
  PhraseReader& phrases_;
  const Problems& problems_;
  std::vector<Reference>& references_;
};

}  // namespace

void read_kind(const YamlMap& map, const Fields& fields, PhraseReader& phrases,
               const Problems& problems, std::vector<Reference>& references, Rule& rule) {
  KindReader(fields, phrases, problems, references).read(map, rule);
}

}  // namespace replylint::rules
