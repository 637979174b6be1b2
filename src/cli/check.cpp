#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/draft_linter.hpp"
#include "cli/drafts.hpp"
#include "cli/fix.hpp"
#include "cli/inputs.hpp"
#include "cli/projects.hpp"
#include "cli/thread_input.hpp"
#include "report/printable.hpp"

namespace replylint::cli {

namespace {

class Checker {
 public:
  Checker(const CheckArguments& arguments, const Streams& streams)
      : arguments_(arguments),
        streams_(streams),
        projects_(
            arguments.config, [&arguments](Settings& s) { apply_flags(arguments, s); },
            streams.surroundings.cache_folder) {}

  int run() {
    if (arguments_.show_config) return show_config();
    if (!check_flags() || !read_circumstances()) return 2;
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
      const Project* project = project_of(record.path);
      if (project != nullptr) lint(std::move(record), *project);
      return static_cast<bool>(streams_.out) && !broken_config_;
    });
    if (broken_config_) return 2;
    if (arguments_.fix != FixAction::show) reporter_->finish();
    return source.status() == 0 ? status_ : source.status();
  }

 private:
  void tell(const Messages& messages) {
    streams_.err << messages.text;
    if (messages.failed) status_ = 2;
  }

  void fail(const std::string& message) {
    Messages messages;
    messages.fail(message);
    tell(messages);
  }

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

  bool read_circumstances() {
    Circumstances all;
    all.now = read_now(arguments_.now, streams_);
    if (!all.now && !arguments_.now.empty()) return false;
    all.thread_name = arguments_.context;
    all.has_sample = !arguments_.input.sample.empty();
    if (!arguments_.context.empty()) {
      all.thread = read_thread_input(arguments_.context, {}, streams_);
      if (!all.thread) return false;
    }
    drafts_ = DraftLinter(std::move(all));
    return true;
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

  const Project* project_of(const std::string& path) {
    Problems problems;
    const Project* project = projects_.find(path, problems);
    print_problems(problems, streams_.err);
    if (project == nullptr) {
      broken_config_ = true;
      status_ = 2;
    }
    return project;
  }

  int show_config() {
    const auto paths =
        arguments_.input.paths.empty() ? std::vector<std::string>{"-"} : arguments_.input.paths;
    for (const std::string& path : paths) {
      const bool is_stdin = path == "-" && !arguments_.input.stdin_filename.empty();
      const Project* project = project_of(is_stdin ? arguments_.input.stdin_filename : path);
      if (project == nullptr) return 2;
      if (paths.size() > 1) streams_.out << "# " << path << '\n';
      streams_.out << show_settings(with_front_matter(path, *project));
    }
    return 0;
  }

  // The settings of a file, with those that it holds itself.
  Settings with_front_matter(const std::string& path, const Project& project) {
    const auto read = path == "-" ? ReadError{} : read_file(path);
    const auto* file = std::get_if<FileBytes>(&read);
    if (file == nullptr) return project.settings;
    report::Record record;
    record.path = path;
    record.source = file->bytes;
    record.draft = read_draft(file->bytes, guess_format(path, file->bytes));
    Messages messages;
    const auto job = drafts_.prepare(record, project, messages);
    tell(messages);
    return job->settings;
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
  void fix(report::Record& record, const LintJob& job) {
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
      drafts_.complete(draft, job.front);
      return draft;
    };
    record.source =
        fix(std::move(record.source), record.path,
            {[&](std::string_view bytes) {
               return std::vector<report::FixableDraft>{{read(bytes), std::nullopt, job.options}};
             },
             [&](const report::FixableDraft& draft) {
               return job.linter->analyser.analyse(draft.draft, draft.options);
             }})
            .bytes;
    record.draft = read(record.source);
  }

  // Fixes all records of a file; returns what is to be linted instead.
  std::string fix_records(std::string bytes, const std::string& path, const RecordPlan& plan) {
    const Project* project = project_of(path);
    if (project == nullptr) return bytes;
    const auto read = [&](std::string_view all) {
      std::istringstream in{std::string(all)};
      std::vector<report::FixableDraft> drafts;
      (void)read_record_file(
          in, path, plan,
          [&](report::Record record) {
            const Options options = drafts_.options_for(record, project->settings);
            drafts.push_back({std::move(record.draft), std::move(record.encoding), options});
            Draft& draft = drafts.back().draft;
            OffsetMap slice;
            const std::size_t size = all.size() - record.slice_start;
            slice.append(size, {record.slice_start, all.size()}, OffsetMap::Kind::copy);
            draft.source_map = draft.source_map.then(record.field_map).then(slice);
            drafts_.complete(draft, {});
            return true;
          },
          [](const RecordMessage&) {}, source_->sample());
      return drafts;
    };
    return fix(std::move(bytes), path,
               {read,
                [&](const report::FixableDraft& draft) {
                  return project->linter->analyser.analyse(draft.draft, draft.options);
                }})
        .bytes;
  }

  void lint(report::Record record, const Project& project) {
    Messages messages;
    const auto job = drafts_.prepare(record, project, messages);
    if (job && job->guessed_sides && !guess_told_) {
      warn_of_guess(arguments_.context, *drafts_.circumstances().thread, streams_);
      guess_told_ = true;
    }
    const bool is_record = record.record_line > 0 && !record.is_stretch;
    if (job && arguments_.fix != FixAction::none && !is_record) fix(record, *job);
    if (job) drafts_.lint(record, *job, job->linter->analyser, messages);
    tell(messages);
    if (!job) return;
    if (arguments_.fix != FixAction::show) reporter_->add(record);
    if (fails(record, job->settings) && status_ == 0) status_ = 1;
  }

  const CheckArguments& arguments_;
  const Streams& streams_;
  Projects projects_;
  DraftLinter drafts_{{}};
  std::unique_ptr<report::Reporter> reporter_;
  bool guess_told_ = false;
  const DraftSource* source_ = nullptr;  // while drafts are read
  bool broken_config_ = false;
  int status_ = 0;
};

}  // namespace

int check(const CheckArguments& arguments, const Streams& streams) {
  return Checker(arguments, streams).run();
}

}  // namespace replylint::cli
