#include "replylint/customer.hpp"

namespace replylint {

CustomerReading read_customer(const RuleSet&, std::string_view, std::string_view) { return {}; }

}  // namespace replylint
