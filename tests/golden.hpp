// Comparing output with a file that was reviewed once.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "catch.hpp"

namespace replylint::test {

// Checks that `output` is what the file holds. `file` is relative to the
// project. REPLYLINT_UPDATE_GOLDEN=1 in the environment writes the file
// instead; review the difference before it is committed.
inline void check_golden(const std::string& file, const std::string& output) {
  const std::filesystem::path path = std::filesystem::path(REPLYLINT_SOURCE_DIR) / file;
  if (std::getenv("REPLYLINT_UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << output;
  }
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in.is_open());
  std::ostringstream wanted;
  wanted << in.rdbuf();
  INFO(file);
  CHECK(output == wanted.str());
}

}  // namespace replylint::test
