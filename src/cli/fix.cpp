#include "cli/fix.hpp"

#include <fmt/format.h>

#include <ostream>
#include <utility>

#include "cli/replace_file.hpp"
#include "report/diff.hpp"
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

FixDone fix_file(std::string bytes, const FixJob& job, const Streams& streams) {
  report::FixedFile fixed = report::make_fixes(bytes, job.reader);
  const bool changed = fixed.bytes != bytes;
  if (job.action == FixAction::show) {
    report::write_diff(streams.out, job.path, bytes, fixed.bytes,
                       streams.surroundings.out_is_terminal);
  } else if (job.is_stdin) {
    streams.out << fixed.bytes;
  } else if (changed) {
    if (const auto error = replace_file(job.path, bytes, fixed.bytes)) {
      streams.err << "replylint: " << report::printable_name(job.path) << ": " << *error << '\n';
      return {std::move(bytes), true, false};
    }
  }
  say_refused(fixed, job.path, streams.err);
  return {std::move(fixed.bytes), false, changed};
}

}  // namespace replylint::cli
