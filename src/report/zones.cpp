#include "report/zones.hpp"

#include <fmt/format.h>

#include <ostream>

#include "report/excerpt.hpp"
#include "report/json_text.hpp"
#include "report/place.hpp"

namespace replylint::report {

namespace {

std::string_view name_of(ZoneKind kind) { return zone_names.at(static_cast<std::size_t>(kind)); }

// Names, lines and the first words: block zones first, what lies inside them
// indented.
void write_text(std::ostream& out, const Record& record) {
  constexpr std::size_t words_columns = 60;
  const Places places(record);
  out << places.name() << '\n';
  for (const Zone& zone : record.draft.zones) {
    const auto words =
        std::string_view(record.draft.text).substr(zone.span.start, zone.span.size());
    // Line breaks around the words are not lines of the zone.
    const std::size_t first = words.find_first_not_of(" \t\r\n");
    const std::size_t last = words.find_last_not_of(" \t\r\n");
    Span span = zone.span;
    if (first != std::string_view::npos) span = {span.start + first, span.start + last + 1};
    const Position from = places.start(span);
    const Position to = places.end(span);
    const std::string lines = from.line == to.line ? fmt::format("{}", from.line)
                                                   : fmt::format("{}–{}", from.line, to.line);
    const bool is_inline = zone.kind == ZoneKind::code || zone.kind == ZoneKind::link ||
                           zone.kind == ZoneKind::placeholder;
    out << fmt::format(
        "  {:<13}{:>9}  {}\n", (is_inline ? "  " : "") + std::string(name_of(zone.kind)), lines,
        shortened(words.substr(span.start - zone.span.start, span.size()), words_columns));
  }
}

}  // namespace

void write_zones(std::ostream& out, const Record& record, OutputFormat format) {
  if (format == OutputFormat::text) {
    write_text(out, record);
    return;
  }
  const Places places(record);
  Json zones = Json::array();
  Json placeholders = Json::array();
  for (const Zone& zone : record.draft.zones) {
    const Span source = places.source(zone.span);
    zones.push_back({{"zone", name_of(zone.kind)}, {"start", source.start}, {"end", source.end}});
    if (zone.kind == ZoneKind::placeholder) {
      placeholders.push_back(
          {{"start", source.start},
           {"end", source.end},
           {"text", record.draft.text.substr(zone.span.start, zone.span.size())}});
    }
  }
  const Json json{{"id", record.id.empty() ? Json() : Json(record.id)},
                  {"path", record.path},
                  {"zones", std::move(zones)},
                  {"placeholders", std::move(placeholders)}};
  out << dump(json) << '\n';
}

}  // namespace replylint::report
