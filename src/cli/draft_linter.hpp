// From a draft that was read to one that is linted as its project wants it: its
// own settings, the thread it answers, findings, score, and what is to be said
// of it. It touches no stream and holds no state, so that many drafts may be
// linted at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/front_matter.hpp"
#include "cli/messages.hpp"
#include "cli/projects.hpp"
#include "draft/thread.hpp"
#include "replylint/analysis.hpp"
#include "report/record.hpp"

namespace replylint::cli {

// What holds for all drafts of a run.
struct Circumstances {
  std::optional<std::vector<Letter>> thread;  // of --context
  std::string thread_name;
  std::optional<Moment> now;
  bool has_sample = false;  // --sample: what is read are templates
};

// What is known of one draft before it is linted.
struct LintJob {
  Linter* linter = nullptr;
  Settings settings;  // the project's, with those that the draft holds itself
  FrontMatter front;
  Options options;
  bool guessed_sides = false;  // who is the customer in the thread of --context was guessed
};

class DraftLinter {
 public:
  explicit DraftLinter(Circumstances circumstances) : circumstances_(std::move(circumstances)) {}

  // Reads the draft's own settings, and puts it at the end of its thread.
  // Nothing where it cannot be linted; `messages` then says why.
  [[nodiscard]] std::optional<LintJob> prepare(report::Record& record, const Project& project,
                                               Messages& messages) const;

  // The options alone, of a record that has no settings of its own.
  [[nodiscard]] Options options_for(const report::Record& record, const Settings& settings) const;

  // What a draft gets that does not stand in its text.
  void complete(Draft& draft, const FrontMatter& front) const;

  // Fills in analysis, score and note. `analyser`: of the job's rules; each
  // thread has its own.
  void lint(report::Record& record, const LintJob& job, Analyser& analyser,
            Messages& messages) const;

  [[nodiscard]] const Circumstances& circumstances() const { return circumstances_; }

 private:
  Circumstances circumstances_;
};

// Its findings, or its score, make the run fail (--fail-on, --min-score).
[[nodiscard]] bool fails(const report::Record& record, const Settings& settings);

}  // namespace replylint::cli
