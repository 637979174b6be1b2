#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/drafts.hpp"
#include "cli/inputs.hpp"
#include "cli/linter.hpp"
#include "cli/settings.hpp"
#include "rules/rule.hpp"

namespace replylint::cli {

namespace fs = std::filesystem;

namespace {

// Settings and rules for one file.
struct Job {
  Settings settings;
  Linter* linter = nullptr;
};

class Checker {
 public:
  Checker(const CheckArguments& arguments, const Streams& streams)
      : arguments_(arguments), streams_(streams), linters_(streams.surroundings.cache_folder) {}

  int run() {
    if (arguments_.show_config) return show_config();
    if (!check_flags() || !read_context()) return 2;
    reporter_ = report::make_reporter(arguments_.format, streams_.out, style());
    DraftSource source(arguments_.input, streams_);
    source.for_each([&](report::Record record) {
      Job* job = job_for(record.path);
      if (job != nullptr) lint(std::move(record), *job);
      return static_cast<bool>(streams_.out) && !broken_config_;
    });
    if (broken_config_) return 2;
    reporter_->finish();
    return source.status() == 0 ? status_ : source.status();
  }

 private:
  int fail(const std::string& message) {
    streams_.err << "replylint: " << message << '\n';
    status_ = 2;
    return 2;
  }

  void warn(const std::string& message) { streams_.err << "replylint: " << message << '\n'; }

  bool check_flags() {
    for (const std::string& rule : arguments_.ignore) {
      if (is_privacy(rule)) {
        fail("privacy rules are switched off in " + std::string(config_name) +
             " only, with a reason: ignore: [{rule: " + rule + ", reason: \"…\"}]");
        return false;
      }
    }
    return true;
  }

  bool read_context() {
    if (arguments_.context.empty()) return true;
    auto read = read_file(arguments_.context);
    if (const auto* error = std::get_if<ReadError>(&read)) {
      fail(arguments_.context + ": " + error->message);
      return false;
    }
    const std::string& bytes = std::get<FileBytes>(read).bytes;
    const Draft message = read_draft(bytes, guess_format(arguments_.context, bytes));
    warn_of_damage(message, arguments_.context, bytes, streams_.err);
    context_.emplace();
    for (const Zone& zone : message.zones) {
      const bool theirs = zone.kind == ZoneKind::greeting || zone.kind == ZoneKind::body ||
                          zone.kind == ZoneKind::closing || zone.kind == ZoneKind::signature;
      if (theirs) context_->append(message.text, zone.span.start, zone.span.size());
    }
    return true;
  }

  report::Style style() const {
    const Surroundings& around = streams_.surroundings;
    bool color = arguments_.color == Color::always;
    if (arguments_.color == Color::automatic && around.no_color.empty()) {
      const bool forced = !around.clicolor_force.empty() && around.clicolor_force != "0";
      color = forced || around.out_is_terminal;
    }
    return {color, arguments_.quiet, arguments_.explain_score};
  }

  // The configuration that holds for a file: --config, else the nearest one
  // from the file's own folder upward.
  Job* job_for(const std::string& path) {
    std::string config = arguments_.config;
    if (config.empty()) {
      const std::string folder = path == "-" ? "." : fs::path(path).parent_path().string();
      const auto [place, added] = config_of_folder_.try_emplace(folder);
      if (added) place->second = find_config(folder).value_or("");
      config = place->second;
    }
    const auto [place, added] = jobs_.try_emplace(config);
    if (added) place->second = load_job(config);
    return place->second ? &*place->second : nullptr;
  }

  std::optional<Job> load_job(const std::string& config) {
    Job job;
    Problems problems;
    if (!config.empty()) apply_config(config, job.settings, problems);
    apply_flags(arguments_, job.settings);
    if (problems.empty()) job.linter = linters_.get(job.settings.rule_folders.value, problems);
    if (problems.empty()) check_names(job, config, problems);
    if (problems.empty()) return job;
    print_problems(problems, streams_.err);
    broken_config_ = true;
    status_ = 2;
    return std::nullopt;
  }

