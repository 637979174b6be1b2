// The figures of score.yml.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "replylint/score.hpp"

namespace replylint {

struct ScoreModel::Figures {
  struct DimensionFigures {
    double weight = 0;
    double base = 0;
    std::map<std::string, double> elements;
  };
  // Rules are named by id or family.
  struct Multiplier {
    std::string situation;
    double times = 1;
    std::vector<std::string> rules;
  };

  std::array<DimensionFigures, dimension_names.size()> dimensions;
  std::array<double, severity_names.size()> points{};
  std::vector<double> repeats;  // one or more
  double long_draft = 0;        // words
  double family_limit = 0;
  double strengths_cancel = 0;
  std::vector<Multiplier> multipliers;

  double blocker_limit = 0;
  std::vector<std::string> blockers;
  std::vector<double> error_limits;  // one or more
  std::vector<std::string> vital_elements;
  double one_vital_missing = 0;
  double all_vital_missing = 0;
  double weakest_base = 0;
  double weakest_share = 0;
  std::array<double, 4> bands{};  // lower ends of rewrite, revise, good, ready; rising

  double tone_start = 0;
  double tone_width = 1;  // above 0
  double tone_strength = 0;
  std::array<double, severity_names.size()> tone_faults{};
  std::vector<std::string> tone_silent;  // rules and families that say nothing of how it sounds
};

}  // namespace replylint
