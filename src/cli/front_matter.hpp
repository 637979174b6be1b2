// The settings of one Markdown template, written at its top:
//
//   ---
//   channel: email                # as in .replylint.yml
//   mode: template
//   situations: [delay]           # or situation: delay
//   language: en                  # of another language nothing is linted
//   product: zendesk              # whose placeholders these are
//   ignore:
//     - {rule: robotic/stock-close, reason: "our lawyers wrote it"}
//   ---
//
// Keys that are none of these belong to other tools and are left alone.
#pragma once

#include <string>
#include <vector>

#include "cli/settings.hpp"
#include "replylint/draft.hpp"
#include "replylint/rule_set.hpp"

namespace replylint::cli {

struct FrontMatter {
  std::string language;  // empty: not said
  std::vector<Suppression> ignore;
  Problems problems;    // what is wrong with the keys above
  std::string warning;  // why the whole of it was passed over, or empty
};

// Reads the front matter of a draft, where it has one, over `settings`; what the
// command line says stays. `source` is the file that the draft was read from.
[[nodiscard]] FrontMatter apply_front_matter(const Draft& draft, const std::string& path,
                                             const std::string& source, const RuleSet& rules,
                                             Settings& settings);

}  // namespace replylint::cli
