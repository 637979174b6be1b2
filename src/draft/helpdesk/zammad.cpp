// Zammad text modules, CSV or JSON: name, content, keywords.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& zammad() {
  static const Product product{.name = "zammad",
                               .shapes = {{{path("name"), path("content"), path("keywords")}, true},
                                          {{path("name"), path("content")}}},
                               .replies = {{{path("content"), Format::html}}},
                               .titles = {path("name"), path("id")},
                               .sign = "#{"};
  return product;
}

}  // namespace replylint::helpdesk
