// What was typed, checked and turned into what is meant.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "draft/jsonl.hpp"
#include "replylint/draft.hpp"
#include "replylint/severity.hpp"
#include "report/promises.hpp"
#include "report/reporter.hpp"

namespace replylint::cli {

enum class InputFormat : std::uint8_t { automatic, plain, markdown, html, eml, mbox, jsonl };
inline constexpr std::array<std::string_view, 7> input_names{"auto", "text", "markdown", "html",
                                                             "eml",  "mbox", "jsonl"};

enum class Color : std::uint8_t { automatic, always, never };
inline constexpr std::array<std::string_view, 3> color_names{"auto", "always", "never"};

// `never` is the absence of a severity.
struct FailOn {
  std::optional<Severity> severity = Severity::error;
};

// Where drafts come from and how they are read; shared by check and zones.
struct InputArguments {
  std::vector<std::string> paths;
  InputFormat input = InputFormat::automatic;
  std::string stdin_filename;
  RecordFields fields;
};

// Nothing where a flag was not given: the configuration decides.
struct CheckArguments {
  InputArguments input;
  report::OutputFormat format = report::OutputFormat::text;
  std::string context;
  std::string now;  // ISO 8601, or "now"; checked
  std::optional<Channel> channel;
  std::optional<Mode> mode;
  std::vector<std::string> situations;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::string> rule_folders;
  std::string config;
  bool show_config = false;
  std::optional<FailOn> fail_on;
  std::optional<double> min_score;
  bool explain_score = false;
  Color color = Color::automatic;
  bool quiet = false;
};

struct ZonesArguments {
  InputArguments input;
  report::OutputFormat format = report::OutputFormat::text;
};

struct ContextArguments {
  std::string path;
  std::string stdin_filename;
  std::vector<std::string> rule_folders;
  report::OutputFormat format = report::OutputFormat::text;
};

struct PromisesArguments {
  InputArguments input;
  report::PromiseFormat format = report::PromiseFormat::text;
  std::string context;
  std::string now;   // ISO 8601, or "now"; checked
  std::string lang;  // a language with its country, "en-GB"; empty: not given
  std::vector<std::string> rule_folders;
};

struct ExplainArguments {
  std::string rule;
  std::vector<std::string> rule_folders;
};

struct RulesArguments {
  enum class Action : std::uint8_t { list, test, create };
  Action action = Action::list;
  std::string folder;  // test: a rule folder; empty: the shipped pack
  std::string id;      // create: the rule's id
  std::vector<std::string> rule_folders;
};

struct InitArguments {};

// Nothing to run: help, the version, or a usage error.
struct Done {
  int status = 0;
  std::string out;
  std::string err;
};

using Arguments = std::variant<CheckArguments, ZonesArguments, ContextArguments, PromisesArguments,
                               ExplainArguments, RulesArguments, InitArguments, Done>;

// `args` without the program's name. A first word that is no command means
// `check`.
[[nodiscard]] Arguments parse_arguments(const std::vector<std::string>& args);

}  // namespace replylint::cli
