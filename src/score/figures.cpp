#include "score/figures.hpp"

#include <fmt/format.h>

#include "rules/fields.hpp"
#include "rules/rule.hpp"

namespace replylint {

namespace {

using rules::Fields;
using rules::YamlMap;
using rules::YamlNode;
using Keys = std::vector<std::string_view>;

class FiguresReader {
 public:
  FiguresReader(const rules::RuleFile& file, Problems& problems) : fields_(file, problems) {}

  void read(const YamlMap& map, ScoreModel::Figures& out) {
    fields_.check_keys(map, {"dimensions", "points", "repeats", "long-draft", "family-limit",
                             "strengths-cancel", "multipliers", "caps", "bands", "tone"});
    read_dimensions(map, out);
    out.points = severities(map, "points");
    out.repeats = numbers(map, "repeats");
    out.long_draft = number(map, "long-draft");
    out.family_limit = number(map, "family-limit");
    out.strengths_cancel = number(map, "strengths-cancel");
    read_multipliers(map, out);
    read_caps(map, out);
    if (const auto* bands = sub(map, "bands", {"rewrite", "revise", "good", "ready"})) {
      out.bands = {number(*bands, "rewrite"), number(*bands, "revise"), number(*bands, "good"),
                   number(*bands, "ready")};
    }
    if (const auto* tone =
            sub(map, "tone", {"start", "width", "strength", "warm-word", "cold-word", "faults"})) {
      out.tone_start = number(*tone, "start");
      out.tone_width = number(*tone, "width");
      out.tone_strength = number(*tone, "strength");
      out.tone_warm_word = number(*tone, "warm-word");
      out.tone_cold_word = number(*tone, "cold-word");
      out.tone_faults = severities(*tone, "faults");
    }
  }

 private:
  const YamlNode* need(const YamlMap& map, std::string_view key) {
    const YamlNode* node = Fields::find(map, key);
    if (node == nullptr) fields_.complain_file(fmt::format("the key “{}” is missing", key));
    return node;
  }

  const YamlMap* sub(const YamlMap& map, std::string_view key, const Keys& known) {
    const YamlNode* node = need(map, key);
    if (node == nullptr) return nullptr;
    if (node->map() == nullptr) {
      fields_.complain(*node, "a map of keys is expected here");
      return nullptr;
    }
    fields_.check_keys(*node->map(), known);
    return node->map();
  }

  double number(const YamlMap& map, std::string_view key) {
    const YamlNode* node = need(map, key);
    return node == nullptr ? 0 : fields_.number(*node).value_or(0);
  }

  std::vector<double> numbers(const YamlMap& map, std::string_view key) {
    std::vector<double> all;
    if (const YamlNode* node = need(map, key)) {
      for (const YamlNode* item : fields_.items(*node)) {
        all.push_back(fields_.number(*item).value_or(0));
      }
    }
    return all;
  }

  std::array<double, 3> severities(const YamlMap& map, std::string_view key) {
    std::array<double, 3> values{};
    const Keys names(severity_names.begin(), severity_names.end());
    if (const auto* points = sub(map, key, names)) {
      for (std::size_t i = 0; i < values.size(); ++i) {
        values.at(i) = number(*points, severity_names.at(i));
      }
    }
    return values;
  }

  std::vector<std::string> texts(const YamlMap& map, std::string_view key) {
    const YamlNode* node = need(map, key);
    return node == nullptr ? std::vector<std::string>{} : fields_.texts(*node);
  }

  void read_dimensions(const YamlMap& map, ScoreModel::Figures& out) {
    const auto* all = sub(map, "dimensions", Keys(dimension_names.begin(), dimension_names.end()));
    if (all == nullptr) return;
    for (std::size_t i = 0; i < dimension_names.size(); ++i) {
      const auto* one = sub(*all, dimension_names.at(i), {"weight", "base", "elements"});
      if (one == nullptr) continue;
      auto& dimension = out.dimensions.at(i);
      dimension.weight = number(*one, "weight");
      dimension.base = number(*one, "base");
      const YamlNode* elements = need(*one, "elements");
      if (elements == nullptr || elements->map() == nullptr) continue;
      for (const auto& [key, value] : *elements->map()) {
        dimension.elements[key.scalar()->text] = fields_.number(value).value_or(0);
      }
    }
  }

  void read_multipliers(const YamlMap& map, ScoreModel::Figures& out) {
    const YamlNode* node = need(map, "multipliers");
    if (node == nullptr || node->list() == nullptr) return;
    for (const YamlNode& item : *node->list()) {
      if (item.map() == nullptr) {
        fields_.complain(item, "a map of keys is expected here");
        continue;
      }
      fields_.check_keys(*item.map(), {"situation", "times", "rules"});
      const YamlNode* situation = need(*item.map(), "situation");
      out.multipliers.push_back({situation == nullptr ? "" : fields_.text(*situation),
                                 number(*item.map(), "times"), texts(*item.map(), "rules")});
    }
  }

  void read_caps(const YamlMap& map, ScoreModel::Figures& out) {
    const auto* caps = sub(map, "caps", {"blocker", "errors", "missing", "weakest-link"});
    if (caps == nullptr) return;
    if (const auto* blocker = sub(*caps, "blocker", {"limit", "rules"})) {
      out.blocker_limit = number(*blocker, "limit");
      out.blockers = texts(*blocker, "rules");
    }
    out.error_limits = numbers(*caps, "errors");
    if (const auto* missing = sub(*caps, "missing", {"elements", "one", "all"})) {
      out.vital_elements = texts(*missing, "elements");
      out.one_vital_missing = number(*missing, "one");
      out.all_vital_missing = number(*missing, "all");
    }
    if (const auto* weakest = sub(*caps, "weakest-link", {"base", "share"})) {
      out.weakest_base = number(*weakest, "base");
      out.weakest_share = number(*weakest, "share");
    }
  }

  Fields fields_;
};

}  // namespace

ScoreModel ScoreModel::of(const RuleSet& rules, Problems& problems) {
  const rules::RuleFile file{"score.yml", "score.yml", rules.pack().score_yaml};
  auto figures = std::make_shared<Figures>();
  const YamlNode root = rules::parse_yaml(file.text, file.display, problems);
  if (root.map() != nullptr) FiguresReader(file, problems).read(*root.map(), *figures);
  ScoreModel model;
  model.figures_ = std::move(figures);
  return model;
}

}  // namespace replylint
