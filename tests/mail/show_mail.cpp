// Prints what is read of the mails that are named, one JSON object a line:
// their visible text, subject and warnings.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "replylint/draft.hpp"

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::cerr << argv[i] << ": cannot be read\n";
      return 2;
    }
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const replylint::Draft draft = replylint::read_draft(bytes.str(), replylint::Format::eml);
    // The subject line is in `text` only where it is the author's own.
    std::size_t start = 0;
    for (const replylint::Zone& zone : draft.zones) {
      if (zone.kind == replylint::ZoneKind::subject) start = zone.span.end;
    }
    nlohmann::json warnings = nlohmann::json::array();
    for (const replylint::ReadWarning& warning : draft.warnings) {
      warnings.push_back(warning.message);
    }
    std::cout << nlohmann::json{{"path", argv[i]},
                                {"text", draft.text.substr(start)},
                                {"subject", draft.subject.value_or("")},
                                {"warnings", std::move(warnings)}}
                     .dump()
              << '\n';
  }
}
