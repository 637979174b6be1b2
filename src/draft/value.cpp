#include "draft/value.hpp"

#include <algorithm>

namespace replylint {

const Value* Value::find(std::string_view name) const {
  if (kind != Kind::map) return nullptr;
  const auto last = std::find_if(items.rbegin(), items.rend(),
                                 [name](const Value& item) { return item.key == name; });
  return last == items.rend() ? nullptr : &*last;
}

}  // namespace replylint
