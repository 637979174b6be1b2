#include "replylint/score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "rules/rule.hpp"
#include "score/figures.hpp"

namespace replylint {

namespace {

constexpr std::size_t dimension_count = dimension_names.size();
using PerDimension = std::array<double, dimension_count>;

std::size_t index(Dimension dimension) { return static_cast<std::size_t>(dimension); }
std::size_t index(Severity severity) { return static_cast<std::size_t>(severity); }

// Half up, so that 62.5 is 63; the small step takes back what binary fractions lose.
int rounded(double value) { return static_cast<int>(std::floor(value + 0.5 + 1e-9)); }

bool is_named(const rules::Rule& rule, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return name == rule.id || name == rule.family;
  });
}

// All findings of one rule.
struct Tally {
  const rules::Rule* rule = nullptr;
  Severity severity = Severity::warning;
  Dimension dimension = Dimension::respect;
  double factor = 1;  // of the situation
  bool missing = false;
  bool paid_in_start = false;  // a missing element with a share of a dimension
  bool blocker = false;
  std::vector<std::size_t> findings;  // indices into Analysis::findings
};

// The bill for a set of tallies; `without` is left out as if mended.
struct Bill {
  PerDimension start{};
  PerDimension value{};
  std::vector<ScoreItem> items;
  double before_caps = 100;
  std::vector<ScoreCap> caps;
  double total = 100;
};

class Scorer {
 public:
  Scorer(const ScoreModel::Figures& figures, const Analysis& analysis)
      : figures_(figures), analysis_(analysis) {
    std::map<const rules::Rule*, std::size_t> tally_of;
    for (std::size_t i = 0; i < analysis.findings.size(); ++i) {
      const Finding& finding = analysis.findings[i];
      const auto [place, added] = tally_of.try_emplace(finding.rule, tallies_.size());
      if (added) tallies_.push_back(new_tally(finding));
      tallies_[place->second].findings.push_back(i);
    }
    long_factor_ =
        analysis.words == 0
            ? 1
            : std::min(1.0, std::sqrt(figures.long_draft / static_cast<double>(analysis.words)));
  }

  Score score() const {
    Score result;
    const Bill bill = make_bill(nullptr);
    for (std::size_t d = 0; d < dimension_count; ++d) {
      result.dimensions.at(d) = rounded(bill.value.at(d));
      result.start.at(d) = bill.start.at(d);
    }
    result.items = bill.items;
    result.before_caps = bill.before_caps;
    result.caps = bill.caps;
    result.total = rounded(bill.total);
    result.band = band(result.total);
    for (const Tally& tally : tallies_) {
      const Bill mended = make_bill(&tally);
      const Mend mend{tally.findings.front(), mended.total - bill.total,
                      mended.before_caps - bill.before_caps};
      if (mend.gain > 1e-9 || mend.gain_before_caps > 1e-9) result.mends.push_back(mend);
    }
    std::stable_sort(result.mends.begin(), result.mends.end(), [](const Mend& a, const Mend& b) {
      return std::tuple(rounded(a.gain * 1000), rounded(a.gain_before_caps * 1000)) >
             std::tuple(rounded(b.gain * 1000), rounded(b.gain_before_caps * 1000));
    });
    add_tone(result);
    return result;
  }

 private:
  Tally new_tally(const Finding& finding) const {
    Tally tally;
    tally.rule = finding.rule;
    tally.severity = finding.severity;
    tally.dimension = finding.dimension;
    tally.missing = finding.missing;
    tally.blocker =
        finding.severity != Severity::suggestion && is_named(*finding.rule, figures_.blockers);
    if (const auto* require = std::get_if<rules::Require>(&finding.rule->kind)) {
      tally.paid_in_start = share_of(require->element).has_value();
    }
    for (const auto& multiplier : figures_.multipliers) {
      const auto& situations = analysis_.situations;
      if (std::find(situations.begin(), situations.end(), multiplier.situation) !=
              situations.end() &&
          is_named(*finding.rule, multiplier.rules)) {
        tally.factor = std::max(tally.factor, multiplier.times);
      }
    }
    return tally;
  }