  // A rule or situation that does not exist selects nothing: say so.
  static void check_names(const Job& job, const std::string& config, Problems& problems) {
    const Settings& settings = job.settings;
    if (settings.select.value.empty() && settings.ignore.value.empty() &&
        settings.severity.value.empty() && settings.situations.value.empty()) {
      return;
    }
    const auto all = job.linter->rules.rules();
    const auto complain = [&](const std::string& origin, std::string message) {
      problems.push_back({origin == "command line" || config.empty() ? origin : config,
                          0,
                          0,
                          1,
                          std::move(message),
                          {}});
    };
    const auto check = [&](const std::string& name, const std::string& origin) {
      const bool known = std::any_of(all.begin(), all.end(), [&](const rules::Rule* rule) {
        return !rule->is_detector() && (rule->id == name || rule->family == name);
      });
      if (!known) {
        complain(origin, fmt::format("no rule or family “{}”; see replylint rules list", name));
      }
    };
    for (const auto& name : settings.select.value) check(name, settings.select.origin);
    for (const auto& name : settings.ignore.value) check(name, settings.ignore.origin);
    for (const auto& [name, severity] : settings.severity.value) {
      check(name, settings.severity.origin);
    }
    for (const auto& name : settings.situations.value) {
      if (job.linter->rules.find("situations/" + name) == nullptr) {
        std::string known;
        for (const rules::Rule* rule : all) {
          if (rule->family == "situations") {
            known.append(known.empty() ? "" : ", ").append(rule->id.substr(rule->id.find('/') + 1));
          }
        }
        complain(settings.situations.origin,
                 fmt::format("no situation “{}”; there are {}", name, known));
      }
    }
  }

  int show_config() {
    const auto paths =
        arguments_.input.paths.empty() ? std::vector<std::string>{"-"} : arguments_.input.paths;
    for (const std::string& path : paths) {
      const bool is_stdin = path == "-" && !arguments_.input.stdin_filename.empty();
      const Job* job = job_for(is_stdin ? arguments_.input.stdin_filename : path);
      if (job == nullptr) return 2;
      if (paths.size() > 1) streams_.out << "# " << path << '\n';
      streams_.out << show_settings(job->settings);
    }
    return 0;
  }

  void lint(report::Record record, const Job& job) {
    if (context_) record.draft.customer = context_;
    const Settings& settings = job.settings;
    Options options;
    options.channel = settings.channel.value;
    options.mode = settings.mode.value.value_or(
        is_in_template_folder(record.path) ? Mode::draft_template : Mode::draft);
    options.situations = settings.situations.value;
    options.select = settings.select.value;
    options.ignore = settings.ignore.value;
    options.severity = settings.severity.value;
    record.analysis = job.linter->analyser.analyse(record.draft, options);
    record.score = job.linter->model.score(record.analysis);
    if (record.analysis.words == 0) {
      const bool blank = record.draft.text.find_first_not_of(" \t\r\n") == std::string::npos;
      record.note = blank ? "nothing to lint: the draft is empty"
                          : "nothing to lint: no words of the author's own";
    }
    for (const std::string& rule : record.analysis.exhausted) {
      warn(
          fmt::format("{}: {} gave up: its expression ran into the time limit", record.path, rule));
    }
    reporter_->add(record);
    if (fails(record, settings) && status_ == 0) status_ = 1;
  }

  static bool fails(const report::Record& record, const Settings& settings) {
    const auto& level = settings.fail_on.value.severity;
    const auto& findings = record.analysis.findings;
    const bool grave = level && std::any_of(findings.begin(), findings.end(),
                                            [&](const Finding& f) { return f.severity >= *level; });
    const auto& least = settings.min_score.value;
    return grave || (least && record.score.total < *least);
  }

  const CheckArguments& arguments_;
  const Streams& streams_;
  Linters linters_;
  std::unique_ptr<report::Reporter> reporter_;
  std::optional<std::string> context_;
  std::map<std::string, std::string> config_of_folder_;
  std::map<std::string, std::optional<Job>> jobs_;
  bool broken_config_ = false;
  int status_ = 0;
};

}  // namespace

int check(const CheckArguments& arguments, const Streams& streams) {
  return Checker(arguments, streams).run();
}

}  // namespace replylint::cli
