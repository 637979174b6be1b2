// What was found in a draft: a pure function of (draft, rule set, options).
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/draft.hpp"
#include "replylint/rule_set.hpp"
#include "replylint/severity.hpp"
#include "replylint/span.hpp"

namespace replylint {

struct Options {
  Channel channel = Channel::email;
  Mode mode = Mode::draft;
  std::vector<std::string> situations;  // set by hand; empty: found in the text
  std::vector<std::string> select;      // rule ids or families; empty: all
  std::vector<std::string> ignore;
  std::map<std::string, Severity> severity;  // by rule id, from the configuration
  // When the draft is to be sent: what is late or overdue is measured by it.
  // Nothing: the draft's own date, else such rules are silent.
  std::optional<Moment> now;
};

struct Fix {
  Span span;  // in Draft::text
  std::string text;
};

// Words of an earlier message on which a finding rests.
struct Evidence {
  std::optional<std::size_t> message;  // index into Draft::thread; nothing: Draft::customer
  Span span;                           // in that message's text
};

struct Finding {
  const rules::Rule* rule = nullptr;  // lives as long as the rule set
  Severity severity = Severity::warning;
  Dimension dimension = Dimension::respect;
  Span span;  // in Draft::text; empty where something is missing
  std::string message;
  std::optional<Fix> fix;
  std::vector<Evidence> evidence;
  std::size_t sentence =
      0;  // index among the author's sentences; of a missing element, where it belongs
  bool missing = false;  // something that should be there: `span` is empty
};

struct ElementFound {
  std::string name;                          // "apology"
  std::vector<Span> spans;                   // in Draft::text, sorted, without overlap
  Dimension dimension = Dimension::respect;  // of a strength: what it speaks for
};

// A pattern that says how the text sounds, wherever it was found.
struct ToneWord {
  std::string_view pattern;  // as its file writes it; lives as long as the rule set
  double weight = 0;         // points of tone for each time
  std::size_t count = 0;
};

// An element that this exchange requires.
struct RequiredElement {
  std::string name;
  bool present = false;
  const rules::Rule* rule = nullptr;  // the require rule
};

struct Analysis {
  std::vector<Finding> findings;  // by position, then by rule id
  std::vector<ElementFound>
      elements;  // the twelve first, in their fixed order; then finer ones that were found
  std::vector<ElementFound> strengths;  // found ones, by name
  std::vector<ElementFound> signals;    // found ones, by name
  std::vector<ElementFound> customer;  // detectors of the folder customer: spans in Draft::customer
  std::vector<ToneWord> tone_words;    // of the pack's folder tone, heaviest first
  std::vector<RequiredElement> required;
  std::vector<std::string> situations;  // sorted
  std::size_t words = 0;                // of the author's own text
  // Those of sentences in which nothing was found, a repeated one counted once:
  // the length that repeats of a fault are weighed against.
  std::size_t clean_words = 0;
  std::size_t sentences = 0;
  std::vector<std::string> exhausted;  // ids of rules whose expression ran into its limit

  [[nodiscard]] const ElementFound* element(std::string_view name) const;
};

// The twelve elements whose keys are always present in the output.
inline constexpr std::array<std::string_view, 12> core_elements{
    "greeting",  "thanks",     "restate", "emotion",    "apology", "ownership",
    "next-step", "time-frame", "options", "check-back", "contact", "sign-off"};

// Analyses drafts one after another on one thread. It keeps working memory
// between them, which makes it faster and changes nothing in what it finds.
class Analyser {
 public:
  explicit Analyser(RuleSet rules);
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  Analyser(const Analyser&) = delete;
  Analyser& operator=(const Analyser&) = delete;
  ~Analyser();

  [[nodiscard]] Analysis analyse(const Draft& draft, const Options& options);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace replylint
