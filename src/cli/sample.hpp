// Values for the placeholders of templates, from a file.
#pragma once

#include <string>

#include "replylint/draft.hpp"
#include "replylint/problem.hpp"

namespace replylint::cli {

// Reads YAML or JSON: {ticket: {id: 7, requester: {first_name: Ana}}}. Names of
// nested maps are joined by dots.
[[nodiscard]] SampleValues read_sample(const std::string& path, Problems& problems);

}  // namespace replylint::cli
