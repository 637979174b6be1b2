// Zendesk macros: {"title": "…", "actions": [{"field": "comment_value_html", "value": "<p>…"}]}.
#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

const Product& zendesk() {
  static const Product product{
      .name = "zendesk",
      .shapes = {{{path("actions[].field"), path("actions[].value")}, true}},
      .replies = {{{path("actions[field=comment_value_html].value"), Format::html},
                   {path("actions[field=comment_value_html].value[1]"), Format::html, {}, true},
                   {path("actions[field=comment_value].value"), Format::plain},
                   {path("actions[field=comment_value].value[1]"), Format::plain, {}, true}}},
      .titles = {path("title"), path("id")},
      .sign = "{{",
      .internal = {{path("actions[field=comment_mode_is_public].value"), "false"},
                   {path("actions[field=comment_mode_is_public].value[0]"), "false"}}};
  return product;
}

}  // namespace replylint::helpdesk
