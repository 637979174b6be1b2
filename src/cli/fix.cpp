#include "cli/fix.hpp"

#include <fmt/format.h>

#include <ostream>
#include <utility>

#include "cli/inputs.hpp"
#include "cli/replace_file.hpp"
#include "report/diff.hpp"
#include "report/fixing.hpp"
#include "report/position.hpp"
#include "report/printable.hpp"

namespace replylint::cli {

namespace {

void say_refused(const report::FixedFile& fixed, const std::string& path, std::ostream& err) {
  const report::LineIndex lines(fixed.bytes);
  const std::string name = report::printable_name(path);
  for (const report::FixRefusal& refusal : fixed.refused) {
    const auto at = lines.position(refusal.source.start);
    err << fmt::format("replylint: {}:{}:{}: not fixed: {} [{}]\n", name, at.line, at.column,
                       refusal.why, refusal.rule);
  }
  if (!fixed.stable) {
    err << fmt::format("replylint: {}: the fixes call for each other without end; stopped\n", name);
  }
}

}  // namespace

FixDone fix_draft(report::Record& record, const FixJob& job, const Streams& streams) {
  FixDone done;
  const auto fail = [&](const std::string& why) {
    streams.err << "replylint: " << report::printable_name(record.path) << ": " << why << '\n';
    done.failed = true;
    return done;
  };
  if (record.source.size() >= longest_draft) {
    return fail("is too long to be fixed; nothing was changed");
  }
  if (record.is_stretch) return fail("the mails of a mailbox are not changed");
  if (record.record_line > 0) return fail("records of JSON Lines cannot be fixed");
  const report::FileReader reader{
      [&](std::string_view bytes) { return std::vector<Draft>{job.read(bytes)}; }, job.lint};
  report::FixedFile fixed = report::make_fixes(record.source, reader);
  done.changed = fixed.bytes != record.source;
  if (job.action == FixAction::show) {
    report::write_diff(streams.out, record.path, record.source, fixed.bytes,
                       streams.surroundings.out_is_terminal);
  } else if (job.is_stdin) {
    streams.out << fixed.bytes;
  } else if (done.changed) {
    if (const auto error = replace_file(record.path, record.source, fixed.bytes)) {
      return fail(*error);
    }
  }
  say_refused(fixed, record.path, streams.err);
  record.source = std::move(fixed.bytes);
  record.draft = job.read(record.source);
  return done;
}

}  // namespace replylint::cli
