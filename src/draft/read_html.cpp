#include <algorithm>
#include <string>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/html_elements.hpp"
#include "draft/html_text.hpp"
#include "draft/html_tokens.hpp"
#include "draft/reading.hpp"

namespace replylint {

namespace {

// The charset that a <meta> in the first kilobyte names; empty for none.
std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t looked_at = 1024;
  constexpr std::string_view key = "charset=";
  const std::string top = ascii::to_lower(bytes.substr(0, looked_at));
  for (std::size_t tag = top.find("<meta"); tag != std::string::npos;
       tag = top.find("<meta", tag + 1)) {
    const std::string_view inner = std::string_view(top).substr(tag, top.find('>', tag) - tag);
    std::size_t at = inner.find(key);
    if (at == std::string_view::npos) continue;
    at = inner.find_first_not_of("\"' ", at + key.size());
    if (at == std::string_view::npos) continue;
    const std::size_t end = std::min(inner.find_first_of("\"' ;/", at), inner.size());
    return std::string(inner.substr(at, end - at));
  }
  return {};
}

MappedText decode(std::string_view bytes, std::vector<ReadWarning>& warnings) {
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                      bytes.starts_with("\xEF\xBB\xBF");
  const std::string charset = marked ? std::string() : declared_charset(bytes);
  // A <meta> that can be read as ASCII is not in UTF-16, whatever it says.
  if (charset.empty() || charset == "utf-8" || charset == "utf8" || charset.starts_with("utf-16")) {
    return decode_source(bytes, warnings);
  }
  std::optional<text::Decoded> decoded = text::decode_charset(bytes, charset);
  if (!decoded) {
    warnings.push_back({"unknown charset in a <meta>; read as UTF-8", 0});
    return decode_source(bytes, warnings);
  }
  if (decoded->replaced > 0) {
    warnings.push_back(replaced_warning(decoded->replaced, charset, decoded->first_replaced));
  }
  const OffsetMap map = map_of(*decoded);
  return {std::move(decoded->text), map};
}

}  // namespace

Reading read_html(std::string_view bytes) {
  Reading reading;
  strip_html(with_plain_line_ends(decode(bytes, reading.warnings)), reading);
  return reading;
}

bool looks_like_html(std::string_view bytes) {
  constexpr std::size_t looked_at = 4096;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string lower = ascii::to_lower(bytes.substr(0, looked_at));
  const std::string_view top = ascii::trim(std::string_view(lower));
  if (top.starts_with("<!doctype html")) return true;
  if (top.starts_with('<')) {
    const HtmlElement* const element = html_element(html_tag_name(top));
    if (element == nullptr) return false;
    const bool has_end = top.find("</") != std::string_view::npos;
    return has_end || element->name == "br" || element->name == "meta";
  }
  if (top.find("\n\n") != std::string_view::npos || top.find("\n\r\n") != std::string_view::npos ||
      top.find('`') != std::string_view::npos) {
    return false;
  }
  int line_ends = 0;
  for (const std::string_view tag : {"<br>", "<br/>", "<br />", "</p>", "</div>", "</li>"}) {
    for (std::size_t at = top.find(tag); at != std::string_view::npos; at = top.find(tag, at + 1)) {
      ++line_ends;
    }
  }
  return line_ends > 1;
}

}  // namespace replylint
