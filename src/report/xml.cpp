#include "report/xml.hpp"

#include "report/printable.hpp"

namespace replylint::report {

std::string xml(std::string_view utf8) {
  std::string out;
  for (const char c : printable(utf8)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&apos;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace replylint::report
