#include "score/bill.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "rules/rule.hpp"

namespace replylint::score {

namespace {

using Figures = ScoreModel::Figures;
constexpr std::size_t dimension_count = dimension_names.size();

std::size_t index(Dimension dimension) { return static_cast<std::size_t>(dimension); }
std::size_t index(Severity severity) { return static_cast<std::size_t>(severity); }

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_named(const rules::Rule& rule, const std::vector<std::string>& names) {
  return holds(names, rule.id) || holds(names, rule.family);
}

// The element that a comparison asks for; empty for any other.
std::string element_lacked(const rules::Compare& compare) {
  constexpr std::string_view prefix = "element.";
  const auto& lacks = compare.comparisons.front().lacks;
  if (!lacks || !lacks->fact.starts_with(prefix)) return {};
  return lacks->fact.substr(prefix.size());
}

Tally new_tally(const Figures& figures, const Analysis& analysis, const Finding& finding) {
  Tally tally;
  tally.rule = finding.rule;
  tally.severity = finding.severity;
  tally.dimension = finding.dimension;
  if (const auto* require = std::get_if<rules::Require>(&finding.rule->kind)) {
    tally.missing = true;
    tally.element = require->element;
  } else if (const auto* compare = std::get_if<rules::Compare>(&finding.rule->kind)) {
    tally.element = element_lacked(*compare);
  }
  // A hint is no reason to hold a reply back, whatever its family.
  tally.blocker =
      finding.severity != Severity::suggestion && is_named(*finding.rule, figures.blockers);
  tally.silent = finding.missing || is_named(*finding.rule, figures.tone_silent);
  for (const auto& multiplier : figures.multipliers) {
    if (multiplier.times > tally.factor && holds(analysis.situations, multiplier.situation) &&
        is_named(*finding.rule, multiplier.rules)) {
      tally.factor = multiplier.times;
      tally.situation = multiplier.situation;
    }
  }
  return tally;
}

class Biller {
 public:
  Biller(const Figures& figures, const Analysis& analysis, const std::vector<Tally>& tallies,
         const Tally* mended)
      : figures_(figures), analysis_(analysis), tallies_(tallies), mended_(mended) {
    // Two rules may ask for the same element: it counts once, and is there
    // when either of them is satisfied.
    for (const RequiredElement& element : analysis.required) {
      const bool present =
          element.present || (mended != nullptr && mended->element == element.name);
      auto& [known, rule] =
          required_.try_emplace(element.name, present, element.rule).first->second;
      known = known || present;
    }
    if (analysis.clean_words > 0) {
      const auto words = static_cast<double>(analysis.clean_words);
      length_factor_ = std::min(1.0, std::sqrt(figures.long_draft / words));
    }
  }

  Bill make() {
    for (std::size_t d = 0; d < dimension_count; ++d) add_elements(d);
    subtract_findings();
    add_strengths();
    double sum = 0;
    double weights = 0;
    for (std::size_t d = 0; d < dimension_count; ++d) {
      double& value = bill_.values.at(d);
      value = std::clamp(value, 0.0, 100.0);
      sum += figures_.dimensions.at(d).weight * value;
      weights += figures_.dimensions.at(d).weight;
    }
    bill_.before_caps = sum / weights;
    add_caps();
    bill_.total = bill_.before_caps;
    if (!bill_.caps.empty()) bill_.total = std::min(bill_.total, bill_.caps.front().limit);
    std::stable_sort(bill_.items.begin(), bill_.items.end(),
                     [](const auto& a, const auto& b) { return a.dimension < b.dimension; });
    return std::move(bill_);
  }

 private:
  bool has_share(const std::string& element) const {
    return std::any_of(figures_.dimensions.begin(), figures_.dimensions.end(),
                       [&](const auto& d) { return d.elements.contains(element); });
  }

  std::size_t finding_of(const rules::Rule* rule) const {
    const auto tally = std::find_if(tallies_.begin(), tallies_.end(),
                                    [&](const Tally& t) { return t.rule == rule; });
    return tally == tallies_.end() ? ScoreItem::npos : tally->findings.front();
  }

  // The start value: what the required elements that are there make of it.
  void add_elements(std::size_t d) {
    const auto& dimension = figures_.dimensions.at(d);
    double required = 0;
    double present = 0;
    for (const auto& [name, share] : dimension.elements) {
      const auto element = required_.find(name);
      if (element == required_.end()) continue;
      required += share;
      if (element->second.first) present += share;
    }
    const double rest = 100 - dimension.base;
    bill_.start.at(d) = required > 0 ? dimension.base + rest * present / required : 100;
    bill_.values.at(d) = bill_.start.at(d);
    for (const auto& [name, share] : dimension.elements) {
      const auto element = required_.find(name);
      if (element == required_.end() || element->second.first) continue;
      const rules::Rule* rule = element->second.second;
      bill_.items.push_back({static_cast<Dimension>(d), rule->id, -rest * share / required,
                             finding_of(rule),
                             fmt::format("{:.4g} × {:.4g} / {:.4g}", rest, share, required)});
    }
  }

  struct Cost {
    double points = 0;
    std::string how;
  };

  // What hit k of a rule costs, counted from 0, before the family's limit.
  Cost cost(const Tally& tally, std::size_t k) const {
    const double own = tally.rule->cost.value_or(figures_.points.at(index(tally.severity)));
    Cost cost{own * tally.factor * figures_.repeats[k], {}};
    cost.how =
        fmt::format("{} {:.4g}", tally.rule->cost ? "own cost" : to_string(tally.severity), own);
    if (tally.factor != 1) {
      cost.how += fmt::format(" × {:.4g} {}", tally.factor, tally.situation);
    }
    if (k > 0) cost.how += fmt::format(" × {:.4g} hit {}", figures_.repeats[k], k + 1);
    if (k > 0 && tally.severity != Severity::error && length_factor_ < 1) {
      cost.points *= length_factor_;
      cost.how +=
          fmt::format(" × {:.4g} for {} clean words", length_factor_, analysis_.clean_words);
    }
    return cost;
  }

