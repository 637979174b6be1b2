#include <ostream>

#include "cli/commands.hpp"
#include "cli/drafts.hpp"
#include "report/zones.hpp"

namespace replylint::cli {

int zones(const ZonesArguments& arguments, const Streams& streams) {
  DraftSource source(arguments.input, streams);
  source.for_each([&](const report::Record& record) {
    report::write_zones(streams.out, record, arguments.format);
    return static_cast<bool>(streams.out);
  });
  return source.status();
}

}  // namespace replylint::cli
