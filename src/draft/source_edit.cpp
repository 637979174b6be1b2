#include "draft/source_edit.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/body_encoding.hpp"
#include "draft/mime.hpp"
#include "draft/transfer_decoding.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

using Kind = OffsetMap::Kind;
using Edits = std::variant<std::vector<SourceEdit>, EditRefusal>;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// What may stand in the source between two characters that follow each other
// in the text, so that both can be replaced as one.
enum class Gaps : std::uint8_t { none, soft_breaks, white_space };

bool is_gap(std::string_view between, Gaps gaps) {
  if (between.empty()) return true;
  if (gaps == Gaps::none) return false;
  if (gaps == Gaps::soft_breaks) {
    if (between.front() != '=') return false;
    between.remove_prefix(1);
  }
  return std::all_of(between.begin(), between.end(), ascii::is_space);
}

// True where the source of text[span) is one stretch that holds nothing else.
bool is_one_stretch(std::string_view bytes, const OffsetMap& map, Span span, Gaps gaps) {
  const auto& pieces = map.pieces();
  auto piece = std::upper_bound(
      pieces.begin(), pieces.end(), span.start,
      [](std::size_t at, const OffsetMap::Piece& p) { return at < p.text + p.text_size; });
  std::optional<std::size_t> end;
  for (; piece != pieces.end() && piece->text < span.end; ++piece) {
    const Span part{std::max(span.start, piece->text),
                    std::min(span.end, piece->text + piece->text_size)};
    // Made up by the reader, or a part of what stands for several characters.
    if (piece->source_size == 0) return false;
    if (piece->kind == Kind::atom && part.size() != piece->text_size) return false;
    const Span source = map.to_source(part);
    if (end && gaps != Gaps::white_space &&
        (source.start < *end || !is_gap(bytes.substr(*end, source.start - *end), gaps))) {
      return false;
    }
    end = source.end;
  }
  return end.has_value();
}

// Takes off what stays as it is at both ends, so that less has to be replaced.
// At least one byte of the text remains, for a place to stand.
void narrow(std::string_view text, Span& span, std::string_view& replacement) {
  while (span.size() > 1 && !replacement.empty() && text[span.start] == replacement.front() &&
         !is_continuation(text[span.start + 1])) {
    ++span.start;
    replacement.remove_prefix(1);
  }
  while (span.size() > 1 && !replacement.empty() && text[span.end - 1] == replacement.back() &&
         !is_continuation(text[span.end - 1])) {
    --span.end;
    replacement.remove_suffix(1);
  }
}

std::string with_line_ends_of(std::string_view bytes, std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return std::string(text);
  const std::size_t feed = bytes.find('\n');
  std::string_view line_end = "\n";
  if (feed != std::string_view::npos && feed > 0 && bytes[feed - 1] == '\r') line_end = "\r\n";
  std::string out;
  for (const char c : text) {
    c == '\n' ? out.append(line_end) : out.append(1, c);
  }
  return out;
}

Edits edit_plain(std::string_view bytes, const Draft& draft, Span span,
                 std::string_view replacement) {
  if (!is_one_stretch(bytes, draft.source_map, span, Gaps::none)) {
    return EditRefusal{"markup stands in it"};
  }
  const Span source = draft.source_map.to_source(span);
  std::string text = with_line_ends_of(bytes, replacement);
  if (draft.format == Format::html) {
    return std::vector<SourceEdit>{{source, encode_html(text), {}},
                                   {source, encode_html_in_ascii(text), {}}};
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    const auto wide = text::encode_charset(text, bytes.front() == '\xFF' ? "utf-16le" : "utf-16be");
    if (!wide) return EditRefusal{"it cannot be written in UTF-16"};
    text = *wide;
  }
  std::vector<SourceEdit> edits{{source, text, {}}};
  if (draft.format == Format::markdown) edits.push_back({source, encode_markdown(text), {}});
  return edits;
}

// A field of JSON, YAML or CSV.
Edits edit_record(std::string_view bytes, const Draft& draft, const Encoding& encoding, Span span,
                  std::string_view replacement) {
  if (!is_one_stretch(bytes, draft.source_map, span, Gaps::none)) {
    return EditRefusal{"markup or a line break of the file stands in it"};
  }
  const Span source = draft.source_map.to_source(span);
  std::vector<SourceEdit> edits;
  const auto add = [&](std::string_view text) {
    if (auto written = encode(text, encoding)) edits.push_back({source, *std::move(written), {}});
  };
  add(replacement);
  if (draft.format == Format::markdown) add(encode_markdown(replacement));
  if (edits.empty()) return EditRefusal{"its characters cannot stand in this place of the file"};
  return edits;
}

// ---- mail

class MailEdit {
 public:
  MailEdit(std::string_view bytes, const Draft& draft, const MimeTree& tree,
           std::map<std::size_t, bool>& regular)
      : bytes_(bytes), draft_(draft), tree_(tree), regular_(regular) {}

  Edits run(Span span, std::string_view replacement) {
    source_ = draft_.source_map.to_source(span);
    const auto index = part_of(source_);
    if (!index) return EditRefusal{"it does not stand in one part of the mail"};
    if (has_alternative(*index)) {
      return EditRefusal{"the mail says the same in another form beside it, which would differ"};
    }
    const MimePart& part = tree_.parts[*index];
    encoding_ = transfer_encoding_from(part.transfer_encoding);
    if (!is_one_stretch(bytes_, draft_.source_map, span, gaps())) {
      return EditRefusal{"markup stands in it"};
    }
    const auto encoded = encode_characters(part, replacement);
    if (!encoded) return EditRefusal{"its characters have no place in the charset of the mail"};
    return transfer(*index, *encoded);
  }

