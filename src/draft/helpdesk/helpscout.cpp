// Saved replies of Help Scout and FreeScout: {"name": "…", "text": "<p>…", "chatText": "…"}.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& helpscout() {
  static const Product product{
      .name = "helpscout",
      .shapes = {{{path("name"), path("chatText")}, true}, {{path("name"), path("text")}}},
      .replies = {{{path("text"), Format::html}},
                  {{path("chatText"), Format::plain, Channel::chat}}},
      .titles = {path("name"), path("id")},
      .sign = "{%"};
  return product;
}

}  // namespace replylint::helpdesk
