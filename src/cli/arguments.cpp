#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

#include "report/version.hpp"
#include "text/moment.hpp"

namespace replylint::cli {

namespace {

constexpr std::array<std::string_view, 7> commands{"check",   "zones", "context", "promises",
                                                   "explain", "rules", "init"};

template <std::size_t N>
std::string joined(const std::array<std::string_view, N>& names) {
  std::string list;
  for (const std::string_view name : names) list.append(list.empty() ? "" : "|").append(name);
  return list;
}

// Lets an option take the names of an enumeration, and show them in the help.
template <typename Enum, std::size_t N>
void take_names(CLI::Option* option, const std::array<std::string_view, N>& names) {
  const auto to_index = [&names](std::string& value) {
    const auto at = std::find(names.begin(), names.end(), value);
    if (at == names.end()) return "“" + value + "” is not one of: " + joined(names);
    value = std::to_string(at - names.begin());
    return std::string();
  };
  option->transform(CLI::Validator(to_index, ""))->option_text(joined(names));
}

// An option whose presence counts: it fills an optional.
template <typename Enum, std::size_t N>
void add_choice(CLI::App& app, const std::string& flag, std::optional<Enum>& target,
                const std::array<std::string_view, N>& names, const std::string& help) {
  take_names<Enum>(app.add_option_function<Enum>(
                       flag, [&target](const Enum& value) { target = value; }, help),
                   names);
}

void add_input_options(CLI::App& app, InputArguments& input) {
  app.add_option("PATH", input.paths, "Drafts or folders of drafts; - is standard input")
      ->type_name("");
  take_names<InputFormat>(
      app.add_option("--input", input.input, "How the input is read (by name and shape: auto)"),
      input_names);
  app.add_option("--stdin-filename", input.stdin_filename, "The name of what standard input holds")
      ->option_text("NAME");
  app.add_option("--text-field", input.fields.text, "Of a record: the field with the reply")
      ->option_text("FIELD");
  app.add_option("--context-field", input.fields.context,
                 "Of a record: the field with the customer's message")
      ->option_text("FIELD");
  app.add_option("--id-field", input.fields.id, "Of a record: the field with its name")
      ->option_text("FIELD");
}

void add_rules_option(CLI::App& app, std::vector<std::string>& folders) {
  app.add_option("--rules", folders, "A folder of rules over the shipped ones (repeatable)")
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->option_text("DIR");
}

void add_list_option(CLI::App& app, const std::string& flag, std::vector<std::string>& values,
                     const std::string& help, const std::string& type) {
  app.add_option(flag, values, help)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->option_text(type);
}

// Empty for a time that can be read.
std::string is_time(const std::string& value) {
  if (value == "now" || text::parse_iso(value)) return {};
  return "“" + value + "” is no time; write 2026-11-03T10:12+01:00 (ISO 8601), or now";
}

void add_check(CLI::App& app, CheckArguments& check) {
  add_input_options(app, check.input);
  take_names<report::OutputFormat>(
      app.add_option("--format", check.format, "How findings are printed"), report::output_names);
  app.add_option("--context", check.context,
                 "The customer's message that is answered, or the thread\n"
                 "(a mail, .mbox, JSON, a folder of mails)")
      ->option_text("FILE");
  app.add_option("--now", check.now,
                 "When the draft is sent, for rules about lateness (a mail's own Date:)")
      ->check(CLI::Validator(is_time, ""))
      ->option_text("TIME");
  add_choice(app, "--channel", check.channel, channel_names, "Where the reply goes (email)");
  add_choice(app, "--mode", check.mode, mode_names, "One reply, or a canned one for many");
  add_list_option(app, "--situation", check.situations,
                  "What happened, instead of guessing it from the text (repeatable)", "NAME");
  add_list_option(app, "--select", check.select, "Only this rule or family (repeatable)",
                  "ID|FAMILY");
  add_list_option(app, "--ignore", check.ignore, "Not this rule or family (repeatable)",
                  "ID|FAMILY");
  add_rules_option(app, check.rule_folders);
  app.add_option("--config", check.config, "This configuration instead of .replylint.yml")
      ->option_text("FILE");
  app.add_flag("--show-config", check.show_config, "Print each setting and where it came from");
  app.add_option_function<std::string>(
         "--fail-on",
         [&check](const std::string& name) { check.fail_on = FailOn{severity_from(name)}; },
         "Exit with 1 at this severity or above (error)")
      ->check(CLI::IsMember({"error", "warning", "suggestion", "never"}))
      ->option_text("error|warning|suggestion|never");
  app.add_option_function<double>(
         "--min-score", [&check](const double& score) { check.min_score = score; },
         "Exit with 1 when a score is lower")
      ->check(CLI::Range(0.0, 100.0))
      ->option_text("N");
  app.add_flag("--explain-score", check.explain_score, "Print every point of the score");
  take_names<Color>(app.add_option("--color", check.color, "Colour in text output"), color_names);
  app.add_flag("--quiet,-q", check.quiet, "Findings only");
}

void add_promises(CLI::App& app, PromisesArguments& promises) {
  add_input_options(app, promises.input);
  take_names<report::PromiseFormat>(
      app.add_option("--format", promises.format, "How promises are printed"),
      report::promise_format_names);
  app.add_option("--context", promises.context,
                 "The thread that the draft goes on: our promises in it are listed too\n"
                 "(a mail, .mbox, JSON, a folder of mails)")
      ->option_text("FILE");
  app.add_option("--now", promises.now,
                 "What “tomorrow” counts from, where a draft has no date of its own")
      ->check(CLI::Validator(is_time, ""))
      ->option_text("TIME");
  app.add_option("--lang", promises.lang, "Whose dates: en-GB reads 5/6 as 5 June, en-US as 6 May")
      ->option_text("TAG");
  add_rules_option(app, promises.rule_folders);
  app.footer("replylint promises --format ics --now 2026-11-24T09:00+01:00 reply.txt > todo.ics");
}

}  // namespace

Arguments parse_arguments(const std::vector<std::string>& args) {
  CheckArguments check;
  ZonesArguments zones;
  ContextArguments context;
  PromisesArguments promises;
  ExplainArguments explain;
  RulesArguments rules;

  CLI::App app(
      "replylint reads a reply before the customer does.\n"
      "Without a command: check.",
      "replylint");
  app.set_version_flag("--version", std::string("replylint ") + report::version());
  app.require_subcommand(1);
  app.footer(
      "replylint COMMAND --help says more of one command.\n"
      "Exit status: 0 clean, 1 findings, 2 wrong usage or unreadable input.");

  auto* check_app = app.add_subcommand("check", "Lint drafts (the default command)");
  add_check(*check_app, check);
  check_app->footer("replylint reply.txt      pbpaste | replylint      replylint templates/");

  auto* zones_app = app.add_subcommand("zones", "How a draft is read: its zones and placeholders");
  add_input_options(*zones_app, zones.input);
  take_names<report::OutputFormat>(
      zones_app->add_option("--format", zones.format, "How zones are printed"),
      report::output_names);

  auto* context_app = app.add_subcommand(
      "context", "How the customer's message is read: what they ask, name, feel");
  context_app
      ->add_option("PATH", context.path,
                   "A message or thread: a text, a mail, .mbox, JSON, a folder of\n"
                   "mails; - is standard input")
      ->type_name("");
  take_names<report::OutputFormat>(
      context_app->add_option("--format", context.format, "How the reading is printed"),
      report::output_names);
  context_app
      ->add_option("--stdin-filename", context.stdin_filename,
                   "The name of what standard input holds")
      ->option_text("NAME");
  add_rules_option(*context_app, context.rule_folders);

  auto* promises_app =
      app.add_subcommand("promises", "What a draft commits us to: who does what, and by when");
  add_promises(*promises_app, promises);

  auto* explain_app =
      app.add_subcommand("explain", "Why a rule is there and how to mend a finding");
  explain_app->add_option("RULE", explain.rule, "Its id, such as blame/should-have")
      ->required()
      ->type_name("");
  add_rules_option(*explain_app, explain.rule_folders);

  auto* rules_app = app.add_subcommand("rules", "List rules, test them, start a new one");
  rules_app->require_subcommand(0, 1);
  add_rules_option(*rules_app, rules.rule_folders);
  auto* list_app = rules_app->add_subcommand("list", "All rules by family (the default)");
  add_rules_option(*list_app, rules.rule_folders);
  auto* test_app = rules_app->add_subcommand("test", "Execute the examples of every rule");
  test_app->add_option("DIR", rules.folder, "A rule folder; without it the shipped rules")
      ->type_name("");
  auto* new_app = rules_app->add_subcommand("new", "Write a commented rule file to begin with");
  new_app->add_option("ID", rules.id, "family/name, such as blame/should-have")
      ->required()
      ->type_name("");

  auto* init_app = app.add_subcommand("init", "Write a commented .replylint.yml here");

  std::vector<std::string> words = args;
  const bool names_command =
      !words.empty() &&
      (std::find(commands.begin(), commands.end(), words.front()) != commands.end() ||
       words.front() == "--help" || words.front() == "-h" || words.front() == "--version");
  if (!names_command) words.insert(words.begin(), "check");
  std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
  try {
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const int status = app.exit(error, out, err);
    return Done{status == 0 ? 0 : 2, out.str(), err.str()};
  }
  if (check_app->parsed()) return check;
  using report::OutputFormat;
  const auto is_reading = [](OutputFormat format) {
    return format == OutputFormat::text || format == OutputFormat::json ||
           format == OutputFormat::jsonl;
  };
  if (zones_app->parsed()) {
    if (is_reading(zones.format)) return zones;
    return Done{2, "", "replylint: zones prints text, json or jsonl\n"};
  }
  if (context_app->parsed()) {
    if (is_reading(context.format)) return context;
    return Done{2, "", "replylint: context prints text, json or jsonl\n"};
  }
  if (promises_app->parsed()) return promises;
  if (explain_app->parsed()) return explain;
  if (init_app->parsed()) return InitArguments{};
  if (test_app->parsed()) rules.action = RulesArguments::Action::test;
  if (new_app->parsed()) rules.action = RulesArguments::Action::create;
  return rules;
}

}  // namespace replylint::cli
