#include "report/diff.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <ostream>
#include <vector>

#include "report/printable.hpp"
#include "text/utf8.hpp"

namespace replylint::report {

namespace {

using Lines = std::vector<std::string>;

// Each with its line feed; the last one may have none.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

class Printer {
 public:
  Printer(std::ostream& out, bool safe) : out_(out), safe_(safe) {}

  void line(char mark, std::string_view line) const {
    const bool ends = line.ends_with('\n');
    if (ends) line.remove_suffix(1);
    out_ << mark;
    if (safe_) {
      out_ << printable_name(line);
    } else {
      out_ << line;
    }
    out_ << (ends ? "\n" : "\n\\ No newline at end of file\n");
  }

 private:
  std::ostream& out_;
  bool safe_;
};

char mark_of(dtl::edit_t type) {
  if (type == dtl::SES_DELETE) return '-';
  return type == dtl::SES_ADD ? '+' : ' ';
}

}  // namespace

void write_diff(std::ostream& out, const std::string& path, std::string_view before,
                std::string_view after, bool safe) {
  if (before == after) return;
  dtl::Diff<std::string, Lines> diff(lines_of(before), lines_of(after));
  diff.compose();
  diff.composeUnifiedHunks();
  const std::string name = safe ? printable_name(path) : path;
  out << "--- " << name << "\n+++ " << name << '\n';
  const Printer print(out, safe);
  for (const auto& hunk : diff.getUniHunks()) {
    out << "@@ -" << hunk.a << ',' << hunk.b << " +" << hunk.c << ',' << hunk.d << " @@\n";
    for (const auto& [line, info] : hunk.common[0]) print.line(' ', line);
    for (const auto& [line, info] : hunk.change) print.line(mark_of(info.type), line);
    for (const auto& [line, info] : hunk.common[1]) print.line(' ', line);
  }
}

}  // namespace replylint::report
