// What each helpdesk product fills in: its marks and the names that it knows.
// One file a product in profiles/; the names are those of the vendors' own
// documentation.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "draft/placeholders.hpp"

namespace replylint {

struct Profile {
  std::string_view name;   // "zendesk", as --input and front matter say it
  std::string_view title;  // "Zendesk"
  std::span<const PlaceholderStyle> styles;
  // "ticket.id"; an asterisk at the end stands for whatever follows (fields
  // that a team has made itself).
  std::span<const std::string_view> names;
  bool complete = false;  // the product has no other names
  // Names of which some customers have no value; only of a product that can
  // show something else then.
  std::span<const std::string_view> may_be_empty;
  bool reads_encoded = false;  // fills in %7Bname%7D in a link too
  bool by_hand = false;        // its users fill in [Name] before they send
};

// Nothing for a product that is not known.
[[nodiscard]] const Profile* find_profile(std::string_view name);

[[nodiscard]] std::vector<std::string_view> profile_names();

// True for one of the product's names.
[[nodiscard]] bool knows(const Profile& profile, std::string_view name);

// Of the product's names the one that was probably meant; empty where none is
// like it. `near` tells whether it differs by so little that it can only be a slip.
struct NearestName {
  std::string_view name;
  bool near = false;
};
[[nodiscard]] NearestName nearest_name(const Profile& profile, std::string_view name);

}  // namespace replylint
