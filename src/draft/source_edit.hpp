// A change of a draft's visible text as a change of the bytes of its file:
// the replacement encoded for every layer that the text was decoded from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "draft/encoding.hpp"
#include "replylint/draft.hpp"
#include "replylint/span.hpp"

namespace replylint {

// Bytes [source) of the file become `bytes`.
struct SourceEdit {
  Span source;
  std::string bytes;
};

// Why a change has no safe form in its file, for a message: "a link stands in it".
struct EditRefusal {
  std::string why;
};

// The forms in which `replacement` may stand for draft.text[span], the likeliest
// first; `bytes` is the file that `draft` was read from, and that its map leads
// to. `encoding` is that of a record; a draft that is a file needs none. Each touches no byte
// of its surroundings but those that its encoding makes it touch (the rest of a
// base64 body). Whoever takes one reads the file again and sees whether the
// text has become what was wanted: markup may read words otherwise.
[[nodiscard]] std::variant<std::vector<SourceEdit>, EditRefusal> to_source_edits(
    std::string_view bytes, const Draft& draft, const std::optional<Encoding>& encoding, Span span,
    std::string_view replacement);

}  // namespace replylint
