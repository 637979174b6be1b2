// A draft as text that a test can compare.
#pragma once

#include <string>

#include "replylint/draft.hpp"

namespace replylint {

// "greeting{Hi Tom,}body{ ...}": the block zones in order, line breaks as "/".
inline std::string show_blocks(const Draft& draft) {
  std::string out;
  std::size_t end = 0;
  for (const Zone& zone : draft.zones) {
    if (zone.span.start < end) continue;
    out.append(zone_names.at(static_cast<std::size_t>(zone.kind))).append("{");
    for (const char c : draft.text.substr(zone.span.start, zone.span.size())) {
      out += c == '\n' ? '/' : c;
    }
    out += '}';
    end = zone.span.end;
  }
  return out;
}

inline std::string show_blocks(const std::string& text, Format format = Format::plain) {
  return show_blocks(read_draft(text, format));
}

// "link{www.example.com}placeholder{[Name]}": the zones inside others.
inline std::string show_inline(const Draft& draft) {
  std::string out;
  std::size_t end = 0;
  for (const Zone& zone : draft.zones) {
    if (zone.span.start >= end) {
      end = zone.span.end;
      continue;
    }
    out.append(zone_names.at(static_cast<std::size_t>(zone.kind))).append("{");
    out.append(draft.text, zone.span.start, zone.span.size()).append("}");
  }
  return out;
}

inline std::string show_inline(const std::string& text, Format format = Format::plain) {
  return show_inline(read_draft(text, format));
}

}  // namespace replylint
