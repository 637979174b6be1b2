#include "engine/compile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/automaton.hpp"
#include "engine/literals.hpp"
#include "engine/program.hpp"
#include "engine/vocabulary.hpp"
#include "rules/rule_archive.hpp"
#include "text/regex.hpp"

namespace replylint::engine {

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

std::uint16_t bits_of(const std::vector<ZoneKind>& zones) {
  unsigned bits = 0;
  for (const ZoneKind zone : zones) bits |= 1U << static_cast<unsigned>(zone);
  return static_cast<std::uint16_t>(bits);
}

class Compiler {
 public:
  explicit Compiler(const rules::Pack& pack) : pack_(pack) {}

  ImageWords run(std::uint64_t key) {
    PackRecord pack;
    for (const rules::Rule& rule : pack_.rules) compile(rule);
    if (pack_.lists.contains("function-word")) {
      const rules::Pattern list{{rules::ListRef{"function-word"}}, "@function-word"};
      pack.function_word = add_pattern(list, {}, true);
    }
    for (const auto& [name, words] : pack_.tone) compile(words.words);
    pack.score_yaml = out_.add_text(pack_.score_yaml);
    tables_.pack.push_back(pack);
    build_automaton(program_, out_);
    add_literals(literals_, out_);
    out_.fill(tables_.facts, facts_.texts(), hash_of);
    return write_image(tables_, key);
  }

 private:
  PatternId add_pattern(const rules::Pattern& pattern, PatternUse use, bool cross_negation) {
    tables_.uses.push_back(use);
    return program_.add(pattern, pack_.lists, cross_negation);
  }

  void add_matchers(const std::vector<rules::Matcher>& matchers, PhraseId phrase, Role role,
                    bool cross_negation) {
    std::uint32_t place = 0;
    for (const rules::Matcher& matcher : matchers) {
      if (const auto* pattern = std::get_if<rules::Pattern>(&matcher)) {
        PatternUse use;
        use.phrase = phrase;
        use.place = place++;
        use.role = role;
        use.names_negation = names_negation(pattern->root) ? 1 : 0;
        add_pattern(*pattern, use, cross_negation);
      } else {
        add_expression(std::get<rules::RawExpression>(matcher), phrase, role);
      }
    }
  }

  void add_expression(const rules::RawExpression& raw, PhraseId phrase, Role role) {
    ExpressionRecord record;
    record.expression = out_.add_text(raw.expression);
    const auto compiled = text::Regex::compile(raw.expression);
    for (std::size_t i = 0; i < compiled.size(); ++i) {
      record.compiled[i] = TableWriter::append(tables_.compiled_expressions, compiled.at(i));
    }
    record.phrase = phrase;
    record.role = role;
    tables_.expressions.push_back(record);
    literals_.push_back(raw.literals);
  }

  Slice add_texts(const std::vector<std::string>& texts) {
    std::vector<Text> added;
    added.reserve(texts.size());
    for (const std::string& text : texts) added.push_back(out_.add_text(text));
    return TableWriter::append(tables_.texts, added);
  }

  PhraseId add_phrase(const rules::Phrase& phrase, Role role = Role::match,
                      Side side = Side::author) {
    if (phrase.match.empty()) return no_phrase;
    const auto id = static_cast<PhraseId>(tables_.phrases.size());
    PhraseRecord record;
    record.within = phrase.within.value_or(0);
    record.has_within = phrase.within ? 1 : 0;
    record.has_needs = phrase.needs.empty() ? 0 : 1;
    record.last_sentence = phrase.last_sentence ? 1 : 0;
    record.zones = bits_of(phrase.zones);
    record.silent_in = static_cast<std::uint8_t>(phrase.silent_in.to_ulong());
    record.side = side;
    tables_.phrases.push_back(record);
    const bool cross = !phrase.silent_in[static_cast<std::size_t>(rules::Scope::negation)];
    add_matchers(phrase.match, id, role, cross);
    add_matchers(phrase.unless, id, Role::unless, true);
    add_matchers(phrase.needs, id, Role::needs, cross);
    return id;
  }

