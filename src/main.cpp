#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "replylint/run.hpp"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  const replylint::Terminal terminal{isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
                                     variable("NO_COLOR"), variable("CLICOLOR_FORCE")};
  const std::vector<std::string> args(argv + 1, argv + argc);
  return replylint::run(args, std::cin, std::cout, std::cerr, terminal);
}
