#include "replylint/draft.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/conditions.hpp"
#include "draft/reading.hpp"
#include "draft/suppressions.hpp"
#include "draft/thread.hpp"
#include "draft/zones.hpp"

namespace replylint {

namespace {

// One warning for everything that is wrong with a file, at its first place.
void join_warnings(std::vector<ReadWarning>& warnings) {
  if (warnings.size() < 2) return;
  const auto first = std::min_element(
      warnings.begin(), warnings.end(),
      [](const ReadWarning& a, const ReadWarning& b) { return a.source < b.source; });
  ReadWarning joined = std::move(*first);
  joined.message += " (and " + std::to_string(warnings.size() - 1) + " more)";
  warnings.clear();
  warnings.push_back(std::move(joined));
}

// True where the first lines are header fields and one of them is a mail's.
bool looks_like_mail(std::string_view bytes) {
  constexpr int most_lines = 40;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  int fields = 0;
  bool mail = false;
  for (int i = 0; i < most_lines && !bytes.empty(); ++i) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (i == 0 && line.starts_with("From ")) continue;
    if (ascii::trim(line).empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (fields == 0) return false;
      continue;
    }
    const std::size_t colon = line.find(':');
    const auto is_name = [](char c) { return c > ' ' && c < '\x7f'; };
    if (colon == std::string_view::npos || colon == 0 ||
        !std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), is_name)) {
      return false;
    }
    ++fields;
    for (const std::string_view name : {"received", "return-path", "message-id", "mime-version",
                                        "content-type", "from", "date", "delivered-to"}) {
      mail = mail || ascii::equals_ignoring_case(line.substr(0, colon), name);
    }
  }
  return mail && fields >= 3;
}

// Where byte `at` of the text that `map` leads to went; what was left out is
// where the text goes on.
std::size_t forward(const OffsetMap& map, std::size_t at) {
  const auto& pieces = map.pieces();
  const auto piece = std::partition_point(
      pieces.begin(), pieces.end(),
      [&](const OffsetMap::Piece& p) { return p.source + p.source_size <= at; });
  if (piece == pieces.end()) return map.text_size();
  if (piece->source >= at || piece->kind != OffsetMap::Kind::copy) return piece->text;
  return piece->text + (at - piece->source);
}

// The texts that are made of a template, zoned each for itself.
void add_variants(const Reading& reading, const SampleValues& sample, Draft& draft) {
  Rendering rendering = render(draft.text, sample);
  for (MappedText& made : rendering.texts) {
    std::vector<KnownZone> known = reading.known;
    for (KnownZone& zone : known) {
      zone.span = {forward(made.map, zone.span.start), forward(made.map, zone.span.end)};
    }
    Draft variant;
    variant.format = draft.format;
    variant.zones = find_zones(made.text, known, marks_code(draft.format)).zones;
    variant.text = std::move(made.text);
    variant.source_map = std::move(made.map);
    variant.customer = draft.customer;
    variant.thread = draft.thread;
    variant.date = draft.date;
    variant.subject = draft.subject;
    draft.variants.push_back(std::move(variant));
  }
  draft.rendered = !sample.empty() && !draft.variants.empty();
  if (rendering.cut) {
    draft.warnings.push_back({"too many branches: " + std::to_string(draft.variants.size()) +
                                  " of the texts that its conditions make were linted",
                              0});
  }
}

}  // namespace

Reading read_source(std::string_view bytes, Format format) {
  switch (format) {
    case Format::markdown:
      return read_markdown(bytes);
    case Format::eml:
      return read_eml(bytes);
    case Format::html:
      return read_html(bytes);
    case Format::plain:
      break;
  }
  return read_plain(bytes);
}

Draft read_draft(std::string_view bytes, Format format, const SampleValues& sample) {
  Reading reading = read_source(bytes, format);
  Suppressions comments = find_suppressions(reading.visible, Comments::liquid);
  std::move(comments.found.begin(), comments.found.end(), std::back_inserter(reading.suppressions));
  std::move(comments.warnings.begin(), comments.warnings.end(),
            std::back_inserter(reading.warnings));
  join_warnings(reading.warnings);
  Draft draft;
  draft.format = format;
  Zoning zoning = find_zones(reading.visible.text, reading.known, marks_code(format));
  draft.text = std::move(reading.visible.text);
  draft.source_map = std::move(reading.visible.map);
  draft.zones = std::move(zoning.zones);
  draft.author = std::move(reading.author);
  draft.links = std::move(reading.links);
  draft.images = std::move(reading.images);
  draft.subject = std::move(reading.subject);
  draft.date = reading.date;
  draft.thread = to_thread(quoted_letters(zoning.quotes, draft.date).letters, draft.author);
  draft.customer = unanswered(draft.thread);
  draft.warnings = std::move(reading.warnings);
  draft.suppressions = std::move(reading.suppressions);
  draft.front_matter = reading.front_matter;
  add_variants(reading, sample, draft);
  return draft;
}

Format guess_format(std::string_view file_name, std::string_view bytes) {
  const std::string name = ascii::to_lower(file_name.substr(file_name.find_last_of("/\\") + 1));
  if (name.ends_with(".eml")) return Format::eml;
  if (name.ends_with(".md") || name.ends_with(".markdown")) return Format::markdown;
  if (name.ends_with(".html") || name.ends_with(".htm")) return Format::html;
  if (looks_like_mail(bytes)) return Format::eml;
  return looks_like_html(bytes) ? Format::html : Format::plain;
}

bool looks_binary(std::string_view bytes) {
  constexpr std::size_t looked_at = 8192;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  return bytes.substr(0, looked_at).find('\0') != std::string_view::npos;
}

}  // namespace replylint
