#include "replylint/rule_set.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/compiled.hpp"
#include "engine/shadow.hpp"
#include "rules/load.hpp"

namespace replylint {

namespace engine {

FactId FactTable::add(std::string_view name) {
  const auto next = static_cast<FactId>(ids_.size());
  return ids_.try_emplace(std::string(name), next).first->second;
}

std::optional<FactId> FactTable::find(std::string_view name) const {
  const auto found = ids_.find(name);
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

namespace {

bool names_negation(const rules::Node& node) {
  if (const auto* word = std::get_if<rules::Word>(&node.value)) return is_negation(word->form);
  if (const auto* list = std::get_if<rules::ListRef>(&node.value)) return list->name == "negation";
  if (const auto* sequence = std::get_if<rules::Sequence>(&node.value)) {
    return std::any_of(sequence->parts.begin(), sequence->parts.end(), names_negation);
  }
  if (const auto* choice = std::get_if<rules::Choice>(&node.value)) {
    return std::any_of(choice->branches.begin(), choice->branches.end(), names_negation);
  }
  return false;
}

// "apology" of "elements/apology".
std::string_view name_of(const rules::Rule& rule) {
  return std::string_view(rule.id).substr(rule.id.find('/') + 1);
}

std::string fact_of(const rules::Rule& rule, rules::DetectorKind kind) {
  switch (kind) {
    case rules::DetectorKind::element:
      return fmt::format("element.{}", name_of(rule));
    case rules::DetectorKind::signal:
      return fmt::format("signal.{}", name_of(rule));
    case rules::DetectorKind::strength:
      return fmt::format("strength.{}", name_of(rule));
    case rules::DetectorKind::situation:
      return fmt::format("situation.{}", name_of(rule));
    case rules::DetectorKind::customer:
      return fmt::format("customer.{}", name_of(rule));
  }
  return {};
}

class Compiler {
 public:
  explicit Compiler(RuleSet::Compiled& out) : out_(out) {}

  void run() {
    for (const rules::Rule& rule : out_.pack.rules) compile(rule);
    out_.function_word = add_list("function-word");
    for (const auto& [name, words] : out_.pack.tone) {
      add_matchers(words.words.phrase.match, static_cast<PhraseId>(out_.tone.size()), Role::tone,
                   true);
      out_.tone.push_back(&words);
    }
    out_.program.freeze();
  }

 private:
  PatternId add_pattern(const rules::Pattern& pattern, PatternUse use, bool cross_negation) {
    const PatternId id = out_.program.add(pattern, out_.pack.lists, cross_negation);
    out_.uses.push_back(use);
    return id;
  }

  std::optional<PatternId> add_list(const std::string& name) {
    if (!out_.pack.lists.contains(name)) return std::nullopt;
    return add_pattern({{rules::ListRef{name}}, "@" + name}, {}, true);
  }

  void add_matchers(const std::vector<rules::Matcher>& matchers, PhraseId phrase, Role role,
                    bool cross_negation) {
    std::uint32_t place = 0;
    for (const rules::Matcher& matcher : matchers) {
      if (const auto* pattern = std::get_if<rules::Pattern>(&matcher)) {
        add_pattern(*pattern, {phrase, role, names_negation(pattern->root), place++},
                    cross_negation);
        continue;
      }
      const auto& raw = std::get<rules::RawExpression>(matcher);
      out_.expressions.push_back({text::LazyRegex(raw.expression), raw.literals, phrase, role});
    }
  }

  PhraseId add_phrase(const rules::Phrase& phrase, Role role = Role::match) {
    if (phrase.match.empty()) return no_phrase;
    const auto id = static_cast<PhraseId>(out_.phrases.size());
    out_.phrases.push_back(&phrase);
    const bool cross = !phrase.silent_in[static_cast<std::size_t>(rules::Scope::negation)];
    add_matchers(phrase.match, id, role, cross);
    add_matchers(phrase.unless, id, Role::unless, true);
    add_matchers(phrase.needs, id, Role::needs, cross);
    return id;
  }

  std::vector<FactId> facts(const std::vector<std::string>& names) {
    std::vector<FactId> ids;
    ids.reserve(names.size());
    for (const std::string& name : names) ids.push_back(out_.facts.add(name));
    return ids;
  }

  CompiledSide side(const std::optional<rules::Side>& side) {
    CompiledSide compiled;
    if (!side) return compiled;
    if (side->fact.empty()) {
      compiled.phrase = add_phrase(side->phrase);
    } else {
      compiled.fact = out_.facts.add(side->fact);
    }
    return compiled;
  }

  void compile(const rules::Rule& rule) {
    CompiledRule compiled;
    compiled.rule = &rule;
    compiled.when = {facts(rule.when.all), facts(rule.when.any), facts(rule.when.none)};
    if (const auto* phrase = std::get_if<rules::Phrase>(&rule.kind)) {
      compiled.phrase = add_phrase(*phrase);
    } else if (const auto* count = std::get_if<rules::Count>(&rule.kind)) {
      compiled.phrase = add_phrase(count->phrase);
    } else if (const auto* weigh = std::get_if<rules::Weigh>(&rule.kind)) {
      compiled.phrase = add_phrase(weigh->words.phrase, Role::weighed);
    } else if (const auto* require = std::get_if<rules::Require>(&rule.kind)) {
      compiled.fact = out_.facts.add("element." + require->element);
      for (const std::string& situation : require->required) {
        compiled.required.push_back(out_.facts.add("situation." + situation));
      }
    } else if (const auto* order = std::get_if<rules::Order>(&rule.kind)) {
      compiled.first = out_.facts.add(order->first);
      compiled.then = out_.facts.add(order->then);
    } else if (const auto* compare = std::get_if<rules::Compare>(&rule.kind)) {
      for (const rules::Comparison& comparison : compare->comparisons) {
        compiled.comparisons.push_back({&comparison, side(comparison.customer),
                                        side(comparison.earlier), side(comparison.says),
                                        side(comparison.lacks)});
      }
    } else if (const auto* detector = std::get_if<rules::Detector>(&rule.kind)) {
      compiled.phrase = add_phrase(detector->draft);
      compiled.customer_phrase = add_phrase(detector->customer);
      compiled.fact = out_.facts.add(fact_of(rule, detector->kind));
    }
    out_.rules.push_back(std::move(compiled));
  }

  RuleSet::Compiled& out_;
};

}  // namespace
}  // namespace engine

RuleSet RuleSet::compile(rules::Pack pack) {
  auto compiled = std::make_shared<Compiled>();
  compiled->pack = std::move(pack);
  engine::Compiler(*compiled).run();
  RuleSet set;
  set.compiled_ = std::move(compiled);
  return set;
}

RuleSet RuleSet::compile(rules::Pack pack, Problems& problems) {
  RuleSet set = compile(std::move(pack));
  engine::find_shadowed(*set.compiled_, problems);
  return set;
}

RuleSet RuleSet::load(const std::vector<std::string>& folders, Problems& problems) {
  rules::Pack pack = rules::load(rules::shipped_files(), rules::Strictness::trusting, {}, problems);
  for (const std::string& folder : folders) {
    const auto files = rules::read_rule_folder(folder, problems);
    pack = rules::load(files, rules::Strictness::lenient, std::move(pack), problems);
  }
  if (!problems.empty()) return {};
  return folders.empty() ? compile(std::move(pack)) : compile(std::move(pack), problems);
}

const std::vector<rules::Rule>& RuleSet::rules() const { return compiled_->pack.rules; }

const rules::Rule* RuleSet::find(std::string_view id) const {
  const auto& all = compiled_->pack.rules;
  const auto at =
      std::lower_bound(all.begin(), all.end(), id,
                       [](const rules::Rule& r, std::string_view i) { return r.id < i; });
  return at != all.end() && at->id == id ? &*at : nullptr;
}

const rules::Pack& RuleSet::pack() const { return compiled_->pack; }

}  // namespace replylint
