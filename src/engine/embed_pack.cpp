// Compiles the shipped rules while the program is built and writes their image
// as a source file:
//   embed_pack OUTPUT
// Problems of the rules go to standard error and stop the build.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iostream>

#include "engine/compile.hpp"
#include "replylint/problem.hpp"
#include "rules/load.hpp"

namespace {

constexpr std::size_t numbers_a_line = 8;

void write_source(std::ostream& out, const replylint::engine::ImageWords& image) {
  out << "// Made by src/engine/embed_pack.cpp from rules/.\n"
         "#include \"engine/image.hpp\"\n\n"
         "namespace replylint::engine {\n\n"
         "namespace {\nconst std::uint64_t image[] = {";
  for (std::size_t i = 0; i < image.size(); ++i) {
    out << fmt::format("{}{:#x},", i % numbers_a_line == 0 ? "\n" : "", image[i]);
  }
  out << "\n};\n}  // namespace\n\n"
         "std::span<const std::uint64_t> shipped_image() { return image; }\n\n"
         "}  // namespace replylint::engine\n";
}

}  // namespace

// The program that makes the image has none.
std::span<const std::uint64_t> replylint::engine::shipped_image() { return {}; }

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: embed_pack OUTPUT\n";
    return 2;
  }
  replylint::Problems problems;
  const auto pack = replylint::rules::load(replylint::rules::shipped_files(),
                                           replylint::rules::Strictness::lenient, {}, problems);
  for (const auto& problem : problems) std::cerr << replylint::format_problem(problem);
  if (!problems.empty()) return 1;
  std::ofstream out(argv[1]);
  write_source(out, replylint::engine::compile_pack(pack, 0));
  out.close();
  return out ? 0 : 1;
}