  std::optional<std::size_t> share_of(const std::string& element) const {
    for (std::size_t d = 0; d < dimension_count; ++d) {
      if (figures_.dimensions.at(d).elements.contains(element)) return d;
    }
    return std::nullopt;
  }

  bool is_present(const RequiredElement& element, const Tally* without) const {
    return element.present || (without != nullptr && without->rule == element.rule);
  }

  Bill make_bill(const Tally* without) const {
    Bill bill;
    add_elements(bill, without);
    subtract_findings(bill, without);
    double total = 0;
    double lowest = 100;
    double weights = 0;
    for (std::size_t d = 0; d < dimension_count; ++d) {
      bill.value.at(d) = std::clamp(bill.value.at(d), 0.0, 100.0);
      total += figures_.dimensions.at(d).weight * bill.value.at(d);
      weights += figures_.dimensions.at(d).weight;
      lowest = std::min(lowest, bill.value.at(d));
    }
    bill.before_caps = weights > 0 ? total / weights : 100;
    add_caps(bill, without, lowest);
    bill.total =
        bill.caps.empty() ? bill.before_caps : std::min(bill.before_caps, bill.caps.front().limit);
    return bill;
  }

  void add_elements(Bill& bill, const Tally* without) const {
    for (std::size_t d = 0; d < dimension_count; ++d) {
      const auto& dimension = figures_.dimensions.at(d);
      double required = 0;
      double present = 0;
      for (const RequiredElement& element : analysis_.required) {
        const auto share = dimension.elements.find(element.name);
        if (share == dimension.elements.end()) continue;
        required += share->second;
        if (is_present(element, without)) present += share->second;
      }
      const double rest = 100 - dimension.base;
      bill.start.at(d) = required > 0 ? dimension.base + rest * present / required : 100;
      bill.value.at(d) = bill.start.at(d);
      for (const RequiredElement& element : analysis_.required) {
        const auto share = dimension.elements.find(element.name);
        if (share == dimension.elements.end() || is_present(element, without)) continue;
        ScoreItem item;
        item.dimension = static_cast<Dimension>(d);
        item.reason = element.rule->id;
        item.points = -rest * share->second / required;
        for (const Tally& tally : tallies_) {
          if (tally.rule == element.rule) item.finding = tally.findings.front();
        }
        bill.items.push_back(std::move(item));
      }
    }
  }

  // What the k-th hit (from 0) of a rule costs, before the family's limit.
  double cost(const Tally& tally, std::size_t k) const {
    if (k >= figures_.repeats.size()) return 0;
    const double points = tally.rule->cost.value_or(figures_.points.at(index(tally.severity)));
    const bool softened = k > 0 && tally.severity != Severity::error;
    return points * figures_.repeats[k] * tally.factor * (softened ? long_factor_ : 1);
  }

  void subtract_findings(Bill& bill, const Tally* without) const {
    std::map<std::pair<std::string, std::size_t>, double> family_loss;
    PerDimension suggestion_loss{};
    for (const Tally& tally : tallies_) {
      if (&tally == without || tally.paid_in_start) continue;
      const std::size_t d = index(tally.dimension);
      double& lost = family_loss[{tally.rule->family, d}];
      for (std::size_t k = 0; k < tally.findings.size() && k < figures_.repeats.size(); ++k) {
        const double points = std::min(cost(tally, k), figures_.family_limit - lost);
        if (points <= 0) break;
        lost += points;
        bill.value.at(d) -= points;
        if (tally.severity == Severity::suggestion) suggestion_loss.at(d) += points;
        bill.items.push_back({tally.dimension, tally.rule->id, -points, tally.findings[k]});
      }
    }
    for (std::size_t d = 0; d < dimension_count; ++d) {
      const auto& strengths = analysis_.strengths;
      const auto strength = std::find_if(strengths.begin(), strengths.end(),
                                         [&](const auto& s) { return index(s.dimension) == d; });
      const double back = std::min(figures_.strengths_cancel, suggestion_loss.at(d));
      if (strength == strengths.end() || back <= 0) continue;
      bill.value.at(d) += back;
      bill.items.push_back(
          {static_cast<Dimension>(d), "strength: " + strength->name, back, ScoreItem::npos});
    }
  }

