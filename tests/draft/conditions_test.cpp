// A template's conditions: how its customers may get it, and what is wrong with
// its tags.
#include "draft/conditions.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "draft/condition_tree.hpp"

namespace replylint {
namespace {

std::vector<std::string> texts(std::string_view text, const SampleValues& sample = {}) {
  std::vector<std::string> all;
  for (const MappedText& made : render(text, sample).texts) all.push_back(made.text);
  return all;
}

using Texts = std::vector<std::string>;

std::string faults(std::string_view text) {
  std::string all;
  for (const ConditionFault& fault : find_condition_faults(text)) {
    constexpr std::array<std::string_view, 3> names{"unclosed", "unopened", "empty"};
    all.append(all.empty() ? "" : " ").append(names.at(static_cast<std::size_t>(fault.kind)));
    all.append("@").append(std::to_string(fault.tag.start));
  }
  return all;
}

}  // namespace

TEST_CASE("a text without tags is not rendered") {
  CHECK(texts("Hi {{name}}, it is 50% {off}.").empty());
  CHECK(texts("Hi {%customer.firstName,fallback=there%}.").empty());
}

TEST_CASE("each branch stands in one text") {
  CHECK(texts("a{% if x %}b{% endif %}c") == Texts{"abc", "ac"});
  CHECK(texts("{% if x %}a{% else %}b{% endif %}") == Texts{"a", "b"});
  CHECK(texts("{% if x %}a{% elsif y %}b{% else %}c{% endif %}") == Texts{"a", "b", "c"});
  CHECK(texts("{% unless x %}a{% endunless %}") == Texts{"a", ""});
  CHECK(texts("{% case x %} {% when 1 %}a{% when 2 %}b{% else %}c{% endcase %}") ==
        Texts{"a", "b", "c"});
}

TEST_CASE("conditions beside each other do not multiply") {
  const std::string choice = "{% if x %}a{% else %}b{% endif %}";
  std::string many;
  for (int i = 0; i < 30; ++i) many += choice;
  CHECK(texts(many).size() == 2);
  CHECK(texts("{% if x %}a{% else %}b{% endif %}{% case y %}{% when 1 %}1{% when 2 %}2{% else %}3"
              "{% endcase %}") == Texts{"a1", "b2", "a3"});
}

TEST_CASE("conditions within each other add up") {
  CHECK(texts("{% if x %}a{% if y %}b{% else %}c{% endif %}{% else %}d{% endif %}") ==
        Texts{"ab", "ac", "d"});
  std::string deep = "z";
  for (int i = 0; i < 40; ++i) deep = "{% if x %}" + deep + "{% else %}e{% endif %}";
  CHECK(texts(deep).size() == 41);
}

TEST_CASE("what is too much is cut and said") {
  std::string wide = "{% case x %}";
  for (int i = 0; i < 1000; ++i) wide += "{% when " + std::to_string(i) + " %}a";
  const Rendering rendering = render(wide + "{% endcase %}", {});
  CHECK(rendering.texts.size() == most_variants);
  CHECK(rendering.cut);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "{% if x %}";
  CHECK(render(deep, {}).texts.size() <= most_variants);
}

TEST_CASE("tags take their line with them, and blanks by a dash") {
  CHECK(texts("Hi,\n{% if x %}\nNew.\n{% endif %}\nBye.\n") ==
        Texts{"Hi,\nNew.\nBye.\n", "Hi,\nBye.\n"});
  CHECK(texts("a {%- if x -%} b {%- endif -%} c") == Texts{"abc", "ac"});
}

TEST_CASE("comments and loops") {
  CHECK(texts("a{% comment %}b{% endcomment %}c") == Texts{"ac"});
  const std::string note(2000, 'x');
  CHECK(texts("a{% comment %}" + note + "{% if %}{% endcomment %}c") == Texts{"ac"});
  CHECK(texts("{% for i in all %}a{% endfor %}") == Texts{"a"});
  CHECK(texts("{% for i in all %}a{% else %}b{% endfor %}") == Texts{"a", "b"});
  CHECK(texts("{% assign x = 1 %}a") == Texts{"a"});
}

TEST_CASE("what a sample says is put in") {
  const SampleValues sample{{"user.name", "Ana"}, {"vip", "true"}, {"plan", "pro"}, {"none", ""}};
  CHECK(texts("Hi {{ user.name }}, {{other}}.", sample) == Texts{"Hi Ana, {{other}}."});
  CHECK(texts("Hi {{ none | default: 'there' }}.", sample) == Texts{"Hi there."});
  CHECK(texts("Hi {%missing,fallback=there%}.", sample) == Texts{"Hi there."});
  CHECK(texts("Hi [Name].", {{"user.name", "Ana"}}).empty());
  CHECK(texts("{% if vip %}a{% else %}b{% endif %}", sample) == Texts{"a"});
  CHECK(texts("{% unless vip %}a{% endunless %}c", sample) == Texts{"c"});
  CHECK(texts("{% if plan == 'pro' %}a{% else %}b{% endif %}", sample) == Texts{"a"});
  CHECK(texts("{% if plan != \"pro\" %}a{% else %}b{% endif %}", sample) == Texts{"b"});
  CHECK(texts("{% case plan %}{% when 'a', 'pro' %}a{% else %}b{% endcase %}", sample) ==
        Texts{"a"});
  // What it does not tell stays open.
  CHECK(texts("{% if unknown %}a{% else %}b{% endif %}", sample) == Texts{"a", "b"});
  CHECK(texts("{% if vip and plan %}a{% else %}b{% endif %}", sample) == Texts{"a", "b"});
}

TEST_CASE("maps lead back to the template") {
  const std::string text = "Hi {{name}}!{% if x %} New.{% endif %}";
  const Rendering rendering = render(text, {{"name", "Ana"}});
  REQUIRE(rendering.texts.size() == 2);
  const MappedText& first = rendering.texts[0];
  CHECK(first.text == "Hi Ana! New.");
  CHECK(first.map.to_source({3, 6}) == Span{3, 11});
  CHECK(first.map.to_source({8, 11}) == Span{text.find("New"), text.find("New") + 3});
}

TEST_CASE("tags that do not belong together") {
  CHECK(faults("{% if x %}a{% endif %}").empty());
  CHECK(faults("{% if x %}a") == "unclosed@0");
  CHECK(faults("a{% endif %}") == "unopened@1");
  CHECK(faults("a{% else %}b") == "unopened@1");
  CHECK(faults("{% if x %}a{% endunless %}{% endif %}") == "unopened@11");
  CHECK(faults("{% if x %} {% else %}a{% endif %}") == "empty@0");
  CHECK(faults("{% if x %}a{% else %}{% endif %}") == "empty@11");
  CHECK(faults("{% if x %}{% comment %}c{% endcomment %}{% endif %}").size() > 0);
  CHECK(faults("{% raw %}a{% endraw %}{% assign y = 2 %}").empty());
}

}  // namespace replylint
