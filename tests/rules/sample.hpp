// Rule files in memory, and what the loader says of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "replylint/problem.hpp"
#include "rules/load.hpp"

namespace replylint::rules {

inline std::string format_all(const Problems& problems) {
  std::string all;
  for (const Problem& problem : problems) all += format_problem(problem);
  return all;
}

inline std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// The keys of a phrase rule that come before its patterns.
inline std::string rule_head() {
  return "summary: s\nwhy: w\nseverity: error\ndimension: respect\nmessage: m\n";
}

inline std::string rule_text(const std::string& match) {
  return rule_head() + "match: [\"" + match + "\"]\nexamples: {bad: [\"{a}\"], good: [b]}\n";
}

inline std::string detector_text() {
  return "summary: s\nmatch: [sorry]\nexamples: {present: [Sorry.], absent: [Fine.]}\n";
}

inline RuleFile file(const std::string& path, const std::string& text) {
  return {path, path, text};
}

struct Loaded {
  Pack pack;
  Problems problems;
};

inline Loaded load_all(const std::vector<RuleFile>& files,
                       Strictness strictness = Strictness::lenient, Pack base = {}) {
  Loaded loaded;
  loaded.pack = load(files, strictness, std::move(base), loaded.problems);
  return loaded;
}

inline std::string complaints(const std::vector<RuleFile>& files,
                              Strictness strictness = Strictness::lenient) {
  return format_all(load_all(files, strictness).problems);
}

}  // namespace replylint::rules
