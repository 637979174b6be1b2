#include "draft/html_tree.hpp"

#include <algorithm>
#include <utility>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

bool is_special(const OpenElement& open) {
  return open.element != nullptr && open.element->is(HtmlElement::special);
}

bool is_scope(const OpenElement& open) {
  return open.element != nullptr && open.element->is(HtmlElement::scope);
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// Elements whose end tag is often left out.
bool may_stay_open(const HtmlElement* element) {
  if (element == nullptr) return true;
  const std::string_view name = element->name;
  return element->is(HtmlElement::table_part) || name == "p" || name == "li" || name == "dd" ||
         name == "dt" || name == "option";
}

OpenElement of_name(std::string_view name) {
  OpenElement open;
  open.element = html_element(name);
  open.name = open.element->name;
  open.display = open.element->display;
  return open;
}

}  // namespace

OpenElements::OpenElements(std::function<void(OpenElement&)> closed) : closed_(std::move(closed)) {
  open_.push_back(of_name("body"));
}

// The innermost open element that `is`, unless one that `stops` lies around it
// or is met before; nowhere for none.
template <typename Is, typename Stops>
std::size_t OpenElements::find(Is is, Stops stops) const {
  for (std::size_t i = open_.size(); i-- > 1;) {
    if (is(open_[i])) return i;
    if (stops(open_[i])) break;
  }
  return nowhere;
}

std::size_t OpenElements::find_in_scope(std::string_view name) const {
  return find([&](const OpenElement& open) { return open.name == name; }, is_scope);
}

bool OpenElements::make_room(const HtmlElement* element) {
  if (element == nullptr) return true;
  const std::string_view name = element->name;
  const auto is_table = [](const OpenElement& open) { return open.name == "table"; };
  if (element->is(HtmlElement::table_part)) return make_room_in_table(name);
  if (element->is(HtmlElement::ends_p)) {
    close_from(
        find([](const OpenElement& open) { return open.name == "p"; },
             [](const OpenElement& open) { return is_scope(open) || open.name == "button"; }));
  }
  if (is_heading(name)) {
    if (is_heading(top().name)) close_from(open_.size() - 1);
  } else if (name == "li") {
    make_room_for_item("li", "li");
  } else if (name == "dd" || name == "dt") {
    make_room_for_item("dd", "dt");
  } else if (name == "option" || name == "optgroup") {
    if (top().name == "option") close_from(open_.size() - 1);
  } else if (name == "a") {
    close_formatting("a");
  } else if (name == "button") {
    close_from(find_in_scope("button"));
  } else if (name == "table") {
    // A table in no cell of the table around it ends that.
    close_from(find(is_table, is_scope));
  }
  return true;
}

void OpenElements::make_room_for_item(std::string_view name, std::string_view other) {
  close_from(find([&](const OpenElement& open) { return open.name == name || open.name == other; },
                  [](const OpenElement& open) {
                    return is_special(open) && open.name != "address" && open.name != "div" &&
                           open.name != "p";
                  }));
}

bool OpenElements::make_room_in_table(std::string_view name) {
  const auto never = [](const OpenElement&) { return false; };
  const auto is_table = [](const OpenElement& open) {
    return open.name == "table" || open.name == "template";
  };
  const std::size_t table = find(is_table, never);
  if (table == nowhere) return false;
  if (name == "col") return true;
  const bool cell = name == "td" || name == "th";
  const auto keeps = [&](const OpenElement& open) {
    const bool group = open.name == "tbody" || open.name == "thead" || open.name == "tfoot";
    return is_table(open) || (group && (cell || name == "tr")) || (cell && open.name == "tr");
  };
  close_from(find(keeps, never) + 1);
  if (cell && top().name != "tr") {
    OpenElement row = of_name("tr");
    row.inherited = top().inherited;
    push(row);
  }
  return true;
}

bool OpenElements::push(OpenElement element) {
  if (open_.size() >= deepest) {
    if (!may_stay_open(element.element)) ++too_deep_;
    return false;
  }
  open_.push_back(element);
  return true;
}

bool OpenElements::close(std::string_view name) {
  const HtmlElement* const element = html_element(name);
  if (too_deep_ > 0 && !may_stay_open(element)) {
    --too_deep_;
    return true;
  }
  if (element == nullptr || !element->is(HtmlElement::special)) {
    if (element != nullptr && element->is(HtmlElement::formatting)) return close_formatting(name);
    return close_from(
        find([&](const OpenElement& open) { return ascii::equals_ignoring_case(open.name, name); },
             is_special));
  }
  if (element->is(HtmlElement::table_part) || name == "table" || name == "template") {
    return close_from(find(
        [&](const OpenElement& open) { return open.name == name; },
        [](const OpenElement& open) { return open.name == "table" || open.name == "template"; }));
  }
  if (is_heading(name)) {
    return close_from(
        find([](const OpenElement& open) { return is_heading(open.name); }, is_scope));
  }
  if (name == "li") {
    return close_from(find([](const OpenElement& open) { return open.name == "li"; },
                           [](const OpenElement& open) {
                             return is_scope(open) || open.name == "ol" || open.name == "ul";
                           }));
  }
  return close_from(find_in_scope(name));
}

// An end tag that comes too early for a block inside ends only the formatting.
bool OpenElements::close_formatting(std::string_view name) {
  const std::size_t index = find_in_scope(name);
  if (index == nowhere) return false;
  const auto inner = open_.begin() + static_cast<std::ptrdiff_t>(index);
  if (std::none_of(inner, open_.end(), is_special)) return close_from(index);
  OpenElement formatting = *inner;
  open_.erase(inner);
  closed_(formatting);
  return true;
}

// Ends the element at `index` and all inside it.
bool OpenElements::close_from(std::size_t index) {
  if (index == nowhere) return false;
  while (open_.size() > index) {
    OpenElement last = open_.back();
    open_.pop_back();
    closed_(last);
  }
  return true;
}

void OpenElements::close_all() {
  too_deep_ = 0;
  close_from(0);
}

}  // namespace replylint
