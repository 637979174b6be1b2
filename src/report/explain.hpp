// Every point of a score, so that a reader can add it up again.
#pragma once

#include <iosfwd>

#include "report/ink.hpp"
#include "report/place.hpp"
#include "report/record.hpp"

namespace replylint::report {

void explain_score(std::ostream& out, const Record& record, const Places& places,
                   const Painter& painter);

}  // namespace replylint::report