 private:
  [[nodiscard]] std::optional<std::size_t> part_of(Span source) const {
    for (std::size_t i = 0; i < tree_.parts.size(); ++i) {
      const MimePart& part = tree_.parts[i];
      if (part.children.empty() && part.body.contains(source)) return i;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> parent_of(std::size_t child) const {
    for (std::size_t i = 0; i < tree_.parts.size(); ++i) {
      const auto& children = tree_.parts[i].children;
      if (std::find(children.begin(), children.end(), child) != children.end()) return i;
    }
    return std::nullopt;
  }

  // Whoever reads the other form of a multipart/alternative would not see the change.
  [[nodiscard]] bool has_alternative(std::size_t index) const {
    for (auto parent = parent_of(index); parent; parent = parent_of(*parent)) {
      const MimePart& part = tree_.parts[*parent];
      if (part.type.value == "multipart/alternative" && part.children.size() > 1) return true;
    }
    return false;
  }

  [[nodiscard]] Gaps gaps() const {
    switch (encoding_) {
      case TransferEncoding::quoted_printable:
        return Gaps::soft_breaks;
      case TransferEncoding::base64:
        return Gaps::white_space;
      case TransferEncoding::identity:
      case TransferEncoding::uuencode:
      case TransferEncoding::unknown:
        break;
    }
    return Gaps::none;
  }

  static bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }

  [[nodiscard]] std::optional<std::string> encode_characters(const MimePart& part,
                                                             std::string_view text) const {
    const bool html = part.type.value == "text/html";
    const std::string markup = html ? encode_html(text) : std::string(text);
    const std::string charset = ascii::to_lower(ascii::trim(part.type.parameter("charset")));
    const std::string encoding = ascii::to_lower(ascii::trim(part.transfer_encoding));
    const bool seven_bits = charset == "us-ascii" || charset == "ascii" || encoding == "7bit" ||
                            (encoding.empty() && charset.empty());
    std::optional<std::string> encoded;
    if (!seven_bits || is_ascii(markup)) {
      encoded = text::encode_charset(markup, charset.empty() ? "utf-8" : charset);
    }
    if (!encoded && html) return encode_html_in_ascii(text);
    return encoded;
  }

  [[nodiscard]] bool is_regular(std::size_t index) const {
    const auto [place, fresh] = regular_.try_emplace(index);
    const Span body = tree_.parts[index].body;
    if (fresh) place->second = is_regular_base64(bytes_.substr(body.start, body.size()));
    return place->second;
  }

  [[nodiscard]] Edits transfer(std::size_t index, const std::string& encoded) const {
    const MimePart& part = tree_.parts[index];
    const std::string_view body = bytes_.substr(part.body.start, part.body.size());
    const Span place{source_.start - part.body.start, source_.end - part.body.start};
    switch (encoding_) {
      case TransferEncoding::quoted_printable: {
        // To the line's end: two changes of a line would not know each other's length.
        const std::size_t end = std::min(body.find('\n', place.end), body.size());
        std::string line = encode_quoted_printable(encoded, body, place);
        line += body.substr(place.end, end - place.end);
        return std::vector<SourceEdit>{
            {{source_.start, part.body.start + end}, std::move(line), {}}};
      }
      case TransferEncoding::base64:
        if (!is_regular(index)) {
          return EditRefusal{"its base64 text is not laid out in regular lines"};
        }
        return std::vector<SourceEdit>{{source_, encoded, part.body}};
      case TransferEncoding::identity:
        return std::vector<SourceEdit>{{source_, with_line_ends_of(bytes_, encoded), {}}};
      case TransferEncoding::uuencode:
        return EditRefusal{"uuencoded text is not written again"};
      case TransferEncoding::unknown:
        break;
    }
    return EditRefusal{"the transfer encoding of the mail is not known"};
  }

  std::string_view bytes_;
  const Draft& draft_;
  const MimeTree& tree_;
  std::map<std::size_t, bool>& regular_;
  Span source_;
  TransferEncoding encoding_ = TransferEncoding::identity;
};

}  // namespace

SourceEditor::SourceEditor(std::string_view bytes, const Draft& draft, const Encoding* encoding)
    : bytes_(bytes), draft_(draft), encoding_(encoding) {}

Edits SourceEditor::edits(Span span, std::string_view replacement) {
  if (span.empty()) return EditRefusal{"there is no place to put it"};
  narrow(draft_.text, span, replacement);
  if (encoding_ != nullptr) return edit_record(bytes_, draft_, *encoding_, span, replacement);
  if (draft_.format != Format::eml) return edit_plain(bytes_, draft_, span, replacement);
  if (!mail_) mail_ = parse_mime(bytes_);
  return MailEdit(bytes_, draft_, *mail_, regular_).run(span, replacement);
}

std::string with_edits(std::string_view bytes, const std::vector<const SourceEdit*>& edits) {
  std::string changed;
  std::size_t at = 0;
  for (auto edit = edits.begin(); edit != edits.end();) {
    if (!(*edit)->base64) {
      changed.append(bytes, at, (*edit)->source.start - at).append((*edit)->bytes);
      at = (*edit++)->source.end;
      continue;
    }
    const Span body = *(*edit)->base64;
    std::vector<Base64Change> changes;
    for (; edit != edits.end() && (*edit)->base64 == body; ++edit) {
      const Span source = (*edit)->source;
      changes.push_back({{source.start - body.start, source.end - body.start}, (*edit)->bytes});
    }
    changed.append(bytes, at, body.start - at);
    changed += replace_in_base64(bytes.substr(body.start, body.size()), changes);
    at = body.end;
  }
  return changed.append(bytes, at);
}

}  // namespace replylint
