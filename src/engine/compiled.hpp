// A pack made ready to run: its tables, and what is made of them when first
// needed. Immutable to those who use it; threads share it.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <variant>

#include "engine/image.hpp"
#include "engine/on_demand.hpp"
#include "engine/tables.hpp"
#include "replylint/rule_set.hpp"
#include "rules/rule.hpp"
#include "text/regex.hpp"

namespace replylint::engine {

// The place of a kind of rule in rules::Rule::kind.
template <typename Kind>
[[nodiscard]] constexpr std::size_t index_of() {
  return []<typename... Kinds>(const std::variant<Kinds...>*) {
    std::size_t index = 0;
    (void)((std::is_same_v<Kinds, Kind> || (++index, false)) || ...);
    return index;
  }(static_cast<const decltype(rules::Rule::kind)*>(nullptr));
}
template <typename Kind>
[[nodiscard]] bool is(const RuleRecord& rule) {
  return rule.kind == index_of<Kind>();
}

[[nodiscard]] inline bool is_detector(const RuleRecord& rule, rules::DetectorKind kind) {
  return is<rules::Detector>(rule) && rule.detector == static_cast<std::uint8_t>(kind);
}

}  // namespace replylint::engine

namespace replylint {

class RuleSet::Compiled {
 public:
  // `owner` keeps the memory of the tables; `read_pack` reads the rule files.
  Compiled(engine::PackTables tables, std::shared_ptr<const void> owner,
           std::function<rules::Pack()> read_pack);
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;
  ~Compiled() = default;

  const engine::PackTables tables;

  // What a finding needs of a rule, read when it is first asked for.
  [[nodiscard]] const rules::Rule& rule(const engine::RuleRecord& record) const;

  [[nodiscard]] const text::Regex& expression(const engine::ExpressionRecord& record) const;

  // 0 for a name that no rule has to do with.
  [[nodiscard]] engine::FactId fact(std::string_view name) const {
    return engine::find(tables.pool, tables.facts, name, engine::hash_of(name));
  }

  [[nodiscard]] const rules::Pack& pack() const;

 private:
  std::shared_ptr<const void> owner_;
  engine::OnDemand<rules::Rule> rules_;
  engine::OnDemand<text::Regex> expressions_;
  std::function<rules::Pack()> read_pack_;
  mutable std::once_flag pack_read_;
  mutable std::optional<rules::Pack> pack_;
};

}  // namespace replylint
