// osTicket, YAML: canned responses with title and response, mail templates with subject and body.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& osticket() {
  static const Product product{
      .name = "osticket",
      .shapes = {{{path("title"), path("response")}}, {{path("subject"), path("body")}}},
      .replies = {{{path("response"), Format::html}, {path("body"), Format::html}}},
      .titles = {path("title"), path("name"), path("subject"), path("id")},
      .sign = "%{"};
  return product;
}

}  // namespace replylint::helpdesk
