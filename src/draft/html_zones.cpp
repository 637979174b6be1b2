#include "draft/html_zones.hpp"

#include <algorithm>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/mail_headers.hpp"

namespace replylint {

namespace {

// Tells the container of a reply where the first quotation in it begins.
void tell_reply(std::vector<OpenElement>& around, std::size_t start) {
  const auto container = std::find_if(
      around.rbegin(), around.rend(),
      [](const OpenElement& element) { return element.container != HtmlContainer::none; });
  if (container == around.rend() || container->container != HtmlContainer::reply) return;
  container->first_quotation = std::min(container->first_quotation, start);
}

}  // namespace

void HtmlZones::opened(HtmlContainer container) {
  if (container == HtmlContainer::quotation) ++quotations_;
}

void HtmlZones::closed(const OpenElement& element, std::vector<OpenElement>& around,
                       std::string_view text) {
  const std::size_t end = text.size();
  // Something visible of it stands in the text.
  const bool seen = element.start != nowhere;
  const Span span{seen ? element.start : end, end};
  if (seen && element.code) add_code(around.empty() ? element : around.back(), span);
  if (!element.href.empty()) add_link(element, span);
  if (seen) add_container(element, around, span, text);
  if (element.container == HtmlContainer::quotation) --quotations_;
  if (element.rest_start != nowhere) add_hint(ZoneKind::quoted, {element.rest_start, end});
}

// Links within links are none, so that they end in the order of the text, but
// for those that ill-formed HTML tears open.
std::vector<Link> HtmlZones::take_links() {
  std::stable_sort(links_.begin(), links_.end(),
                   [](const Link& a, const Link& b) { return a.text.start < b.text.start; });
  return std::move(links_);
}

void HtmlZones::add_code(const OpenElement& around, Span span) {
  // Code on lines of its own: <pre><code>.
  const bool block = around.element != nullptr && around.element->is(HtmlElement::preformatted);
  known_.push_back({ZoneKind::code, span, 1, !block});
}

void HtmlZones::add_link(const OpenElement& element, Span span) {
  const auto at = static_cast<std::size_t>(element.href.data() - html_.data());
  links_.push_back({span, attribute_text(element.href), {at, at + element.href.size()}});
}

void HtmlZones::add_container(const OpenElement& element, std::vector<OpenElement>& around,
                              Span span, std::string_view text) {
  switch (element.container) {
    case HtmlContainer::none:
    case HtmlContainer::rest:
      break;
    case HtmlContainer::quotation:
      if (quotations_ > deepest_quotation) break;
      known_.push_back({ZoneKind::quoted, span, quotations_, false});
      tell_reply(around, span.start);
      break;
    case HtmlContainer::attribution:
      add_hint(ZoneKind::quoted, span, true);
      break;
    case HtmlContainer::reply:
      add_reply(element, span, text);
      break;
    case HtmlContainer::forwarded:
      known_.push_back({ZoneKind::forwarded, span, 1, false});
      break;
    case HtmlContainer::signature:
      add_hint(ZoneKind::signature, span);
      break;
  }
}

// A reply without a quotation element is a quotation as a whole, and so is a
// forwarded message; else what follows the quotation is an answer to it.
void HtmlZones::add_reply(const OpenElement& element, Span span, std::string_view text) {
  constexpr std::size_t looked_at = 200;
  const std::string_view top = text.substr(span.start, looked_at);
  if (separator_kind(ascii::trim(top.substr(0, top.find('\n')))) == ZoneKind::forwarded) {
    known_.push_back({ZoneKind::forwarded, span, 1, false});
  } else if (element.first_quotation == nowhere) {
    add_hint(ZoneKind::quoted, span);
  } else {
    add_hint(ZoneKind::quoted, {span.start, element.first_quotation}, true);
  }
}

void HtmlZones::add_hint(ZoneKind kind, Span span, bool attribution) {
  if (!span.empty()) known_.push_back({kind, span, 0, false, true, attribution});
}

}  // namespace replylint
