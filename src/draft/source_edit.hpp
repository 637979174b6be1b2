// A change of a draft's visible text as a change of the bytes of its file:
// the replacement encoded for every layer that the text was decoded from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "draft/encoding.hpp"
#include "draft/mime.hpp"
#include "replylint/draft.hpp"
#include "replylint/span.hpp"

namespace replylint {

// Bytes [source) of the file become `bytes`. In base64 the decoded bytes that
// they stand for become `bytes`, and the rest of the body is written anew.
struct SourceEdit {
  Span source;
  std::string bytes;
  std::optional<Span> base64;  // the body, in the file
};

// Why a change has no safe form in its file, for a message: "markup stands in it".
struct EditRefusal {
  std::string why;
};

// Changes of one draft. `bytes` is the file that it was read from and that its
// map leads to; `encoding` is that of a record, and a draft that is a file needs
// none. All outlive this.
class SourceEditor {
 public:
  SourceEditor(std::string_view bytes, const Draft& draft, const Encoding* encoding);

  // The forms in which `replacement` may stand for draft.text[span], the likeliest
  // first. Each touches no byte of its surroundings but those that its encoding
  // makes it touch. Whoever takes one reads the file again and sees whether the
  // text has become what was wanted: markup may read words otherwise.
  [[nodiscard]] std::variant<std::vector<SourceEdit>, EditRefusal> edits(
      Span span, std::string_view replacement);

 private:
  std::string_view bytes_;
  const Draft& draft_;
  const Encoding* encoding_;
  std::optional<MimeTree> mail_;         // of a mail, once it is needed
  std::map<std::size_t, bool> regular_;  // by part: its base64 is laid out regularly
};

// The file with all edits made, which are in order and do not overlap.
[[nodiscard]] std::string with_edits(std::string_view bytes,
                                     const std::vector<const SourceEdit*>& edits);

}  // namespace replylint
