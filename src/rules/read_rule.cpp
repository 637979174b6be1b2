#include "rules/read_rule.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rules/fields.hpp"
#include "rules/read_example.hpp"
#include "rules/read_kind.hpp"
#include "rules/read_phrase.hpp"
#include "text/utf8.hpp"

namespace replylint::rules {

namespace {

constexpr std::size_t fewest_examples = 4;

class RuleReader {
 public:
  RuleReader(const RuleFile& file, Strictness strictness, Problems& problems)
      : file_(file),
        strictness_(strictness),
        problems_(problems),
        fields_(file, problems),
        phrases_(fields_, strictness, result_.references) {}

  std::optional<ReadFile> read() {
    const std::size_t before = problems_.size();
    const YamlNode root = parse_yaml(file_.text, file_.display, problems_);
    const auto* map = root.map();
    if (map == nullptr || (map->empty() && problems_.size() == before)) {
      fields_.complain_file("a rule file is a map of keys; `replylint rules new` writes one");
      return std::nullopt;
    }
    if (problems_.size() > before && map->empty()) return std::nullopt;
    const std::size_t slash = file_.path.find('/');
    if (slash == std::string::npos || !file_.path.ends_with(".yml") ||
        file_.path.find('/', slash + 1) != std::string::npos) {
      fields_.complain_file("a rule file lies at <family>/<name>.yml");
      return std::nullopt;
    }
    const std::string family = file_.path.substr(0, slash);
    const std::string id = file_.path.substr(0, file_.path.size() - 4);
    if (family == "lists") {
      result_.content = read_list(*map, id.substr(slash + 1));
    } else if (family == "tone") {
      fields_.check_keys(*map, {"summary", "source", "words"});
      result_.content =
          ToneWords{id.substr(slash + 1), file_.display, phrases_.read_weighted_words(*map)};
    } else {
      Rule rule;
      rule.id = id;
      rule.family = family;
      rule.file = file_.display;
      read_rule(*map, rule);
      result_.content = std::move(rule);
    }
    if (problems_.size() > before) return std::nullopt;
    return std::move(result_);
  }

 private:
  // ---- lists

  WordList read_list(const YamlMap& map, std::string name) {
    fields_.check_keys(map, {"summary", "source", "entries"});
    WordList list{std::move(name), file_.display, {}};
    const YamlNode* entries = Fields::find(map, "entries");
    if (entries == nullptr) {
      fields_.complain_file("a word list needs the key “entries”");
      return list;
    }
    const std::size_t before = problems_.size();
    for (const YamlNode* item : fields_.items(*entries)) {
      if (auto pattern = phrases_.read_pattern(*item)) list.entries.push_back(std::move(*pattern));
    }
    if (list.entries.empty() && problems_.size() == before) {
      fields_.complain(*entries, "the list is empty");
    }
    return list;
  }

  // ---- rules

  void read_rule(const YamlMap& map, Rule& rule) {
    read_common(map, rule);
    if (const auto detector = detector_kind(rule.family)) {
      read_detector(map, rule, *detector);
    } else {
      read_kind(map, fields_, phrases_, problems_, result_.references, rule);
      require_key(map, "why");
      require_key(map, "severity");
      require_key(map, "dimension");
      require_key(map, "message");
    }
    require_key(map, "summary");
    read_examples(map, rule);
  }

  void require_key(const YamlMap& map, std::string_view key) {
    const YamlNode* node = Fields::find(map, key);
    if (node == nullptr) {
      fields_.complain_file(fmt::format("the key “{}” is missing", key));
    } else if (node->scalar() != nullptr && node->scalar()->text.empty()) {
      fields_.complain(*node, fmt::format("“{}” is empty", key));
    }
  }

  static std::optional<DetectorKind> detector_kind(std::string_view family) {
    if (family == "elements") return DetectorKind::element;
    if (family == "signals") return DetectorKind::signal;
    if (family == "strengths") return DetectorKind::strength;
    if (family == "situations") return DetectorKind::situation;
    if (family == "customer") return DetectorKind::customer;
    return std::nullopt;
  }

  void read_common(const YamlMap& map, Rule& rule) {
    if (const auto* node = Fields::find(map, "summary")) rule.summary = fields_.text(*node);
    if (const auto* node = Fields::find(map, "why")) rule.why = fields_.text(*node);
    if (const auto* node = Fields::find(map, "source")) rule.source = fields_.texts(*node);
    if (const auto* node = Fields::find(map, "message")) rule.message = fields_.text(*node);
    if (const auto* node = Fields::find(map, "instead")) rule.instead = fields_.texts(*node);
    if (const auto* node = Fields::find(map, "cost")) {
      rule.cost = fields_.number(*node);
      if (rule.cost && *rule.cost < 0) fields_.complain(*node, "a cost is 0 or more points");
    }
    if (const auto* node = Fields::find(map, "when")) rule.when = read_condition(*node);
    if (const auto* node = Fields::find(map, "measured")) rule.measured = read_measured(*node);
    if (const auto* node = Fields::find(map, "fix")) rule.fix = fields_.text(*node);
    if (const auto* node = Fields::find(map, "severity")) {
      if (const auto i = fields_.choice(*node, severity_names)) {
        rule.severity = static_cast<Severity>(*i);
      }
    }
    if (const auto* node = Fields::find(map, "dimension")) {
      if (const auto i = fields_.choice(*node, dimension_names)) {
        rule.dimension = static_cast<Dimension>(*i);
      }
    }
  }

