#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/drafts.hpp"
#include "cli/fix.hpp"
#include "cli/front_matter.hpp"
#include "cli/inputs.hpp"
#include "cli/linter.hpp"
#include "cli/settings.hpp"
#include "cli/thread_input.hpp"
#include "report/position.hpp"
#include "report/printable.hpp"
#include "rules/rule.hpp"
#include "text/moment.hpp"

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
    if (!check_flags() || !read_now() || !read_context()) return 2;
    reporter_ = report::make_reporter(arguments_.format, report_stream(), style());
    DraftSource source(arguments_.input, streams_);
    source_ = &source;
    if (arguments_.fix != FixAction::none) {
      source.fix_records_by(
          [this](std::string bytes, const std::string& path, const RecordPlan& plan) {
            return fix_records(std::move(bytes), path, plan);
          });
    }
    source.for_each([&](report::Record record) {
      Job* job = job_for(record.path);
      if (job != nullptr) lint(std::move(record), *job);
      return static_cast<bool>(streams_.out) && !broken_config_;
    });
    if (broken_config_) return 2;
    if (arguments_.fix != FixAction::show) reporter_->finish();
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
    context_ = read_thread_input(arguments_.context, {}, streams_);
    return context_.has_value();
  }

  bool read_now() {
    now_ = cli::read_now(arguments_.now, streams_);
    return now_.has_value() || arguments_.now.empty();
  }

  static bool has_customer(const Draft& draft) {
    return std::any_of(draft.thread.begin(), draft.thread.end(),
                       [](const Message& m) { return m.from == Party::customer; });
  }

  [[nodiscard]] bool reads_stdin() const {
    const auto& paths = arguments_.input.paths;
    return paths.empty() || std::find(paths.begin(), paths.end(), "-") != paths.end();
  }

  // Where standard output takes the fixed text of standard input, findings
  // make way.
  [[nodiscard]] std::ostream& report_stream() const {
    return arguments_.fix == FixAction::write && reads_stdin() ? streams_.err : streams_.out;
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
      streams_.out << show_settings(with_front_matter(path, *job));
    }
    return 0;
  }

  // The settings of a file, with those that it holds itself.
  Settings with_front_matter(const std::string& path, const Job& job) {
    Settings settings = job.settings;
    if (path == "-") return settings;
    const auto read = read_file(path);
    if (const auto* file = std::get_if<FileBytes>(&read)) {
      const Draft draft = read_draft(file->bytes, guess_format(path, file->bytes));
      tell(apply_front_matter(draft, path, file->bytes, job.linter->rules, settings));
    }
    return settings;
  }

  [[nodiscard]] Options options_for(const report::Record& record, const Settings& settings) const {
    Options options;
    options.channel = settings.channel.value;
    // What the user says wins over what the record says.
    if (record.channel && settings.channel.origin == "default") options.channel = *record.channel;
    options.mode = settings.mode.value.value_or(
        record.is_template || is_in_template_folder(record.path) || !source_->sample().empty()
            ? Mode::draft_template
            : Mode::draft);
    options.product =
        settings.product.value.empty() ? std::string(record.product) : settings.product.value;
    options.placeholders = settings.placeholders.value;
    options.situations = settings.situations.value;
    options.select = settings.select.value;
    options.ignore = settings.ignore.value;
    options.severity = settings.severity.value;
    options.now = now_;
    return options;
  }

  // Puts the draft at the end of the thread that --context names.
  void take_context(Draft& draft) {
    if (!context_) return;
    if (!guess_told_ && sides_are_guessed(*context_, draft.author)) {
      warn_of_guess(arguments_.context, *context_, streams_);
      guess_told_ = true;
    }
    draft.thread = to_thread(*context_, draft.author);
    draft.customer = unanswered(draft.thread);
    for (Draft& variant : draft.variants) {
      variant.thread = draft.thread;
      variant.customer = draft.customer;
    }
  }

  // What a draft gets that does not stand in its text.
  void complete(Draft& draft, const FrontMatter& front) {
    take_context(draft);
    draft.suppressions.insert(draft.suppressions.end(), front.ignore.begin(), front.ignore.end());
    if (is_foreign(front.language)) {
      draft.zones.clear();
      draft.variants.clear();
    }
  }

  FixDone fix(std::string bytes, const std::string& path, report::FileReader reader) {
    FixJob work{arguments_.fix, path, reads_stdin() && path == source_->name_of_stdin(),
                std::move(reader)};
    FixDone done = fix_file(std::move(bytes), work, streams_);
    if (done.failed) status_ = 2;
    if (done.changed && arguments_.fix == FixAction::show && status_ == 0) status_ = 1;
    return done;
  }

  // Fixes the file that is the record, and reads it again.
  void fix(report::Record& record, const Job& job, const Options& options,
           const FrontMatter& front) {
    const auto refuse = [&](std::string_view why) {
      fail(fmt::format("{}: {}", report::printable_name(record.path), why));
    };
    if (record.is_stretch) return refuse("the mails of a mailbox are not changed");
    if (record.source.size() >= longest_draft) {
      return refuse("is too long to be fixed; nothing was changed");
    }
    const Format format = record.draft.format;
    const auto read = [&, format](std::string_view bytes) {
      Draft draft = read_draft(bytes, format, source_->sample());
      complete(draft, front);
      return draft;
    };
    record.source =
        fix(std::move(record.source), record.path,
            {[&](std::string_view bytes) {
               return std::vector<report::FixableDraft>{{read(bytes), std::nullopt, options}};
             },
             [&](const report::FixableDraft& draft) {
               return job.linter->analyser.analyse(draft.draft, draft.options);
             }})
            .bytes;
    record.draft = read(record.source);
  }

  // Fixes all records of a file; returns what is to be linted instead.
  std::string fix_records(std::string bytes, const std::string& path, const RecordPlan& plan) {
    Job* job = job_for(path);
    if (job == nullptr) return bytes;
    const auto read = [&](std::string_view all) {
      std::istringstream in{std::string(all)};
      std::vector<report::FixableDraft> drafts;
      (void)read_record_file(
          in, path, plan,
          [&](report::Record record) {
            const Options options = options_for(record, job->settings);
            drafts.push_back({std::move(record.draft), std::move(record.encoding), options});
            Draft& draft = drafts.back().draft;
            OffsetMap slice;
            const std::size_t size = all.size() - record.slice_start;
            slice.append(size, {record.slice_start, all.size()}, OffsetMap::Kind::copy);
            draft.source_map = draft.source_map.then(record.field_map).then(slice);
            take_context(draft);
            return true;
          },
          [](const RecordMessage&) {}, source_->sample());
      return drafts;
    };
    return fix(std::move(bytes), path,
               {read,
                [&](const report::FixableDraft& draft) {
                  return job->linter->analyser.analyse(draft.draft, draft.options);
                }})
        .bytes;
  }

  void lint(report::Record record, const Job& job) {
    Settings settings = job.settings;
    const FrontMatter front =
        apply_front_matter(record.draft, record.path, record.source, job.linter->rules, settings);
    tell(front);
    complete(record.draft, front);
    if (context_ && !has_customer(record.draft)) {
      fail(fmt::format("{}: holds no message from the customer: all senders are on the side of {}",
                       arguments_.context, record.path));
      return;
    }
    const Options options = options_for(record, settings);
    const bool is_record = record.record_line > 0 && !record.is_stretch;
    if (arguments_.fix != FixAction::none && !is_record) fix(record, job, options, front);
    record.analysis = job.linter->analyser.analyse(record.draft, options);
    record.score = job.linter->model.score(record.analysis);
    if (is_foreign(front.language)) {
      record.note = fmt::format("nothing to lint: no rules for the language “{}”", front.language);
    } else if (record.analysis.words == 0) {
      const bool blank = record.draft.text.find_first_not_of(" \t\r\n") == std::string::npos;
      record.note = blank ? "nothing to lint: the draft is empty"
                          : "nothing to lint: no words of the author's own";
    }
    for (const std::string& rule : record.analysis.exhausted) {
      warn(
          fmt::format("{}: {} gave up: its expression ran into the time limit", record.path, rule));
    }
    tell_suppressions(record, settings);
    if (arguments_.fix != FixAction::show) reporter_->add(record);
    if (fails(record, settings) && status_ == 0) status_ = 1;
  }

  // There are rules for English only.
  static bool is_foreign(const std::string& language) {
    return !language.empty() && !(language.starts_with("en") || language.starts_with("EN"));
  }

  void tell(const FrontMatter& front) {
    if (!front.warning.empty()) warn(front.warning);
    print_problems(front.problems, streams_.err);
    if (!front.problems.empty()) status_ = 2;
  }

  // Says which suppressions are none, and which silence nothing; where only some
  // of the rules ran, nobody knows the latter.
  void tell_suppressions(const report::Record& record, const Settings& settings) {
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
        fail(place +
             fmt::format("“{}” cannot be ignored here: privacy rules are switched off in {} "
                         "only",
                         rule, config_name));
      } else if (record.analysis.silenced.at(i) == 0 && settings.select.value.empty() &&
                 std::find(ignored.begin(), ignored.end(), all[i].rule) == ignored.end()) {
        warn(place + fmt::format("warning: “ignore {}” silences nothing; take it out", rule));
      }
    }
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
  std::optional<std::vector<Letter>> context_;
  std::optional<Moment> now_;
  bool guess_told_ = false;
  const DraftSource* source_ = nullptr;  // while drafts are read
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
