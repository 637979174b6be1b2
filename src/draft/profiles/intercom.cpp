// Intercom saved replies: attributes with a default.
#include <array>

#include "draft/profiles/all.hpp"

namespace replylint::profiles {

namespace {

constexpr auto styles =
    std::to_array<PlaceholderStyle>({PlaceholderStyle::double_braces, PlaceholderStyle::attribute});

constexpr auto names = std::to_array<std::string_view>(
    {"user.name", "user.first_name", "user.last_name", "user.email", "user.phone", "user.company",
     "company.name", "author.name", "author.first_name", "author.email", "teammate.name",
     "teammate.first_name", "app.name", "conversation.id", "user.custom_attributes.*",
     "company.custom_attributes.*", "conversation.custom_attributes.*"});

constexpr auto may_be_empty = std::to_array<std::string_view>(
    {"user.name", "user.first_name", "user.last_name", "company.name", "user.company"});

}  // namespace

const Profile intercom{.name = "intercom",
                       .title = "Intercom",
                       .styles = styles,
                       .names = names,
                       .complete = false,
                       .may_be_empty = may_be_empty,
                       .reads_encoded = false,
                       .by_hand = false};

}  // namespace replylint::profiles
