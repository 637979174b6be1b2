// Intercom macros: {"type": "macro", "name": "…", "body": "<p>…", "body_text": "…"}. They are
// sent by mail and by chat.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& intercom() {
  static const Product product{
      .name = "intercom",
      .shapes = {{{path("name"), path("body_text")}, true},
                 {{path("name"), path("body"), path("available_on")}, true},
                 {{path("name"), path("body"), path("visible_to")}, true}},
      .replies = {{{path("body"), Format::html}, {path("body_text"), Format::plain}}},
      .titles = {path("name"), path("id")},
      .channel = Channel::unknown,
      .sign = "<attribute "};
  return product;
}

}  // namespace replylint::helpdesk
