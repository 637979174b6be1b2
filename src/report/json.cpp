// JSON, one object or one line a record; docs/report.schema.json says what it
// holds.
#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>

#include "report/formats.hpp"
#include "report/json_text.hpp"
#include "report/place.hpp"
#include "report/version.hpp"
#include "report/wording.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

template <typename Value>
Json by_dimension(const std::array<Value, dimension_names.size()>& values) {
  Json out = Json::object();
  for (std::size_t d = 0; d < dimension_names.size(); ++d) {
    out[std::string(dimension_names.at(d))] = values.at(d);
  }
  return out;
}

Json spans_json(const Places& places, const std::vector<Span>& all) {
  Json out = Json::array();
  for (const Span span : all) {
    const Span source = places.source(span);
    out.push_back(Json::array({source.start, source.end}));
  }
  return out;
}

// The twelve first, found or not; then the others that were found.
Json elements_json(const Places& places, const Analysis& analysis) {
  Json out = Json::object();
  for (const std::string_view name : core_elements) out[std::string(name)] = Json::array();
  for (const ElementFound& element : analysis.elements) {
    out[element.name] = spans_json(places, element.spans);
  }
  return out;
}

Json fix_json(const Places& places, const Finding& finding) {
  if (!finding.fix) return nullptr;
  const Span source = places.source(finding.fix->span);
  return {{"start", source.start}, {"end", source.end}, {"text", finding.fix->text}};
}

// Offsets in the message itself, not in a file.
Json evidence_json(const Draft& draft, const std::vector<Evidence>& all) {
  Json out = Json::array();
  for (const Evidence& evidence : all) {
    const Span span = evidence.span;
    Json one{{"start", span.start},
             {"end", span.end},
             {"text", message_of(draft, evidence).substr(span.start, span.size())}};
    if (evidence.message) one["message"] = *evidence.message;
    out.push_back(std::move(one));
  }
  return out;
}

Json finding_json(const Record& record, const Places& places, const Finding& finding) {
  const Span source = places.source(finding.span);
  const Position start = places.start_in_file(finding.span);
  const Position end = places.end_in_file(finding.span);
  Json out{{"rule", finding.rule->id},
           {"severity", to_string(finding.severity)},
           {"dimension", to_string(finding.dimension)},
           {"start", source.start},
           {"end", source.end},
           {"line", start.line},
           {"column", start.column},
           {"end_line", end.line},
           {"end_column", end.column},
           {"text", words_of(record.draft, finding)},
           {"message", finding.message},
           {"instead", wordings(record.draft, finding)},
           {"fix", fix_json(places, finding)}};
  if (!finding.evidence.empty()) out["evidence"] = evidence_json(record.draft, finding.evidence);
  return out;
}

Json items_json(const std::vector<ScoreItem>& items) {
  Json out = Json::array();
  for (const ScoreItem& item : items) {
    out.push_back({{"dimension", to_string(item.dimension)},
                   {"reason", item.reason},
                   {"points", item.points},
                   {"finding", item.finding == ScoreItem::npos ? Json() : Json(item.finding)},
                   {"how", item.how}});
  }
  return out;
}

Json tone_words_json(const std::vector<ToneShare>& words) {
  Json out = Json::array();
  for (const ToneShare& word : words) {
    out.push_back({{"pattern", word.pattern}, {"count", word.count}, {"points", word.points}});
  }
  return out;
}

Json detail_json(const Score& score) {
  Json caps = Json::array();
  for (const ScoreCap& cap : score.caps) {
    caps.push_back({{"limit", cap.limit}, {"reason", cap.reason}});
  }
  Json mends = Json::array();
  for (const Mend& mend : score.mends) {
    mends.push_back({{"finding", mend.finding},
                     {"hits", mend.hits},
                     {"gain", mend.gain},
                     {"gain_before_caps", mend.gain_before_caps}});
  }
  return {{"weights", by_dimension(score.weights)},
          {"start", by_dimension(score.start)},
          {"items", items_json(score.items)},
          {"values", by_dimension(score.values)},
          {"before_caps", score.before_caps},
          {"caps", std::move(caps)},
          {"mends", std::move(mends)},
          {"tone", items_json(score.tone_items)},
          {"tone_words", tone_words_json(score.tone_words)},
          {"tone_width", score.tone_width}};
}

