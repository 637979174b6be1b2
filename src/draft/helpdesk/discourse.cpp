// Discourse canned replies: {"title": "…", "content": "…", "usages": 3}, for a public forum.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& discourse() {
  static const Product product{.name = "discourse",
                               .shapes = {{{path("title"), path("content"), path("usages")}, true},
                                          {{path("title"), path("content")}}},
                               .replies = {{{path("content"), Format::markdown}}},
                               .titles = {path("title"), path("id")},
                               .channel = Channel::unknown,
                               .sign = "%{"};
  return product;
}

}  // namespace replylint::helpdesk
