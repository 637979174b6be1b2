// JSON, one object or one line a record; docs/report.schema.json says what it
// holds.
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "report/formats.hpp"
#include "report/position.hpp"
#include "report/version.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

using Json = nlohmann::ordered_json;

std::string_view band_name(Band band) { return band_names.at(static_cast<std::size_t>(band)); }

Json spans(const Record& record, const std::vector<Span>& all) {
  Json out = Json::array();
  for (const Span span : all) {
    const Span source = record.draft.source_map.to_source(span);
    out.push_back(Json::array({source.start, source.end}));
  }
  return out;
}

Json finding_json(const Record& record, const LineIndex& lines, const Finding& finding) {
  const Span source = record.draft.source_map.to_source(finding.span);
  const Position start = lines.position(source.start);
  const Position end = lines.position(source.end);
  // The text of a record stands on one line of its file.
  const bool is_record = record.record_line > 0;
  Json out;
  out["rule"] = finding.rule->id;
  out["severity"] = to_string(finding.severity);
  out["dimension"] = to_string(finding.dimension);
  out["start"] = source.start;
  out["end"] = source.end;
  out["line"] = is_record ? record.record_line : start.line;
  out["column"] = start.column;
  out["end_line"] = is_record ? record.record_line : end.line;
  out["end_column"] = end.column;
  out["text"] = record.draft.text.substr(finding.span.start, finding.span.size());
  out["message"] = finding.message;
  out["instead"] = finding.rule->instead;
  out["fix"] = nullptr;
  if (finding.fix) {
    const Span fix = record.draft.source_map.to_source(finding.fix->span);
    out["fix"] = {{"start", fix.start}, {"end", fix.end}, {"text", finding.fix->text}};
  }
  return out;
}

Json items_json(const std::vector<ScoreItem>& items) {
  Json out = Json::array();
  for (const ScoreItem& item : items) {
    out.push_back({{"dimension", to_string(item.dimension)},
                   {"reason", item.reason},
                   {"points", item.points},
                   {"how", item.how}});
  }
  return out;
}

Json detail_json(const Score& score) {
  Json detail;
  Json start = Json::object();
  for (std::size_t d = 0; d < dimension_names.size(); ++d) {
    start[std::string(dimension_names.at(d))] = score.start.at(d);
  }
  detail["start"] = std::move(start);
  detail["items"] = items_json(score.items);
  detail["before_caps"] = score.before_caps;
  Json caps = Json::array();
  for (const ScoreCap& cap : score.caps) {
    caps.push_back({{"limit", cap.limit}, {"reason", cap.reason}});
  }
  detail["caps"] = std::move(caps);
  Json mends = Json::array();
  for (const Mend& mend : score.mends) {
    mends.push_back({{"finding", mend.finding},
                     {"gain", mend.gain},
                     {"gain_before_caps", mend.gain_before_caps}});
  }
  detail["mends"] = std::move(mends);
  detail["tone"] = items_json(score.tone_items);
  return detail;
}

Json record_json(const Record& record, const Style& style) {
  const Analysis& analysis = record.analysis;
  const Score& score = record.score;
  Json out;
  out["id"] = record.id.empty() ? Json(nullptr) : Json(record.id);
  out["path"] = record.path;
  out["score"] = score.total;
  out["band"] = band_name(score.band);
  out["tone"] = score.tone;
  Json dimensions = Json::object();
  for (std::size_t d = 0; d < dimension_names.size(); ++d) {
    dimensions[std::string(dimension_names.at(d))] = score.dimensions.at(d);
  }
  out["dimensions"] = std::move(dimensions);
  out["situations"] = analysis.situations;
  Json elements = Json::object();
  for (const ElementFound& element : analysis.elements) {
    elements[element.name] = spans(record, element.spans);
  }
  out["elements"] = std::move(elements);
  const LineIndex lines(record.source);
  Json findings = Json::array();
  for (const Finding& finding : analysis.findings) {
    findings.push_back(finding_json(record, lines, finding));
  }
  out["findings"] = std::move(findings);
  out["words"] = analysis.words;
  Json strengths = Json::object();
  for (const ElementFound& strength : analysis.strengths) {
    strengths[strength.name] = spans(record, strength.spans);
  }
  out["strengths"] = std::move(strengths);
  if (!record.note.empty()) out["note"] = record.note;
  if (style.explain_score) out["score_detail"] = detail_json(score);
  return out;
}

// A path may hold any bytes; what is not UTF-8 becomes U+FFFD.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class JsonlReporter : public Reporter {
 public:
  JsonlReporter(std::ostream& out, const Style& style) : out_(out), style_(style) {}
  void add(const Record& record) override { out_ << dump(record_json(record, style_)) << '\n'; }
  void finish() override {}

 private:
  std::ostream& out_;
  Style style_;
};

class JsonReporter : public Reporter {
 public:
  JsonReporter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void add(const Record& record) override {
    out_ << (files_ == 0 ? head() : ",\n") << dump(record_json(record, style_));
    ++files_;
    for (const Finding& finding : record.analysis.findings) {
      ++counts_.at(static_cast<std::size_t>(finding.severity));
    }
  }

  void finish() override {
    if (files_ == 0) out_ << head();
    Json summary;
    summary["files"] = files_;
    for (std::size_t i = severity_names.size(); i-- > 0;) {
      summary[std::string(severity_names.at(i)) + "s"] = counts_.at(i);
    }
    out_ << "],\n\"summary\": " << dump(summary) << "}\n";
  }

 private:
  static std::string head() {
    return "{\"schema\": 1, \"version\": " + dump(Json(version())) + ", \"files\": [\n";
  }

  std::ostream& out_;
  Style style_;
  std::size_t files_ = 0;
  std::array<std::size_t, severity_names.size()> counts_{};
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(std::ostream& out, const Style& style) {
  return std::make_unique<JsonReporter>(out, style);
}

std::unique_ptr<Reporter> make_jsonl_reporter(std::ostream& out, const Style& style) {
  return std::make_unique<JsonlReporter>(out, style);
}

}  // namespace replylint::report
