// Making the fixes of a file's findings in its bytes.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/encoding.hpp"
#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"

namespace replylint::report {

// One draft of a file; its map leads to the bytes of the file.
struct FixableDraft {
  Draft draft;
  std::optional<Encoding> encoding;  // of a record: how visible text is written in the file
  Options options;
};

// How a file is read and linted; both give the same for the same bytes.
struct FileReader {
  std::function<std::vector<FixableDraft>(std::string_view bytes)> read;  // in order of place
  std::function<Analysis(const FixableDraft& draft)> lint;
};

// A fix that has no safe form in its file.
struct FixRefusal {
  std::string rule;
  Span source;  // where the words stand in FixedFile::bytes
  std::string why;
};

struct FixedFile {
  std::string bytes;
  std::size_t made = 0;             // fixes
  std::vector<FixRefusal> refused;  // in order of place
  bool stable = true;               // false where fixes went on calling for each other
};

// Makes fixes until none is left. Of two that overlap the first wins, and the
// file is linted again. A change is kept only where the file, read again, shows
// the replaced words and everything else as before; otherwise it is refused.
[[nodiscard]] FixedFile make_fixes(std::string bytes, const FileReader& file);

}  // namespace replylint::report
