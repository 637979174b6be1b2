// Gorgias macros; a value that is missing is left blank.
#include <array>

#include "draft/profiles/all.hpp"

namespace replylint::profiles {

namespace {

constexpr auto styles = std::to_array<PlaceholderStyle>({PlaceholderStyle::double_braces});

constexpr auto names = std::to_array<std::string_view>({"ticket.id",
                                                        "ticket.subject",
                                                        "ticket.status",
                                                        "ticket.customer.name",
                                                        "ticket.customer.firstname",
                                                        "ticket.customer.lastname",
                                                        "ticket.customer.email",
                                                        "ticket.customer.note",
                                                        "ticket.customer.integrations*",
                                                        "ticket.assignee_user.name",
                                                        "ticket.assignee_user.firstname",
                                                        "ticket.assignee_user.lastname",
                                                        "ticket.assignee_user.email",
                                                        "ticket.account.domain",
                                                        "ticket.first_message.*",
                                                        "ticket.last_message.*",
                                                        "current_user.name",
                                                        "current_user.firstname",
                                                        "current_user.lastname",
                                                        "current_user.email",
                                                        "current_user.bio",
                                                        "survey.*"});

}  // namespace

const Profile gorgias{.name = "gorgias",
                      .title = "Gorgias",
                      .styles = styles,
                      .names = names,
                      .complete = false,
                      .may_be_empty = {},
                      .reads_encoded = false,
                      .by_hand = false};

}  // namespace replylint::profiles
