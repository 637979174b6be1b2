// Front message templates.
#include <array>

#include "draft/profiles/all.hpp"

namespace replylint::profiles {

namespace {

constexpr auto styles = std::to_array<PlaceholderStyle>({PlaceholderStyle::double_braces});

constexpr auto names = std::to_array<std::string_view>(
    {"recipient.name", "recipient.first_name", "recipient.last_name", "recipient.handle",
     "recipient.email", "sender.name", "sender.first_name", "sender.last_name", "user.name",
     "user.first_name", "user.last_name", "user.email", "user.signature", "account.name",
     "ticket_id", "conversation.*", "message.*"});

}  // namespace

const Profile front{.name = "front",
                    .title = "Front",
                    .styles = styles,
                    .names = names,
                    .complete = false,
                    .may_be_empty = {},
                    .reads_encoded = false,
                    .by_hand = false};

}  // namespace replylint::profiles
