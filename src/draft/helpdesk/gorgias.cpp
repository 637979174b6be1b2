// Gorgias macros: {"name": "…", "actions": [{"name": "setResponseText", "arguments": {…}}]}.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& gorgias() {
  static const Product product{
      .name = "gorgias",
      .shapes = {{{path("actions[].name"), path("actions[].arguments")}, true}},
      .replies = {{{path("actions[name=setResponseText].arguments.body_html"), Format::html},
                   {path("actions[name=setResponseText].arguments.body_text"), Format::plain}}},
      .titles = {path("name"), path("id")},
      .sign = "{{"};
  return product;
}

}  // namespace replylint::helpdesk
