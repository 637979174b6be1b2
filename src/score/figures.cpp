#include "score/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rules/fields.hpp"
#include "rules/rule.hpp"

namespace replylint {

namespace {

using rules::Fields;
using rules::YamlMap;
using rules::YamlNode;
using Keys = std::vector<std::string_view>;

struct Bounds {
  double least = 0;
  double most = 0;
};
constexpr Bounds percent{0, 100};
constexpr Bounds share{0, 1};
constexpr Bounds factor{0, 10};
constexpr Bounds tone_points{-100, 100};
constexpr Bounds positive{0.001, 1'000'000};

class FiguresReader {
 public:
  FiguresReader(const rules::RuleFile& file, Problems& problems) : fields_(file, problems) {}

  void read(const YamlNode& root, ScoreModel::Figures& out) {
    const auto* map =
        keys_of(root, {"dimensions", "points", "repeats", "long-draft", "family-limit",
                       "strengths-cancel", "multipliers", "caps", "bands", "tone"});
    if (map == nullptr) return;
    read_dimensions(root, out);
    out.points = severities(root, "points", percent);
    out.repeats = numbers(root, "repeats", share);
    out.long_draft = number(root, "long-draft", positive);
    out.family_limit = number(root, "family-limit", percent);
    out.strengths_cancel = number(root, "strengths-cancel", percent);
    read_multipliers(root, out);
    read_caps(root, out);
    read_bands(root, out);
    read_tone(root, out);
  }

 private:
  // The value at a key of a node that is known to be a map.
  const YamlNode* need(const YamlNode& parent, std::string_view key) {
    const YamlNode* node = Fields::find(*parent.map(), key);
    if (node == nullptr) fields_.complain(parent, fmt::format("the key “{}” is missing", key));
    return node;
  }

  const YamlMap* keys_of(const YamlNode& node, const Keys& known) {
    const YamlMap* map = fields_.map(node);
    if (map != nullptr) fields_.check_keys(*map, known);
    return map;
  }

  // The map at a key, with no other keys than the known ones.
  const YamlNode* section(const YamlNode& parent, std::string_view key, const Keys& known) {
    const YamlNode* node = need(parent, key);
    return node != nullptr && keys_of(*node, known) != nullptr ? node : nullptr;
  }

  double number(const YamlNode& node, Bounds bounds) {
    const auto value = fields_.number(node);
    if (!value) return 0;
    if (*value >= bounds.least && *value <= bounds.most) return *value;
    fields_.complain(node,
                     fmt::format("a number from {} to {} is expected", bounds.least, bounds.most));
    return 0;
  }

  double number(const YamlNode& parent, std::string_view key, Bounds bounds) {
    const YamlNode* node = need(parent, key);
    return node == nullptr ? 0 : number(*node, bounds);
  }

  std::vector<double> numbers(const YamlNode& parent, std::string_view key, Bounds bounds) {
    std::vector<double> all;
    const YamlNode* node = need(parent, key);
    if (node == nullptr) return all;
    for (const YamlNode* item : fields_.items(*node)) all.push_back(number(*item, bounds));
    if (all.empty()) fields_.complain(*node, "one number or more is expected here");
    return all;
  }

  std::array<double, 3> severities(const YamlNode& parent, std::string_view key, Bounds bounds) {
    std::array<double, 3> values{};
    const Keys names(severity_names.begin(), severity_names.end());
    if (const auto* points = section(parent, key, names)) {
      for (std::size_t i = 0; i < values.size(); ++i) {
        values.at(i) = number(*points, severity_names.at(i), bounds);
      }
    }
    return values;
  }

  std::vector<std::string> texts(const YamlNode& parent, std::string_view key) {
    const YamlNode* node = need(parent, key);
    return node == nullptr ? std::vector<std::string>{} : fields_.texts(*node);
  }