  // What a missing element costs stands in the start value, whoever asks for it.
  [[nodiscard]] bool is_paid(const Tally& tally) const {
    const bool required = tally.missing || required_.contains(tally.element);
    return required && has_share(tally.element);
  }

  void subtract_findings() {
    std::map<std::pair<std::string, std::size_t>, double> lost_by_family;
    for (const Tally& tally : tallies_) {
      if (&tally == mended_ || is_paid(tally)) continue;
      const std::size_t d = index(tally.dimension);
      double& lost = lost_by_family[{tally.rule->family, d}];
      const std::size_t hits = std::min(tally.findings.size(), figures_.repeats.size());
      for (std::size_t k = 0; k < hits; ++k) {
        auto [points, how] = cost(tally, k);
        const double left = figures_.family_limit - lost;
        if (points > left) {
          points = left;
          how += fmt::format(", limited: {} takes at most {:.4g}", tally.rule->family,
                             figures_.family_limit);
        }
        if (points <= 0) continue;
        lost += points;
        bill_.values.at(d) -= points;
        if (tally.severity == Severity::suggestion) suggestion_loss_.at(d) += points;
        bill_.items.push_back(
            {tally.dimension, tally.rule->id, -points, tally.findings[k], std::move(how)});
      }
    }
  }

  void add_strengths() {
    for (std::size_t d = 0; d < dimension_count; ++d) {
      const auto& strengths = analysis_.strengths;
      const auto strength = std::find_if(strengths.begin(), strengths.end(),
                                         [&](const auto& s) { return index(s.dimension) == d; });
      const double back = std::min(figures_.strengths_cancel, suggestion_loss_.at(d));
      if (strength == strengths.end() || back <= 0) continue;
      bill_.values.at(d) += back;
      bill_.items.push_back(
          {static_cast<Dimension>(d), "strength: " + strength->name, back, ScoreItem::npos,
           fmt::format("gives back suggestions, at most {:.4g}", figures_.strengths_cancel)});
    }
  }

  void add_caps() {
    std::size_t errors = 0;
    const rules::Rule* blocker = nullptr;
    for (const Tally& tally : tallies_) {
      if (&tally == mended_) continue;
      if (tally.severity == Severity::error && !tally.missing) errors += tally.findings.size();
      if (tally.blocker && blocker == nullptr) blocker = tally.rule;
    }
    if (blocker != nullptr) cap(figures_.blocker_limit, "must not be sent: " + blocker->id);
    if (errors > 0) {
      const std::size_t i = std::min(errors, figures_.error_limits.size()) - 1;
      cap(figures_.error_limits[i], fmt::format("{} error{}", errors, errors == 1 ? "" : "s"));
    }
    std::string vital;
    std::size_t vital_count = 0;
    for (const std::string& name : figures_.vital_elements) {
      const auto element = required_.find(name);
      if (element == required_.end() || element->second.first) continue;
      vital += (vital_count++ == 0 ? "" : ", ") + name;
    }
    if (vital_count > 0) {
      const bool all = vital_count == figures_.vital_elements.size();
      cap(all ? figures_.all_vital_missing : figures_.one_vital_missing, "missing: " + vital);
    }
    const auto lowest = std::min_element(bill_.values.begin(), bill_.values.end());
    const double weakest = figures_.weakest_base + figures_.weakest_share * *lowest;
    if (weakest < 100) {
      const auto d = static_cast<std::size_t>(lowest - bill_.values.begin());
      cap(weakest,
          fmt::format("the weakest dimension, {}: {:.4g} + {:.4g} × {:.4g}", dimension_names.at(d),
                      figures_.weakest_base, figures_.weakest_share, *lowest));
    }
    std::stable_sort(bill_.caps.begin(), bill_.caps.end(),
                     [](const ScoreCap& a, const ScoreCap& b) { return a.limit < b.limit; });
  }

  void cap(double limit, std::string reason) { bill_.caps.push_back({limit, std::move(reason)}); }

  const Figures& figures_;
  const Analysis& analysis_;
  const std::vector<Tally>& tallies_;
  const Tally* mended_;
  std::map<std::string, std::pair<bool, const rules::Rule*>> required_;  // present, its rule
  double length_factor_ = 1;
  std::array<double, dimension_count> suggestion_loss_{};
  Bill bill_;
};

}  // namespace

std::vector<Tally> tally(const Figures& figures, const Analysis& analysis) {
  std::map<const rules::Rule*, std::size_t> place_of;
  std::vector<Tally> tallies;
  for (std::size_t i = 0; i < analysis.findings.size(); ++i) {
    const Finding& finding = analysis.findings[i];
    const auto [place, added] = place_of.try_emplace(finding.rule, tallies.size());
    if (added) tallies.push_back(new_tally(figures, analysis, finding));
    tallies[place->second].findings.push_back(i);
  }
  std::sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) {
    return a.severity != b.severity ? a.severity > b.severity : a.rule->id < b.rule->id;
  });
  return tallies;
}

Bill make_bill(const Figures& figures, const Analysis& analysis, const std::vector<Tally>& tallies,
               const Tally* mended) {
  return Biller(figures, analysis, tallies, mended).make();
}

}  // namespace replylint::score
