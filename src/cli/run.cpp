#include "replylint/run.hpp"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "text/moment.hpp"

namespace replylint {

namespace cli {

void print_problems(const Problems& problems, std::ostream& err) {
  Messages messages;
  messages.fail(problems);
  err << messages.text;
}

std::optional<Moment> read_now(const std::string& value, const Streams& streams) {
  if (value != "now") return text::parse_iso(value);
  if (streams.surroundings.clock) return streams.surroundings.clock();
  streams.err << "replylint: --now now: there is no clock here; write the time itself\n";
  return std::nullopt;
}

std::vector<std::string> paths_or_stdin(const InputArguments& input,
                                        const Surroundings& surroundings) {
  if (!input.paths.empty()) return input.paths;
  if (surroundings.in_is_terminal) return {};
  return {"-"};
}

namespace {

// Paths that are not absolute are to be ignored (XDG Base Directory Specification).
std::string cache_folder(const std::string& xdg_cache_home, const std::string& home) {
  if (xdg_cache_home.starts_with('/')) return xdg_cache_home + "/replylint";
  return home.starts_with('/') ? home + "/.cache/replylint" : "";
}

int dispatch(const Arguments& arguments, const Streams& streams) {
  struct Visitor {
    const Streams& streams;
    int operator()(const CheckArguments& a) const { return check(a, streams); }
    int operator()(const ZonesArguments& a) const { return zones(a, streams); }
    int operator()(const ContextArguments& a) const { return context(a, streams); }
    int operator()(const PromisesArguments& a) const { return promises(a, streams); }
    int operator()(const ExplainArguments& a) const { return explain(a, streams); }
    int operator()(const RulesArguments& a) const { return rules(a, streams); }
    int operator()(const InitArguments& a) const { return init(a, streams); }
    int operator()(const Done& done) const {
      streams.out << done.out;
      streams.err << done.err;
      return done.status;
    }
  };
  return std::visit(Visitor{streams}, arguments);
}

}  // namespace
}  // namespace cli

int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out,
        std::ostream& err, const Surroundings& surroundings) {
  int status = 2;
  try {
    status = cli::dispatch(cli::parse_arguments(args), {in, out, err, surroundings});
  } catch (const std::exception& error) {
    err << "replylint: " << error.what() << '\n';
    return 2;
  }
  out.flush();
  if (out) return status;
  const int reason = surroundings.write_error ? surroundings.write_error() : EIO;
  if (reason == EPIPE) return 0;  // the reader has seen enough
  err << "replylint: standard output cannot be written: " << std::strerror(reason) << '\n';
  return 2;
}

namespace {

Moment this_moment() {
  const std::time_t seconds = std::time(nullptr);
  std::tm local{};
  localtime_r(&seconds, &local);
  constexpr long minute = 60;
  return {seconds, static_cast<int>(local.tm_gmtoff / minute)};
}

}  // namespace

int run_main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  cli::FileOutput buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  const Surroundings surroundings{isatty(STDIN_FILENO) == 1,
                                  isatty(STDOUT_FILENO) == 1,
                                  variable("NO_COLOR"),
                                  variable("CLICOLOR_FORCE"),
                                  cli::cache_folder(variable("XDG_CACHE_HOME"), variable("HOME")),
                                  [&buffer] { return buffer.error(); },
                                  this_moment};
  return run(std::vector<std::string>(argv + 1, argv + argc), std::cin, out, std::cerr,
             surroundings);
}

}  // namespace replylint
