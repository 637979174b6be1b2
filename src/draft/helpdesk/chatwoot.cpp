// Chatwoot canned responses: {"short_code": "…", "content": "…"}, for mail and chat alike.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& chatwoot() {
  static const Product product{.name = "chatwoot",
                               .shapes = {{{path("short_code"), path("content")}, true}},
                               .replies = {{{path("content"), Format::markdown}}},
                               .titles = {path("short_code"), path("id")},
                               .channel = Channel::unknown,
                               .sign = "{{"};
  return product;
}

}  // namespace replylint::helpdesk
