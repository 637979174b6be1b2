// From rule files to a Pack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "replylint/problem.hpp"
#include "rules/rule.hpp"

namespace replylint::rules {

// A rule file's text and its name inside the rule folder: "blame/should-have.yml".
struct RuleFile {
  std::string path;     // inside the folder, with "/"
  std::string display;  // for messages
  std::string text;
};

// The figures of the score: taken as text, read by the score layer.
inline constexpr std::string_view score_file = "score.yml";

// Loads files over `base`. Every problem of every file goes to `problems`. What
// has one is left out, and so is what names it; where `base` has something of
// that id, that stays. In a strict load (our own pack, `rules test`) a rule
// with fewer than four examples of each kind is a problem. A trusting one (our
// own pack in daily use) leaves out what a strict load has proved: that the
// expressions are valid.
enum class Strictness : std::uint8_t { trusting, lenient, strict };
[[nodiscard]] Pack load(const std::vector<RuleFile>& files, Strictness strictness, Pack base,
                        Problems& problems);

// All .yml files below a folder, sorted by path; a folder "en" of the language
// on top is left out of their paths. Names that begin with a dot are passed
// over, links to folders not followed. What is missing, unreadable or larger
// than 1 MiB is a problem, and so is a folder without such files.
[[nodiscard]] std::vector<RuleFile> read_rule_folder(const std::string& folder, Problems& problems);

// The files of the shipped pack, embedded in the binary at build time.
[[nodiscard]] const std::vector<RuleFile>& shipped_files();

// A commented rule file for `rules new blame/foo` that loads as it is.
[[nodiscard]] std::string new_rule_text(std::string_view id);

}  // namespace replylint::rules