// A record, written piece by piece: findings may be very many.
void write_record(std::ostream& out, const Record& record, const Style& style) {
  const Analysis& analysis = record.analysis;
  const Score& score = record.score;
  const Places places(record);
  const std::string head = dump({{"id", record.id.empty() ? Json() : Json(record.id)},
                                 {"path", record.path},
                                 {"score", score.total},
                                 {"band", to_string(score.band)},
                                 {"tone", score.tone},
                                 {"dimensions", by_dimension(score.dimensions)},
                                 {"situations", analysis.situations},
                                 {"elements", elements_json(places, analysis)}});
  out << std::string_view(head).substr(0, head.size() - 1) << ",\"findings\":[";
  const char* separator = "";
  for (const Finding& finding : analysis.findings) {
    out << separator << dump(finding_json(record, places, finding));
    separator = ",";
  }
  Json strengths = Json::object();
  for (const ElementFound& strength : analysis.strengths) {
    strengths[strength.name] = spans_json(places, strength.spans);
  }
  Json tail{{"words", analysis.words}, {"strengths", std::move(strengths)}};
  if (!record.note.empty()) tail["note"] = record.note;
  if (style.explain_score) tail["score_detail"] = detail_json(score);
  out << "]," << dump(tail).substr(1);
}

class JsonlReporter : public Reporter {
 public:
  JsonlReporter(std::ostream& out, const Style& style) : out_(out), style_(style) {}
  void add(const Record& record) override {
    write_record(out_, record, style_);
    out_ << '\n';
  }
  void finish() override {}

 private:
  std::ostream& out_;
  Style style_;
};

// One object, written record by record: a long run is never held in memory.
class JsonReporter : public Reporter {
 public:
  JsonReporter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void add(const Record& record) override {
    out_ << (files_ == 0 ? head() : ",\n");
    write_record(out_, record, style_);
    ++files_;
    ++bands_.at(static_cast<std::size_t>(record.score.band));
    lowest_ = std::min(lowest_, record.score.total);
    for (const Finding& finding : record.analysis.findings) {
      ++severities_.at(static_cast<std::size_t>(finding.severity));
    }
  }

  void finish() override {
    if (files_ == 0) out_ << head();
    Json summary{{"files", files_}};
    for (std::size_t s = severity_names.size(); s-- > 0;) {
      summary[std::string(severity_names.at(s)) + "s"] = severities_.at(s);
    }
    Json bands = Json::object();
    for (std::size_t b = band_names.size(); b-- > 0;) {
      bands[std::string(band_names.at(b))] = bands_.at(b);
    }
    summary["bands"] = std::move(bands);
    summary["lowest_score"] = files_ == 0 ? Json() : Json(lowest_);
    out_ << "],\n\"summary\": " << dump(summary) << "}\n";
  }

 private:
  static std::string head() {
    return "{\"schema\": 1, \"version\": " + dump(Json(version())) + ", \"files\": [\n";
  }

  std::ostream& out_;
  Style style_;
  std::size_t files_ = 0;
  std::array<std::size_t, severity_names.size()> severities_{};
  std::array<std::size_t, band_names.size()> bands_{};
  int lowest_ = 100;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(std::ostream& out, const Style& style) {
  return std::make_unique<JsonReporter>(out, style);
}

std::unique_ptr<Reporter> make_jsonl_reporter(std::ostream& out, const Style& style) {
  return std::make_unique<JsonlReporter>(out, style);
}

}  // namespace replylint::report
