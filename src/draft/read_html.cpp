#include "draft/ascii.hpp"
#include "draft/html_text.hpp"
#include "draft/reading.hpp"

namespace replylint {

Reading read_html(std::string_view bytes) {
  Reading reading;
  strip_html(with_plain_line_ends(decode_source(bytes, reading.warnings)), reading);
  return reading;
}

bool looks_like_html(std::string_view bytes) {
  const std::string_view top = ascii::trim(bytes);
  return top.starts_with('<') && top.find("</") != std::string_view::npos;
}

}  // namespace replylint
