#include "draft/field_path.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

namespace replylint {

namespace {

// The text between brackets; nothing where they are not closed.
std::optional<std::string_view> in_brackets(std::string_view rest) {
  const std::size_t end = rest.find(']');
  if (end == std::string_view::npos) return std::nullopt;
  return rest.substr(1, end - 1);
}

}  // namespace

std::optional<FieldPath> FieldPath::parse(std::string_view text) {
  FieldPath path;
  path.text_ = text;
  bool key_may_follow = true;
  while (!text.empty()) {
    if (text.front() == '[') {
      const auto inside = in_brackets(text);
      if (!inside) return std::nullopt;
      text.remove_prefix(inside->size() + 2);
      const std::size_t equals = inside->find('=');
      std::size_t number = 0;
      const auto parsed = std::from_chars(inside->data(), inside->data() + inside->size(), number);
      if (inside->empty()) {
        path.steps_.emplace_back(Each{});
      } else if (equals != std::string_view::npos) {
        path.steps_.emplace_back(Filter{std::string(inside->substr(0, equals)),
                                        std::string(inside->substr(equals + 1))});
      } else if (parsed.ec == std::errc() && parsed.ptr == inside->data() + inside->size()) {
        path.steps_.emplace_back(Index{number});
      } else {
        return std::nullopt;
      }
      key_may_follow = false;
      continue;
    }
    if (text.front() == '.') {
      if (key_may_follow) return std::nullopt;  // two dots, or one at the start
      text.remove_prefix(1);
      key_may_follow = true;
      if (text.empty()) return std::nullopt;
      continue;
    }
    if (!key_may_follow) return std::nullopt;
    const std::size_t size = std::min(text.find_first_of(".["), text.size());
    path.steps_.emplace_back(Key{std::string(text.substr(0, size))});
    text.remove_prefix(size);
    key_may_follow = false;
  }
  if (path.steps_.empty()) return std::nullopt;
  return path;
}

// Walks over a tree; `found` says whether to go on.
struct FieldPath::Search {
  const FieldPath& path;
  std::function<bool(Hit&&)> found;
  bool missing_counts = false;
  bool stopped = false;
  std::vector<Passed> way{};
  std::vector<EncodingLayer> outer{};  // outermost first

  void report(const Value* value) {
    Encoding layers(outer.rbegin(), outer.rend());
    stopped = !found({value, way, std::move(layers)});
  }

  void walk(const Value& value, std::size_t step) {
    if (stopped) return;
    if (step == path.steps_.size()) {
      report(&value);
      return;
    }
    if (value.inner) {
      outer.push_back(value.layer);
      walk(*value.inner, step);
      outer.pop_back();
      return;
    }
    way.push_back({&value, step});
    enter(value, step);
    way.pop_back();
  }

  void missing() {
    if (missing_counts) report(nullptr);
  }

  void enter(const Value& value, std::size_t step) {
    if (std::holds_alternative<Key>(path.steps_[step])) {
      enter_key(value, step);
    } else if (const auto* index = std::get_if<Index>(&path.steps_[step])) {
      const bool there = value.kind == Value::Kind::list && index->number < value.items.size();
      there ? walk(value.items[index->number], step + 1) : missing();
    } else if (value.kind != Value::Kind::list && value.kind != Value::Kind::map) {
      missing();
    } else {
      const auto* filter = std::get_if<Filter>(&path.steps_[step]);
      for (const Value& item : value.items) {
        if (filter == nullptr || passes(item, *filter)) walk(item, step + 1);
      }
    }
  }

  static bool passes(const Value& item, const Filter& filter) {
    const Value* value = item.find(filter.key);
    return value != nullptr && value->text.text == filter.text;
  }

  void enter_key(const Value& value, std::size_t step) {
    if (value.kind == Value::Kind::list && step == 0) {
      for (const Value& item : value.items) walk(item, 0);
      return;
    }
    // The longest key first: one may hold dots itself.
    std::size_t last = step;
    while (last + 1 < path.steps_.size() && std::holds_alternative<Key>(path.steps_[last + 1])) {
      ++last;
    }
    for (std::size_t end = last + 1; end > step; --end) {
      std::string name;
      for (std::size_t k = step; k < end; ++k) {
        name.append(k == step ? "" : ".").append(std::get<Key>(path.steps_[k]).name);
      }
      if (const Value* item = value.find(name)) {
        walk(*item, end);
        return;
      }
    }
    missing();
  }
};

std::vector<FieldPath::Hit> FieldPath::find_all(const Value& root) const {
  std::vector<Hit> hits;
  Search search{*this,
                [&hits](Hit&& hit) {
                  hits.push_back(std::move(hit));
                  return true;
                },
                true};
  search.walk(root, 0);
  return hits;
}

const Value* FieldPath::find_from(const Value& start, std::size_t step) const {
  const Value* first = nullptr;
  Search search{*this, [&first](Hit&& hit) {
                  first = hit.value;
                  return false;
                }};
  search.walk(start, step);
  return first;
}

const Value* FieldPath::find_first(const Value& root) const { return find_from(root, 0); }

const Value* FieldPath::find_beside(const Hit& hit, const FieldPath& other, Known& known) const {
  std::size_t shared = 0;
  while (shared < steps_.size() && shared < other.steps_.size() &&
         steps_[shared] == other.steps_[shared]) {
    ++shared;
  }
  // From a list or over a list the first item would be found, not this one.
  bool shared_tried = false;
  for (auto passed = hit.way.rbegin(); passed != hit.way.rend(); ++passed) {
    if (passed->value->kind == Value::Kind::list) continue;
    if (!shared_tried && passed->steps <= shared) {
      shared_tried = true;
      if (const Value* value = find_from(*passed->value, passed->steps)) return value;
    }
    if (passed->steps == 0 && shared > 0) continue;
    const auto [place, added] = known.try_emplace(passed->value, nullptr);
    if (added) place->second = find_from(*passed->value, 0);
    if (place->second != nullptr) return place->second;
  }
  return nullptr;
}

}  // namespace replylint