  void add_caps(Bill& bill, const Tally* without, double lowest) const {
    std::size_t errors = 0;
    const rules::Rule* blocker = nullptr;
    for (const Tally& tally : tallies_) {
      if (&tally == without) continue;
      if (tally.severity == Severity::error && !tally.missing) errors += tally.findings.size();
      if (tally.blocker) blocker = tally.rule;
    }
    if (blocker != nullptr) {
      bill.caps.push_back({figures_.blocker_limit, "must not be sent: " + blocker->id});
    }
    if (errors > 0 && !figures_.error_limits.empty()) {
      const std::size_t i = std::min(errors, figures_.error_limits.size()) - 1;
      bill.caps.push_back(
          {figures_.error_limits[i], fmt::format("{} error{}", errors, errors == 1 ? "" : "s")});
    }
    std::vector<std::string> vital;
    for (const RequiredElement& element : analysis_.required) {
      const auto& names = figures_.vital_elements;
      if (!is_present(element, without) &&
          std::find(names.begin(), names.end(), element.name) != names.end()) {
        vital.push_back(element.name);
      }
    }
    if (!vital.empty()) {
      const bool all = vital.size() == figures_.vital_elements.size();
      bill.caps.push_back(
          {all ? figures_.all_vital_missing : figures_.one_vital_missing,
           fmt::format("missing: {}", vital.front() + (all ? ", " + vital.back() : ""))});
    }
    const double weakest = figures_.weakest_base + figures_.weakest_share * lowest;
    if (weakest < 100) bill.caps.push_back({weakest, "the weakest dimension"});
    std::stable_sort(bill.caps.begin(), bill.caps.end(),
                     [](const ScoreCap& a, const ScoreCap& b) { return a.limit < b.limit; });
  }

  Band band(int total) const {
    std::size_t reached = 0;
    for (const double limit : figures_.bands) reached += total >= limit ? 1 : 0;
    return static_cast<Band>(reached);
  }

  // How the words alone sound; what is missing plays no part.
  void add_tone(Score& result) const {
    if (analysis_.words == 0) return;
    const double spread =
        std::sqrt(static_cast<double>(std::max<std::size_t>(1, analysis_.sentences)));
    double sum = figures_.tone_start;
    const auto add = [&](std::string reason, double points, Dimension dimension,
                         std::size_t finding) {
      const double share = points / spread;
      sum += share;
      result.tone_items.push_back({dimension, std::move(reason), share, finding});
    };
    for (const ElementFound& strength : analysis_.strengths) {
      add("strength: " + strength.name, figures_.tone_strength, strength.dimension,
          ScoreItem::npos);
    }
    const auto add_words = [&](const char* list, std::size_t count, double points) {
      if (count > 0) {
        add(fmt::format("{} × {}", list, count), points * static_cast<double>(count),
            Dimension::respect, ScoreItem::npos);
      }
    };
    add_words("warm-word", analysis_.warm_words.size(), figures_.tone_warm_word);
    add_words("cold-word", analysis_.cold_words.size(), figures_.tone_cold_word);
    for (const Tally& tally : tallies_) {
      if (tally.missing) continue;
      for (std::size_t k = 0; k < tally.findings.size() && k < figures_.repeats.size(); ++k) {
        add(tally.rule->id, figures_.tone_faults.at(index(tally.severity)) * figures_.repeats[k],
            tally.dimension, tally.findings[k]);
      }
    }
    result.tone = rounded(100 / (1 + std::exp(-(sum - 50) / figures_.tone_width)));
  }

  const ScoreModel::Figures& figures_;
  const Analysis& analysis_;
  std::vector<Tally> tallies_;
  double long_factor_ = 1;
};

}  // namespace

Score ScoreModel::score(const Analysis& analysis) const {
  if (analysis.words == 0) {
    Score clean;
    clean.dimensions.fill(100);
    clean.start.fill(100);
    return clean;
  }
  return Scorer(*figures_, analysis).score();
}

}  // namespace replylint
