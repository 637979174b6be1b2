// What the elements of HTML tell about their text: code, links, and whose words
// they are.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "draft/html_tree.hpp"
#include "draft/reading.hpp"

namespace replylint {

class HtmlZones {
 public:
  explicit HtmlZones(std::string_view html) : html_(html) {}

  // An element with this meaning has begun, …
  void opened(HtmlContainer container);

  // … this one has ended. `around`: the elements that it was in, outermost
  // first; `text`: all visible text so far.
  void closed(const OpenElement& element, std::vector<OpenElement>& around, std::string_view text);

  [[nodiscard]] std::vector<KnownZone> take_known() { return std::move(known_); }
  [[nodiscard]] std::vector<Link> take_links();

 private:
  void add_code(const OpenElement& around, Span span);
  void add_link(const OpenElement& element, Span span);
  void add_container(const OpenElement& element, std::vector<OpenElement>& around, Span span,
                     std::string_view text);
  void add_reply(const OpenElement& element, Span span, std::string_view text);
  void add_hint(ZoneKind kind, Span span, bool attribution = false);

  std::string_view html_;
  std::vector<KnownZone> known_;
  std::vector<Link> links_;
  std::size_t quotations_ = 0;  // open ones
};

}  // namespace replylint
