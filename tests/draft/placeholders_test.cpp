// Placeholders: which text is one, what it names, and what products know.
#include "draft/placeholders.hpp"

#include "catch.hpp"
#include "draft/profiles.hpp"
#include "show.hpp"

namespace replylint {
namespace {

using Style = PlaceholderStyle;

struct Row {
  std::string_view token;
  Style style;
  std::string_view name;
  std::string_view fallback = "(none)";
};

}  // namespace

TEST_CASE("each style is taken apart") {
  const std::vector<Row> rows{
      {"{{ticket.id}}", Style::double_braces, "ticket.id"},
      {"{{ contact.first_name || 'there'}}", Style::double_braces, "contact.first_name", "there"},
      {"{{user.name|fallback:\"there\"}}", Style::double_braces, "user.name", "there"},
      {"{{ ticket.created_at | date: \"%d\" }}", Style::double_braces, "ticket.created_at"},
      {"{{ x | default: 'you' }}", Style::double_braces, "x", "you"},
      {"{%customer.firstName,fallback=there%}", Style::tag, "customer.firstName", "there"},
      {"{% if a %}", Style::tag, "if"},
      {"%{reply_to_name,fallback:there}", Style::percent_braces, "reply_to_name", "there"},
      {"#{ticket.customer.firstname}", Style::hash_braces, "ticket.customer.firstname"},
      {"${customer.name}", Style::dollar_braces, "customer.name"},
      {"<attribute key=\"user.name\" default=\"there\"/>", Style::attribute, "user.name", "there"},
      {"<attribute key=\"user.name\"/>", Style::attribute, "user.name"},
      {"{name}", Style::braces, "name"},
      {"{Option A/Option B}", Style::by_hand, ""},
      {"{$Ticket->Subject}", Style::by_hand, ""},
      {"[Name]", Style::by_hand, ""},
      {"<<Name>>", Style::by_hand, ""},
      {"%NAME%", Style::by_hand, ""},
      {"$SITEURL$", Style::by_hand, ""},
      {"$listname", Style::by_hand, ""},
      {"[$Partner_name]", Style::by_hand, ""},
      {"XX/XX/XXXX", Style::by_hand, ""},
  };
  for (const Row& row : rows) {
    INFO(row.token);
    CHECK(placeholder_at(row.token, 0) == row.token.size());
    const Placeholder found = describe_placeholder(row.token);
    CHECK(found.style == row.style);
    CHECK(found.closed);
    if (row.style != Style::by_hand) CHECK(found.name == row.name);
    CHECK(fallback_of(found).value_or("(none)") == row.fallback);
  }
  CHECK_FALSE(describe_placeholder("{{name}").closed);
}

TEST_CASE("what looks like one and is none") {
  for (const std::string_view text :
       {"$20", "$5$", "50% off", "{1,2,3}", "[2]", "[Enter]", "<b>", "a%b", "$x$", "{ }", "XXL",
        "$USD", "[[ https://example.com | here ]]"}) {
    INFO(text);
    CHECK(placeholder_at(text, 0) == 0);
  }
}

TEST_CASE("a greeting with a placeholder is a greeting with a name, in every style") {
  for (const std::string name :
       {"{{ticket.requester.first_name}}", "{{ contact.first_name || 'there'}}",
        "{{user.name|fallback:\"there\"}}", "{%customer.firstName,fallback=there%}",
        "%{ticket.name.first}", "#{ticket.customer.firstname}", "${customer.name}", "{name}",
        "<attribute key=\"user.name\" default=\"there\"/>", "[Name]", "<<Name>>", "%name%", "XXXX",
        "$name", "{Mr/Ms}"}) {
    const std::string text = "Hi " + name + ",\n\nIt ships today.\n\nBest,\n" + name + "\n";
    INFO(text);
    CHECK(show_blocks(text) ==
          "greeting{Hi " + name + ",//}body{It ships today.//}closing{Best,/" + name + "/}");
    CHECK(show_inline(text) == "placeholder{" + name + "}placeholder{" + name + "}");
  }
}

TEST_CASE("a product knows its names and the nearest to others") {
  const Profile* zendesk = find_profile("zendesk");
  REQUIRE(zendesk != nullptr);
  CHECK(knows(*zendesk, "ticket.requester.first_name"));
  CHECK(knows(*zendesk, "ticket.ticket_field_4711"));
  CHECK_FALSE(knows(*zendesk, "ticket.ticket_field_"));
  CHECK_FALSE(knows(*zendesk, "user.fist_name"));
  CHECK(nearest_name(*zendesk, "user.fist_name").name == "current_user.first_name");
  CHECK_FALSE(nearest_name(*zendesk, "user.fist_name").near);
  CHECK(nearest_name(*zendesk, "ticket.requester.fist_name").name == "ticket.requester.first_name");
  CHECK(nearest_name(*zendesk, "ticket.requester.fist_name").near);
  // One letter makes another short name.
  CHECK_FALSE(nearest_name(*zendesk, "ticket.ip").near);
}

TEST_CASE("every product has a name, a style and names that differ") {
  CHECK(find_profile("nobody") == nullptr);
  for (const std::string_view name : profile_names()) {
    INFO(name);
    const Profile* profile = find_profile(name);
    REQUIRE(profile != nullptr);
    CHECK_FALSE(profile->title.empty());
    CHECK_FALSE(profile->styles.empty());
    for (const std::string_view empty : profile->may_be_empty) CHECK(knows(*profile, empty));
  }
}

}  // namespace replylint
