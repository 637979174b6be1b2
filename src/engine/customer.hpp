// From what was found in the customer's message to a CustomerReading.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/facts.hpp"
#include "engine/phrases.hpp"
#include "replylint/customer.hpp"

namespace replylint::engine {

// `facts` holds those of the detectors of the customer's message.
[[nodiscard]] CustomerReading read_message(const Subject& message,
                                           const RuleSet::Compiled& compiled, const Facts& facts,
                                           std::string_view sender);

// ---- its parts, which measures ask of the draft too

// Sums of money, by position. Linear.
[[nodiscard]] std::vector<CustomerReference> find_amounts(const Subject& subject);

// Days of the calendar and of the week, by position. Linear.
[[nodiscard]] std::vector<CustomerReference> find_dates(const Subject& subject);

// Letters and digits only, upper case: "AB1234" of "#AB-1234".
[[nodiscard]] std::string plain_code(std::string_view code);

// The name that a message is signed with or, where `introductions` are
// given ("my name is Ann"), introduced by; else that of its sender.
[[nodiscard]] std::optional<CustomerName> find_name(const Subject& message,
                                                    const std::vector<Span>& introductions,
                                                    std::string_view sender);

// The words of a name, folded and without marks, titles and greeting words:
// "carol", "smith" of "Dear Ms. Carol Smith,".
[[nodiscard]] std::vector<std::string> name_words(std::string_view text);

}  // namespace replylint::engine
