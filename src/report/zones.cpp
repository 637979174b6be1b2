#include "report/zones.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "report/position.hpp"
#include "report/printable.hpp"

namespace replylint::report {

namespace {

using Json = nlohmann::ordered_json;

void write_text(std::ostream& out, const Record& record) {
  constexpr std::size_t most_shown = 60;  // bytes of a zone's text, cut between characters
  const LineIndex lines(record.source);
  if (record.record_line > 0) {
    out << fmt::format("{}:{} [{}]\n", printable(record.path), record.record_line,
                       printable(record.id));
  }
  for (const Zone& zone : record.draft.zones) {
    const Span source = record.draft.source_map.to_source(zone.span);
    const Position from = lines.position(source.start);
    const Position to = lines.position(source.end);
    std::string words = record.draft.text.substr(zone.span.start, zone.span.size());
    if (words.size() > most_shown) {
      std::size_t cut = most_shown;
      while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80) --cut;
      words = words.substr(0, cut) + "…";
    }
    out << fmt::format("{:<12} {:>9}  {}\n", zone_names.at(static_cast<std::size_t>(zone.kind)),
                       fmt::format("{}–{}", from.line, to.line), printable(words));
  }
}

}  // namespace

void write_zones(std::ostream& out, const Record& record, OutputFormat format) {
  if (format == OutputFormat::text) {
    write_text(out, record);
    return;
  }
  Json json;
  json["id"] = record.id.empty() ? Json(nullptr) : Json(record.id);
  json["path"] = record.path;
  json["zones"] = Json::array();
  json["placeholders"] = Json::array();
  for (const Zone& zone : record.draft.zones) {
    const Span source = record.draft.source_map.to_source(zone.span);
    json["zones"].push_back({{"zone", zone_names.at(static_cast<std::size_t>(zone.kind))},
                             {"start", source.start},
                             {"end", source.end}});
    if (zone.kind == ZoneKind::placeholder) {
      json["placeholders"].push_back(
          {{"start", source.start},
           {"end", source.end},
           {"text", record.draft.text.substr(zone.span.start, zone.span.size())}});
    }
  }
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace replylint::report
