#include "cli/draft_linter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/config.hpp"
#include "cli/inputs.hpp"
#include "report/position.hpp"
#include "report/printable.hpp"
#include "rules/rule.hpp"

namespace replylint::cli {

namespace {

// There are rules for English only.
bool is_foreign(const std::string& language) {
  return !language.empty() && !(language.starts_with("en") || language.starts_with("EN"));
}

bool has_customer(const Draft& draft) {
  return std::any_of(draft.thread.begin(), draft.thread.end(),
                     [](const Message& m) { return m.from == Party::customer; });
}

std::string note_of(const report::Record& record, const FrontMatter& front) {
  if (is_foreign(front.language)) {
    return fmt::format("nothing to lint: no rules for the language “{}”", front.language);
  }
  if (record.analysis.words > 0) return {};
  const bool blank = record.draft.text.find_first_not_of(" \t\r\n") == std::string::npos;
  return blank ? "nothing to lint: the draft is empty"
               : "nothing to lint: no words of the author's own";
}

// Says which suppressions are none, and which silence nothing; where only some
// of the rules ran, nobody knows the latter.
void tell_suppressions(const report::Record& record, const Settings& settings, Messages& messages) {
  const auto& all = record.draft.suppressions;
  if (all.empty()) return;
  const report::LineIndex lines(record.source);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto at = lines.position(all[i].source);
    const std::string place = fmt::format("{}:{}:{}: ", report::printable_name(record.path),
                                          record.lines_before + at.line, at.column);
    const std::string rule = report::printable(all[i].rule);
    const auto& ignored = settings.ignore.value;
    if (is_privacy(all[i].rule)) {
      messages.fail(place + fmt::format("“{}” cannot be ignored here: privacy rules are switched "
                                        "off in {} only",
                                        rule, config_name));
    } else if (record.analysis.silenced.at(i) == 0 && settings.select.value.empty() &&
               std::find(ignored.begin(), ignored.end(), all[i].rule) == ignored.end()) {
      messages.warn(place +
                    fmt::format("warning: “ignore {}” silences nothing; take it out", rule));
    }
  }
}

}  // namespace

std::optional<LintJob> DraftLinter::prepare(report::Record& record, const Project& project,
                                            Messages& messages) const {
  LintJob job;
  job.linter = project.linter;
  job.settings = project.settings;
  job.front =
      apply_front_matter(record.draft, record.path, record.source, job.linter->rules, job.settings);
  if (!job.front.warning.empty()) messages.warn(job.front.warning);
  messages.fail(job.front.problems);
  job.guessed_sides =
      circumstances_.thread && sides_are_guessed(*circumstances_.thread, record.draft.author);
  complete(record.draft, job.front);
  if (circumstances_.thread && !has_customer(record.draft)) {
    messages.fail(
        fmt::format("{}: holds no message from the customer: all senders are on the side of {}",
                    circumstances_.thread_name, record.path));
    return std::nullopt;
  }
  job.options = options_for(record, job.settings);
  return job;
}

Options DraftLinter::options_for(const report::Record& record, const Settings& settings) const {
  Options options;
  options.channel = settings.channel.value;
  // What the user says wins over what the record says.
  if (record.channel && settings.channel.origin == "default") options.channel = *record.channel;
  options.mode = settings.mode.value.value_or(
      record.is_template || is_in_template_folder(record.path) || circumstances_.has_sample
          ? Mode::draft_template
          : Mode::draft);
  options.product =
      settings.product.value.empty() ? std::string(record.product) : settings.product.value;
  options.placeholders = settings.placeholders.value;
  options.situations = settings.situations.value;
  options.select = settings.select.value;
  options.ignore = settings.ignore.value;
  options.severity = settings.severity.value;
  options.now = circumstances_.now;
  return options;
}

void DraftLinter::complete(Draft& draft, const FrontMatter& front) const {
  if (circumstances_.thread) {
    draft.thread = to_thread(*circumstances_.thread, draft.author);
    draft.customer = unanswered(draft.thread);
    for (Draft& variant : draft.variants) {
      variant.thread = draft.thread;
      variant.customer = draft.customer;
    }
  }
  draft.suppressions.insert(draft.suppressions.end(), front.ignore.begin(), front.ignore.end());
  if (is_foreign(front.language)) {
    draft.zones.clear();
    draft.variants.clear();
  }
}

void DraftLinter::lint(report::Record& record, const LintJob& job, Analyser& analyser,
                       Messages& messages) const {
  record.analysis = analyser.analyse(record.draft, job.options);
  record.score = job.linter->model.score(record.analysis);
  record.note = note_of(record, job.front);
  for (const std::string& rule : record.analysis.exhausted) {
    messages.warn(
        fmt::format("{}: {} gave up: its expression ran into the time limit", record.path, rule));
  }
  tell_suppressions(record, job.settings, messages);
}

bool fails(const report::Record& record, const Settings& settings) {
  const auto& level = settings.fail_on.value.severity;
  const auto& findings = record.analysis.findings;
  const bool grave = level && std::any_of(findings.begin(), findings.end(),
                                          [&](const Finding& f) { return f.severity >= *level; });
  const auto& least = settings.min_score.value;
  return grave || (least && record.score.total < *least);
}

}  // namespace replylint::cli
