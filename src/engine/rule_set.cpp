#include "replylint/rule_set.hpp"

#include <algorithm>
#include <cassert>

#include "engine/compile.hpp"
#include "engine/compiled.hpp"
#include "engine/shadow.hpp"
#include "rules/load.hpp"
#include "rules/rule_archive.hpp"

namespace replylint {

namespace {

constexpr std::uint64_t own_key = 0;  // of images that never leave the program

rules::Pack shipped_pack(Problems& problems) {
  return rules::load(rules::shipped_files(), rules::Strictness::trusting, {}, problems);
}

}  // namespace

RuleSet::Compiled::Compiled(engine::PackTables viewed, std::shared_ptr<const void> owner,
                            std::function<rules::Pack()> read_pack)
    : tables(viewed),
      owner_(std::move(owner)),
      rules_(tables.rules.size()),
      expressions_(tables.expressions.size()),
      read_pack_(std::move(read_pack)) {}

const rules::Rule& RuleSet::Compiled::rule(const engine::RuleRecord& record) const {
  return rules_.at(static_cast<std::size_t>(&record - tables.rules.data()), [&] {
    const auto bytes = engine::slice(tables.archive, record.archive);
    return rules::read_rule({bytes.data(), bytes.size()});
  });
}

const text::Regex& RuleSet::Compiled::expression(const engine::ExpressionRecord& record) const {
  return expressions_.at(static_cast<std::size_t>(&record - tables.expressions.data()), [&] {
    const auto& all = tables.compiled_expressions;
    return text::Regex(tables.text(record.expression), {engine::slice(all, record.compiled[0]),
                                                        engine::slice(all, record.compiled[1])});
  });
}

const rules::Pack& RuleSet::Compiled::pack() const {
  std::call_once(pack_read_, [&] { pack_ = read_pack_(); });
  return *pack_;
}

RuleSet RuleSet::compile(rules::Pack pack) {
  const auto image =
      std::make_shared<const engine::ImageWords>(engine::compile_pack(pack, own_key));
  const auto tables = engine::view_image(*image, own_key, false);
  assert(tables);
  RuleSet set;
  set.compiled_ = std::make_shared<Compiled>(
      *tables, image, [kept = std::move(pack)]() mutable { return std::move(kept); });
  return set;
}

RuleSet RuleSet::compile(rules::Pack pack, Problems& problems) {
  RuleSet set = compile(std::move(pack));
  engine::find_shadowed(*set.compiled_, problems);
  return set;
}

RuleSet RuleSet::load(const std::vector<std::string>& folders, Problems& problems) {
  if (folders.empty()) {
    const auto tables = engine::view_image(engine::shipped_image(), own_key, false);
    assert(tables);
    RuleSet set;
    set.compiled_ = std::make_shared<Compiled>(*tables, nullptr, [] {
      Problems none;
      return shipped_pack(none);
    });
    return set;
  }
  rules::Pack pack = shipped_pack(problems);
  for (const std::string& folder : folders) {
    const auto files = rules::read_rule_folder(folder, problems);
    pack = rules::load(files, rules::Strictness::lenient, std::move(pack), problems);
  }
  if (!problems.empty()) return {};
  return compile(std::move(pack), problems);
}

std::vector<const rules::Rule*> RuleSet::rules() const {
  std::vector<const rules::Rule*> all;
  all.reserve(compiled_->tables.rules.size());
  for (const engine::RuleRecord& record : compiled_->tables.rules) {
    all.push_back(&compiled_->rule(record));
  }
  return all;
}

const rules::Rule* RuleSet::find(std::string_view id) const {
  const engine::PackTables& tables = compiled_->tables;
  const auto at = std::lower_bound(tables.rules.begin(), tables.rules.end(), id,
                                   [&](const engine::RuleRecord& record, std::string_view i) {
                                     return tables.text(record.id) < i;
                                   });
  return at != tables.rules.end() && tables.text(at->id) == id ? &compiled_->rule(*at) : nullptr;
}

const rules::Pack& RuleSet::pack() const { return compiled_->pack(); }

std::string_view RuleSet::score_figures() const {
  return compiled_->tables.text(compiled_->tables.pack.front().score_yaml);
}

}  // namespace replylint
