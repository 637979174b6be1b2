// SARIF 2.1.0 (OASIS), as GitHub's code scanning takes it. GitHub keeps 5,000
// results of a run and 10 MB gzipped.
#include <fmt/format.h>

#include <map>
#include <ostream>
#include <string_view>

#include "report/fingerprint.hpp"
#include "report/formats.hpp"
#include "report/json_text.hpp"
#include "report/place.hpp"
#include "report/printable.hpp"
#include "report/version.hpp"
#include "report/wording.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

constexpr std::array<std::string_view, severity_names.size()> levels{"note", "warning", "error"};

Json text_json(std::string_view text) { return {{"text", printable(text)}}; }

// A relative reference (RFC 3986): what is no letter, digit or mark of a path
// stands as %XX.
std::string uri(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  std::string out;
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool kept = letter || plain.find(c) != std::string_view::npos;
    out += kept ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// Written result by result; the rules that were met stand at the end.
class SarifReporter : public Reporter {
 public:
  explicit SarifReporter(std::ostream& out) : out_(out) {
    out_ << R"({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",)"
         << R"( "runs": [{"columnKind": "unicodeCodePoints", "results": [)";
  }

  void add(const Record& record) override {
    const Places places(record);
    Ordinals ordinals;
    for (const Finding& finding : record.analysis.findings) {
      const std::string hash = content_hash({record.id, finding_hash(record.draft, finding)});
      Json location{{"physicalLocation",
                     {{"artifactLocation", {{"uri", uri(record.path)}}},
                      {"region", region(record, places, finding.span)}}}};
      if (!record.id.empty()) {
        location["logicalLocations"] = Json::array({{{"name", printable(record.id)}}});
      }
      Json result{{"ruleId", finding.rule->id},
                  {"ruleIndex", index(*finding.rule)},
                  {"level", levels.at(static_cast<std::size_t>(finding.severity))},
                  {"message", text_json(finding.message)},
                  {"locations", Json::array({std::move(location)})},
                  {"partialFingerprints",
                   {{"primaryLocationLineHash", fmt::format("{}:{}", hash, ordinals.next(hash))}}}};
      out_ << (count_++ == 0 ? "\n" : ",\n") << dump(result);
    }
  }

  void finish() override {
    Json rules = Json::array();
    for (const rules::Rule* rule : rules_) rules.push_back(rule_json(*rule));
    const Json driver{
        {"name", "replylint"}, {"semanticVersion", version()}, {"rules", std::move(rules)}};
    out_ << "\n], \"tool\": {\"driver\": " << dump(driver) << "}}]}\n";
  }

 private:
  static Json region(const Record& record, const Places& places, Span span) {
    const Position start = places.start_in_file(span);
    if (record.record_line > 0) return {{"startLine", start.line}};
    const Position end = places.end_in_file(span);
    return {{"startLine", start.line},
            {"startColumn", start.column},
            {"endLine", end.line},
            {"endColumn", end.column}};
  }

  static Json rule_json(const rules::Rule& rule) {
    std::string help = rule.why;
    for (const std::string& wording : rule.instead) help += "\nInstead: " + wording;
    return {
        {"id", rule.id},
        {"shortDescription", text_json(rule.summary)},
        {"fullDescription", text_json(rule.why)},
        {"help", text_json(help)},
        {"defaultConfiguration", {{"level", levels.at(static_cast<std::size_t>(rule.severity))}}},
        {"properties", {{"tags", Json::array({rule.family})}}}};
  }

  std::size_t index(const rules::Rule& rule) {
    const auto [place, added] = index_.try_emplace(rule.id, rules_.size());
    if (added) rules_.push_back(&rule);
    return place->second;
  }

  std::ostream& out_;
  std::size_t count_ = 0;
  std::map<std::string, std::size_t> index_;
  std::vector<const rules::Rule*> rules_;  // by that index
};

}  // namespace

std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out) {
  return std::make_unique<SarifReporter>(out);
}

}  // namespace replylint::report