  void read_dimensions(const YamlNode& root, ScoreModel::Figures& out) {
    const auto* all =
        section(root, "dimensions", Keys(dimension_names.begin(), dimension_names.end()));
    if (all == nullptr) return;
    double weights = 0;
    for (std::size_t i = 0; i < dimension_names.size(); ++i) {
      const auto* one = section(*all, dimension_names.at(i), {"weight", "base", "elements"});
      if (one == nullptr) continue;
      auto& dimension = out.dimensions.at(i);
      dimension.weight = number(*one, "weight", percent);
      dimension.base = number(*one, "base", percent);
      weights += dimension.weight;
      const YamlNode* elements = need(*one, "elements");
      if (elements == nullptr || fields_.map(*elements) == nullptr) continue;
      for (const auto& [key, value] : *elements->map()) {
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
          if (out.dimensions.at(earlier).elements.contains(key.scalar()->text)) {
            fields_.complain(key, "an element has a share of one dimension only");
          }
        }
        dimension.elements[key.scalar()->text] = number(value, positive);
      }
    }
    if (weights <= 0) fields_.complain(*all, "the weights add up to nothing");
  }

  void read_multipliers(const YamlNode& root, ScoreModel::Figures& out) {
    const YamlNode* node = need(root, "multipliers");
    if (node == nullptr) return;
    for (const YamlNode* item : fields_.items(*node)) {
      if (keys_of(*item, {"situation", "times", "rules"}) == nullptr) continue;
      const YamlNode* situation = need(*item, "situation");
      out.multipliers.push_back({situation == nullptr ? "" : fields_.text(*situation),
                                 number(*item, "times", factor), texts(*item, "rules")});
    }
  }

  void read_caps(const YamlNode& root, ScoreModel::Figures& out) {
    const auto* caps = section(root, "caps", {"blocker", "errors", "missing", "weakest-link"});
    if (caps == nullptr) return;
    if (const auto* blocker = section(*caps, "blocker", {"limit", "rules"})) {
      out.blocker_limit = number(*blocker, "limit", percent);
      out.blockers = texts(*blocker, "rules");
    }
    out.error_limits = numbers(*caps, "errors", percent);
    if (const auto* missing = section(*caps, "missing", {"elements", "one", "all"})) {
      out.vital_elements = texts(*missing, "elements");
      out.one_vital_missing = number(*missing, "one", percent);
      out.all_vital_missing = number(*missing, "all", percent);
    }
    if (const auto* weakest = section(*caps, "weakest-link", {"base", "share"})) {
      out.weakest_base = number(*weakest, "base", percent);
      out.weakest_share = number(*weakest, "share", share);
    }
  }

  void read_bands(const YamlNode& root, ScoreModel::Figures& out) {
    const auto* bands = section(root, "bands", {"rewrite", "revise", "good", "ready"});
    if (bands == nullptr) return;
    out.bands = {number(*bands, "rewrite", percent), number(*bands, "revise", percent),
                 number(*bands, "good", percent), number(*bands, "ready", percent)};
    if (!std::is_sorted(out.bands.begin(), out.bands.end())) {
      fields_.complain(*bands, "the bands rise from rewrite over revise and good to ready");
    }
  }

  void read_tone(const YamlNode& root, ScoreModel::Figures& out) {
    const auto* tone = section(root, "tone", {"start", "width", "strength", "faults", "silent"});
    if (tone == nullptr) return;
    out.tone_start = number(*tone, "start", tone_points);
    out.tone_width = number(*tone, "width", positive);
    out.tone_strength = number(*tone, "strength", tone_points);
    out.tone_faults = severities(*tone, "faults", tone_points);
    out.tone_silent = texts(*tone, "silent");
  }

  Fields fields_;
};

}  // namespace

ScoreModel ScoreModel::of(const RuleSet& rules, Problems& problems) {
  const rules::RuleFile file{"score.yml", "score.yml", std::string(rules.score_figures())};
  auto figures = std::make_shared<Figures>();
  const std::size_t before = problems.size();
  const YamlNode root = rules::parse_yaml(file.text, file.display, problems);
  if (problems.size() == before) FiguresReader(file, problems).read(root, *figures);
  ScoreModel model;
  model.figures_ = std::move(figures);
  return model;
}

}  // namespace replylint
