// Front message templates: {"id": "rsp_1", "name": "…", "subject": "…", "body": "<p>…"}.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& front() {
  static const Product product{
      .name = "front",
      .shapes = {{{path("name"), path("body"), path("is_available_for_all_inboxes")}, true},
                 {{path("name"), path("body"), path("_links")}, true},
                 {{path("name"), path("subject"), path("body")}}},
      .replies = {{{path("body"), Format::html}}},
      .titles = {path("name"), path("id")},
      .sign = "{{"};
  return product;
}

}  // namespace replylint::helpdesk