  Slice facts(const std::vector<std::string>& names, std::string_view kind = "") {
    std::vector<FactId> ids;
    ids.reserve(names.size());
    for (const std::string& name : names)
      ids.push_back(facts_.add(fmt::format("{}{}", kind, name)));
    return TableWriter::append(tables_.fact_lists, ids);
  }

  void compile(const rules::Rule& rule) {
    RuleRecord record;
    record.id = out_.add_text(rule.id);
    record.family = out_.add_text(rule.family);
    record.kind = static_cast<std::uint8_t>(rule.kind.index());
    record.dimension = static_cast<std::uint8_t>(rule.dimension);
    record.all = facts(rule.when.all);
    record.any = facts(rule.when.any);
    record.none = facts(rule.when.none);
    const std::string archive = rules::write_rule(rule);
    record.archive = TableWriter::append(tables_.archive, {archive.begin(), archive.end()});
    std::visit([&](const auto& kind) { compile(rule, kind, record); }, rule.kind);
    tables_.rules.push_back(record);
  }

  // ---- one for each kind of rule

  void compile(const rules::Rule&, const rules::Phrase& phrase, RuleRecord& record) {
    record.phrase = add_phrase(phrase);
  }
  void compile(const rules::Rule&, const rules::Count& count, RuleRecord& record) {
    record.phrase = add_phrase(count.phrase);
    record.counts_errors = count.measure == rules::Measure::errors ? 1 : 0;
  }
  void compile(const rules::Rule&, const rules::Weigh& weigh, RuleRecord& record) {
    record.phrase = add_phrase(weigh.words.phrase, Role::weighed);
    record.weights = TableWriter::append(tables_.weights, weigh.words.weights);
  }
  void compile(const rules::Rule&, const rules::Require& require, RuleRecord& record) {
    record.fact = facts_.add("element." + require.element);
    record.required = facts(require.required, "situation.");
  }
  void compile(const rules::Rule&, const rules::Order& order, RuleRecord& record) {
    record.first = facts_.add(order.first);
    record.then = facts_.add(order.then);
  }
  void compile(const rules::Rule&, const rules::Compare& compare, RuleRecord& record) {
    std::vector<ComparisonRecord> all;
    for (const rules::Comparison& comparison : compare.comparisons) {
      all.push_back({add_side(comparison.customer, Side::customer),
                     add_side(comparison.earlier, Side::author),
                     add_side(comparison.says, Side::author),
                     add_side(comparison.lacks, Side::author), comparison.over.value_or(0)});
    }
    record.comparisons = TableWriter::append(tables_.comparisons, all);
  }
  SideRecord add_side(const std::optional<rules::Side>& side, Side whose) {
    if (!side) return {};
    if (!side->fact.empty()) return {facts_.add(side->fact), no_phrase};
    return {0, add_phrase(side->phrase, Role::match, whose)};
  }
  void compile(const rules::Rule&, const rules::PlaceholderFault&, RuleRecord&) {}
  void compile(const rules::Rule& rule, const rules::Detector& detector, RuleRecord& record) {
    record.phrase = add_phrase(detector.draft);
    record.customer_phrase = add_phrase(detector.customer, Role::match, Side::customer);
    record.fact = facts_.add(fact_of(rule, detector.kind));
    record.detector = static_cast<std::uint8_t>(detector.kind);
    record.from_zones = bits_of(detector.from_zones);
    record.restates_customer = detector.restates_customer ? 1 : 0;
  }

  void compile(const rules::WeightedWords& tone) {
    const auto id = static_cast<PhraseId>(tables_.tone.size());
    add_matchers(tone.phrase.match, id, Role::tone, true);
    std::vector<std::string> texts;
    for (const rules::Matcher& matcher : tone.phrase.match) {
      texts.push_back(std::get<rules::Pattern>(matcher).text);
    }
    tables_.tone.push_back({add_texts(texts), TableWriter::append(tables_.weights, tone.weights)});
  }

  const rules::Pack& pack_;
  Program program_;
  NameBuilder facts_;
  std::vector<std::vector<std::string>> literals_;  // by expression
  TableWriter out_;
  Tables<Built>& tables_ = out_.tables;
};

}  // namespace

ImageWords compile_pack(const rules::Pack& pack, std::uint64_t key) {
  return Compiler(pack).run(key);
}

}  // namespace replylint::engine
