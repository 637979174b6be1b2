#include "report/wording.hpp"

#include <algorithm>

#include "rules/rule.hpp"

namespace replylint::report {

namespace {

constexpr std::string_view match_mark = "{match}";

std::string filled_in(std::string wording, std::string_view words) {
  for (std::size_t at = wording.find(match_mark); at != std::string::npos;
       at = wording.find(match_mark, at + words.size())) {
    wording.replace(at, match_mark.size(), words);
  }
  return wording;
}

}  // namespace

std::string_view message_of(const Draft& draft, const Evidence& evidence) {
  if (evidence.message) return draft.thread.at(*evidence.message).text;
  return draft.customer ? std::string_view(*draft.customer) : std::string_view{};
}

std::string_view words_of(const Draft& draft, const Finding& finding) {
  return std::string_view(draft.text).substr(finding.span.start, finding.span.size());
}

std::vector<std::string> wordings(const Draft& draft, const Finding& finding) {
  std::vector<std::string> all;
  const auto* require = std::get_if<rules::Require>(&finding.rule->kind);
  if (require != nullptr && !require->sample.empty()) all.push_back(require->sample);
  for (const std::string& wording : finding.rule->instead) {
    std::string filled = filled_in(wording, words_of(draft, finding));
    // A rule may give its sample sentence as a wording too.
    if (std::find(all.begin(), all.end(), filled) == all.end()) all.push_back(std::move(filled));
  }
  return all;
}

}  // namespace replylint::report
