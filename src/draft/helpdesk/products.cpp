#include <algorithm>
#include <array>
#include <cassert>

#include "draft/helpdesk/product.hpp"

namespace replylint::helpdesk {

namespace {

constexpr int deepest_container = 3;

bool has_shape(const Value& record, const Shape& shape) {
  return std::all_of(shape.fields.begin(), shape.fields.end(),
                     [&](const FieldPath& field) { return field.find_first(record) != nullptr; });
}

enum class Match { none, likely, sure };

Match match(const Value& value, const Product& product) {
  Match best = Match::none;
  if (value.kind != Value::Kind::map) return best;
  for (const Shape& shape : product.shapes) {
    if (has_shape(value, shape)) best = std::max(best, shape.sure ? Match::sure : Match::likely);
  }
  return best;
}

class Collector {
 public:
  explicit Collector(const Product& product) : product_(product) { found_.product = &product; }

  Records collect(const Value& root) {
    enter(root, 0, product_.container.empty());
    found_.sure = best_ == Match::sure;
    if (found_.records.empty()) found_.product = nullptr;
    return std::move(found_);
  }

 private:
  // `here`: the records may stand here already.
  void enter(const Value& value, int depth, bool here) {
    if (here && add(value)) return;
    if (depth == deepest_container) return;
    if (value.kind == Value::Kind::list && here) {
      const std::size_t before = found_.records.size();
      std::vector<const Value*> others;
      for (const Value& item : value.items) {
        if (!add(item)) others.push_back(&item);
      }
      if (found_.records.size() > before) {
        found_.strays.insert(found_.strays.end(), others.begin(), others.end());
        return;
      }
    }
    for (const Value& item : value.items) {
      enter(item, depth + 1, product_.container.empty() || item.key == product_.container);
    }
  }

  bool add(const Value& value) {
    const Match found = match(value, product_);
    best_ = std::max(best_, found);
    if (found != Match::none) found_.records.push_back(&value);
    return found != Match::none;
  }

  const Product& product_;
  Records found_;
  Match best_ = Match::none;
};

}  // namespace

std::span<const Product* const> products() {
  static const std::array<const Product*, 11> all{
      &zendesk(),  &gorgias(), &freshdesk(), &intercom(),  &helpscout(), &front(),
      &chatwoot(), &zammad(),  &osticket(),  &discourse(), &github()};
  return all;
}

const Product* find_product(std::string_view name) {
  const auto all = products();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [name](const Product* product) { return product->name == name; });
  return found == all.end() ? nullptr : *found;
}

Records find_records(const Value& root, const Product& product) {
  return Collector(product).collect(root);
}

Records find_records(const Value& root) {
  Records likely;
  for (const Product* product : products()) {
    Records found = find_records(root, *product);
    if (found.sure) return found;
    if (likely.product == nullptr && found.product != nullptr) likely = std::move(found);
  }
  return likely;
}

FieldPath path(std::string_view text) {
  const auto parsed = FieldPath::parse(text);
  assert(parsed);
  return *parsed;
}

}  // namespace replylint::helpdesk
