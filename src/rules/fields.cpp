#include "rules/fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

namespace replylint::rules {

namespace {

constexpr std::size_t close_enough = 2;  // letters between a key and the one that was meant

}  // namespace

void Fields::add(Problem problem) const {
  const std::size_t told = problems_.size() - before_;
  if (told < most_problems) problems_.push_back(std::move(problem));
  if (told == most_problems) problems_.push_back(too_many(file_.display));
}

void Fields::complain(const YamlNode& node, std::string message) const {
  if (node.scalar() != nullptr && node.scalar()->refused) return;
  add(problem_at(file_.text, file_.display, node, std::move(message)));
}

void Fields::complain(const YamlNode& node, Span span, std::string message) const {
  const auto* scalar = node.scalar();
  if (scalar != nullptr && scalar->refused) return;
  Problem problem = problem_at(file_.text, file_.display, node, std::move(message));
  if (scalar != nullptr && scalar->linear) {
    const std::string_view text = scalar->text;
    problem.column += text::count_code_points(text.substr(0, span.start));
    problem.length =
        std::max<std::size_t>(1, text::count_code_points(text.substr(span.start, span.size())));
  }
  add(std::move(problem));
}

void Fields::complain_file(std::string message) const {
  add({file_.display, 0, 0, 1, std::move(message), {}});
}

void Fields::check_keys(const YamlMap& map, const std::vector<std::string_view>& known) const {
  for (const YamlEntry& entry : map) {
    const std::string& key = entry.key.scalar()->text;
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    std::string_view nearest;
    // Half of the letters must be right, or any two short keys are close.
    std::size_t distance = std::min(close_enough, key.size() / 2) + 1;
    for (const std::string_view candidate : known) {
      const std::size_t letters = text::edit_distance(candidate, key);
      if (letters >= distance) continue;
      distance = letters;
      nearest = candidate;
    }
    if (!nearest.empty()) {
      complain(entry.key, fmt::format("unknown key “{}”; did you mean “{}”?", key, nearest));
    } else {
      complain(entry.key,
               fmt::format("unknown key “{}”; there are {}", key, fmt::join(known, ", ")));
    }
  }
}

const YamlNode* Fields::find(const YamlMap& map, std::string_view key) {
  const auto at = std::find_if(map.begin(), map.end(), [&](const YamlEntry& entry) {
    return entry.key.scalar()->text == key;
  });
  return at == map.end() ? nullptr : &at->value;
}

std::string Fields::text(const YamlNode& node) const {
  if (const auto* scalar = node.scalar()) return scalar->text;
  complain(node, "a text is expected here; one that begins with [, { or “- ” is put in quotes");
  return {};
}

std::vector<const YamlNode*> Fields::items(const YamlNode& node) const {
  std::vector<const YamlNode*> all;
  if (const auto* list = node.list()) {
    for (const YamlNode& item : *list) all.push_back(&item);
  } else if (node.scalar() != nullptr) {
    all.push_back(&node);
  } else {
    complain(node, "a list is expected here");
  }
  return all;
}

std::vector<std::string> Fields::texts(const YamlNode& node) const {
  std::vector<std::string> all;
  for (const YamlNode* item : items(node)) all.push_back(text(*item));
  return all;
}

const YamlMap* Fields::map(const YamlNode& node) const {
  if (node.map() == nullptr) complain(node, "a map of keys is expected here");
  return node.map();
}

std::optional<double> Fields::number(const YamlNode& node) const {
  const std::string written = text(node);
  double value = 0;
  const char* end = written.data() + written.size();
  const auto result = std::from_chars(written.data(), end, value);
  if (result.ec == std::errc() && result.ptr == end && std::isfinite(value)) return value;
  complain(node, "a number is expected here");
  return std::nullopt;
}

std::optional<unsigned> Fields::count(const YamlNode& node) const {
  const auto value = number(node);
  if (!value) return std::nullopt;
  constexpr double most = 1'000'000;
  const auto whole = static_cast<unsigned>(std::clamp(*value, 0.0, most));
  if (static_cast<double>(whole) == *value) return whole;
  complain(node, "a whole number is expected here");
  return std::nullopt;
}

bool Fields::boolean(const YamlNode& node) const {
  const std::string written = text(node);
  if (written != "true" && written != "false") complain(node, "true or false is expected here");
  return written == "true";
}

}  // namespace replylint::rules
