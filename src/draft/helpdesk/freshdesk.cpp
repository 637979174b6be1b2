// Freshdesk canned responses: {"title": "…", "content": "…", "content_html": "<div>…", "folder_id":
// 1}.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& freshdesk() {
  static const Product product{
      .name = "freshdesk",
      .shapes = {{{path("title"), path("content_html")}, true},
                 {{path("title"), path("content"), path("folder_id")}, true}},
      .replies = {{{path("content_html"), Format::html}, {path("content"), Format::plain}}},
      .titles = {path("title"), path("id")},
      .sign = "{{"};
  return product;
}

}  // namespace replylint::helpdesk
