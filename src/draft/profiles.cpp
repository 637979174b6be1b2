#include "draft/profiles.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "draft/ascii.hpp"
#include "draft/profiles/all.hpp"
#include "text/edit_distance.hpp"

namespace replylint {

namespace {

constexpr std::array<const Profile*, 11> all{
    &profiles::chatwoot, &profiles::discourse, &profiles::freshdesk, &profiles::front,
    &profiles::github,   &profiles::gorgias,   &profiles::helpscout, &profiles::intercom,
    &profiles::osticket, &profiles::zammad,    &profiles::zendesk};

bool fits(std::string_view pattern, std::string_view name) {
  if (pattern.ends_with('*')) {
    pattern.remove_suffix(1);
    return name.size() > pattern.size() && name.starts_with(pattern);
  }
  return pattern == name;
}

struct Parts {
  std::string_view before;  // "ticket.requester"
  std::string_view last;    // "first_name"
};

Parts parts_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {{}, name};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

// How far one path is from another: a part of it is near.
std::size_t path_distance(std::string_view a, std::string_view b) {
  if (a == b) return 0;
  if (!a.empty() && !b.empty() && (a.find(b) != a.npos || b.find(a) != b.npos)) return 1;
  return 1 + text::edit_distance(a, b);
}

}  // namespace

const Profile* find_profile(std::string_view name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Profile* p) { return p->name == name; });
  return found == all.end() ? nullptr : *found;
}

std::vector<std::string_view> profile_names() {
  std::vector<std::string_view> names;
  names.reserve(all.size());
  for (const Profile* profile : all) names.push_back(profile->name);
  return names;
}

bool knows(const Profile& profile, std::string_view name) {
  return std::any_of(profile.names.begin(), profile.names.end(),
                     [&](std::string_view pattern) { return fits(pattern, name); });
}

NearestName nearest_name(const Profile& profile, std::string_view name) {
  const Parts wanted = parts_of(name);
  NearestName nearest;
  std::tuple<std::size_t, std::size_t> least{name.size() + 100, 0};
  for (const std::string_view known : profile.names) {
    if (known.ends_with('*')) continue;
    const Parts parts = parts_of(known);
    const std::tuple distance{text::edit_distance(wanted.last, parts.last),
                              path_distance(wanted.before, parts.before)};
    if (distance >= least) continue;
    least = distance;
    nearest.name = known;
  }
  // In short names another name is one letter away.
  const std::size_t letters = wanted.last.size();
  std::size_t allowed = letters < 4 ? 0 : letters < 6 ? 1 : 2;
  if (parts_of(nearest.name).last == wanted.last) allowed = 2;
  const std::size_t whole = text::edit_distance(name, nearest.name);
  nearest.near = !nearest.name.empty() && whole <= allowed;
  if (std::get<0>(least) > std::min<std::size_t>(2, letters / 3)) nearest.name = {};
  return nearest;
}

}  // namespace replylint
