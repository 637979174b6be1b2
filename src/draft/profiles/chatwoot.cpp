// Chatwoot canned responses: {{contact.first_name || 'there'}}.
#include <array>

#include "draft/profiles/all.hpp"

namespace replylint::profiles {

namespace {

constexpr auto styles = std::to_array<PlaceholderStyle>({PlaceholderStyle::double_braces});

constexpr auto names = std::to_array<std::string_view>({"conversation.id",
                                                        "conversation.code",
                                                        "conversation.display_id",
                                                        "conversation.custom_attribute.*",
                                                        "conversation.*",
                                                        "contact.id",
                                                        "contact.name",
                                                        "contact.first_name",
                                                        "contact.last_name",
                                                        "contact.email",
                                                        "contact.phone",
                                                        "contact.phone_number",
                                                        "contact.custom_attribute.*",
                                                        "agent.name",
                                                        "agent.first_name",
                                                        "agent.last_name",
                                                        "agent.email",
                                                        "agent.phone_number",
                                                        "inbox.id",
                                                        "inbox.name",
                                                        "account.name"});

constexpr auto may_be_empty =
    std::to_array<std::string_view>({"contact.name", "contact.first_name", "contact.last_name",
                                     "contact.phone_number", "contact.phone"});

}  // namespace

const Profile chatwoot{.name = "chatwoot",
                       .title = "Chatwoot",
                       .styles = styles,
                       .names = names,
                       .complete = true,
                       .may_be_empty = may_be_empty,
                       .reads_encoded = false,
                       .by_hand = false};

}  // namespace replylint::profiles
