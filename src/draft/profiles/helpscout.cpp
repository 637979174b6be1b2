// Help Scout and FreeScout saved replies: {%name,fallback=text%}.
#include <array>

#include "draft/profiles/all.hpp"

namespace replylint::profiles {

namespace {

constexpr auto styles = std::to_array<PlaceholderStyle>({PlaceholderStyle::tag});

constexpr auto names = std::to_array<std::string_view>(
    {"customer.firstName", "customer.lastName", "customer.fullName", "customer.email",
     "customer.company", "customer.jobTitle", "conversation.number", "conversation.url",
     "conversation.subject", "mailbox.name", "mailbox.email", "user.firstName", "user.lastName",
     "user.fullName", "user.email", "user.phone", "user.jobTitle"});

constexpr auto may_be_empty = std::to_array<std::string_view>(
    {"customer.firstName", "customer.lastName", "customer.fullName", "customer.company"});

}  // namespace

const Profile helpscout{.name = "helpscout",
                        .title = "Help Scout",
                        .styles = styles,
                        .names = names,
                        .complete = false,
                        .may_be_empty = may_be_empty,
                        .reads_encoded = false,
                        .by_hand = false};

}  // namespace replylint::profiles
