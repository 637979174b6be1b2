// What was said before a draft, from the file or folder that --context or
// `replylint context` names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "draft/thread.hpp"

namespace replylint::cli {

// A file of any format that read_thread knows, a folder of mails (.eml), or -
// for standard input, which is called `stdin_filename` where that is not
// empty. Damage is said on standard error; so is why there is nothing to read.
[[nodiscard]] std::optional<std::vector<Letter>> read_thread_input(
    const std::string& path, const std::string& stdin_filename, const Streams& streams);

// Says that whoever wrote last was taken for the customer, by sides_are_guessed.
void warn_of_guess(const std::string& path, const std::vector<Letter>& letters,
                   const Streams& streams);

}  // namespace replylint::cli