  void read_detector(const YamlMap& map, Rule& rule, DetectorKind kind) {
    const std::size_t before = problems_.size();
    Detector detector;
    detector.kind = kind;
    Keys keys = common_keys + phrase_keys;
    if (kind == DetectorKind::customer) {
      keys = common_keys + Keys{"match", "unless", "needs", "within", "silent-in"};
      detector.customer = phrases_.read_phrase(map, "match", Ending::any);
    } else if (kind == DetectorKind::situation) {
      keys = common_keys + Keys{"customer", "draft", "unless", "needs", "within", "silent-in"};
      detector.draft = phrases_.read_phrase(map, "draft", Ending::any);
      detector.customer = phrases_.read_phrase(map, "customer", Ending::any);
    } else {
      detector.draft = phrases_.read_phrase(map, "match", Ending::any);
      if (kind == DetectorKind::element) keys = keys + Keys{"from-zone", "restates-customer"};
      if (const auto* node = Fields::find(map, "from-zone")) {
        detector.from_zones = phrases_.read_zones(*node, zone_names);
      }
      if (const auto* node = Fields::find(map, "restates-customer")) {
        detector.restates_customer = fields_.boolean(*node);
      }
    }
    fields_.check_keys(map, keys);
    if (problems_.size() == before && detector.draft.match.empty() &&
        detector.customer.match.empty() && detector.from_zones.empty() &&
        !detector.restates_customer) {
      fields_.complain_file(kind == DetectorKind::situation
                                ? "a situation needs the key “customer” or “draft”"
                                : "a detector needs the key “match”");
    }
    rule.kind = std::move(detector);
  }

  Condition read_condition(const YamlNode& node) {
    Condition condition;
    const auto facts = [&](const YamlNode& list) {
      std::vector<std::string> names;
      for (const YamlNode* item : fields_.items(list)) {
        names.push_back(fields_.text(*item));
        result_.references.emplace_back(Reference::Kind::fact, names.back(), *item);
      }
      return names;
    };
    const auto* map = node.map();
    if (map == nullptr) {
      condition.all = facts(node);
      return condition;
    }
    fields_.check_keys(*map, {"all", "any", "not"});
    if (const auto* all = Fields::find(*map, "all")) condition.all = facts(*all);
    if (const auto* any = Fields::find(*map, "any")) condition.any = facts(*any);
    if (const auto* none = Fields::find(*map, "not")) condition.none = facts(*none);
    return condition;
  }

  std::optional<Measured> read_measured(const YamlNode& node) {
    const YamlMap* map = fields_.map(node);
    if (map == nullptr) return std::nullopt;
    fields_.check_keys(*map, {"hits", "right", "on"});
    Measured measured;
    if (const auto* hits = Fields::find(*map, "hits")) {
      measured.hits = fields_.count(*hits).value_or(0);
    }
    if (const auto* right = Fields::find(*map, "right")) {
      measured.right = fields_.count(*right).value_or(0);
    }
    if (const auto* on = Fields::find(*map, "on")) measured.on = fields_.text(*on);
    if (measured.right > measured.hits) fields_.complain(node, "more right than hits");
    return measured;
  }

  void read_examples(const YamlMap& map, Rule& rule) {
    const YamlNode* node = Fields::find(map, "examples");
    if (node == nullptr) {
      require_key(map, "examples");
      return;
    }
    const YamlMap* lists = fields_.map(*node);
    if (lists == nullptr) return;
    const bool detector = rule.is_detector();
    const std::string_view bad = detector ? "present" : "bad";
    const std::string_view good = detector ? "absent" : "good";
    fields_.check_keys(*lists, {bad, good});
    rule.bad = read_example_list(*node, *lists, bad);
    rule.good = read_example_list(*node, *lists, good);
  }

  std::vector<Example> read_example_list(const YamlNode& node, const YamlMap& lists,
                                         std::string_view key) {
    std::vector<Example> examples;
    const YamlNode* list = Fields::find(lists, key);
    if (list != nullptr) {
      for (const YamlNode* item : fields_.items(*list)) {
        if (auto example = read_example(fields_, *item, result_.references)) {
          examples.push_back(std::move(*example));
        }
      }
    }
    const std::size_t fewest = strictness_ == Strictness::strict ? fewest_examples : 1;
    const std::size_t written =
        list == nullptr || list->list() == nullptr ? examples.size() : list->list()->size();
    if (written < fewest) {
      fields_.complain(list == nullptr ? node : *list,
                       fmt::format("{} example{} under “{}”, and {} at least are needed", written,
                                   written == 1 ? "" : "s", key, fewest));
    }
    return examples;
  }

  const RuleFile& file_;
  Strictness strictness_;
  Problems& problems_;
  Fields fields_;
  ReadFile result_;
  PhraseReader phrases_;
};

}  // namespace

std::optional<ReadFile> read_rule_file(const RuleFile& file, Strictness strictness,
                                       Problems& problems) {
  return RuleReader(file, strictness, problems).read();
}

}  // namespace replylint::rules
