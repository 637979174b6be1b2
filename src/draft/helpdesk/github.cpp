// .github/replies.yml: replies: [{name: …, body: …}], for issues and pull requests.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& github() {
  static const Product product{.name = "github",
                               .shapes = {{{path("name"), path("body")}}},
                               .replies = {{{path("body"), Format::markdown}}},
                               .titles = {path("name")},
                               .channel = Channel::unknown,
                               .container = "replies"};
  return product;
}

}  // namespace replylint::helpdesk
