// Zammad text modules.
#include <array>

#include "draft/profiles/all.hpp"

namespace replylint::profiles {

namespace {

constexpr auto styles = std::to_array<PlaceholderStyle>({PlaceholderStyle::hash_braces});

constexpr auto names = std::to_array<std::string_view>({"ticket.customer.firstname",
                                                        "ticket.customer.lastname",
                                                        "ticket.customer.fullname",
                                                        "ticket.customer.email",
                                                        "ticket.customer.phone",
                                                        "ticket.customer.mobile",
                                                        "ticket.customer.login",
                                                        "ticket.customer.organization.name",
                                                        "ticket.customer.organization.*",
                                                        "ticket.owner.firstname",
                                                        "ticket.owner.lastname",
                                                        "ticket.owner.fullname",
                                                        "ticket.owner.email",
                                                        "ticket.owner.phone",
                                                        "ticket.owner.mobile",
                                                        "ticket.owner.login",
                                                        "ticket.owner.organization.name",
                                                        "ticket.owner.organization.*",
                                                        "ticket.created_by.firstname",
                                                        "ticket.created_by.lastname",
                                                        "ticket.created_by.fullname",
                                                        "ticket.created_by.email",
                                                        "ticket.created_by.phone",
                                                        "ticket.created_by.mobile",
                                                        "ticket.created_by.login",
                                                        "ticket.created_by.organization.name",
                                                        "ticket.created_by.organization.*",
                                                        "ticket.updated_by.firstname",
                                                        "ticket.updated_by.lastname",
                                                        "ticket.updated_by.fullname",
                                                        "ticket.updated_by.email",
                                                        "ticket.updated_by.phone",
                                                        "ticket.updated_by.mobile",
                                                        "ticket.updated_by.login",
                                                        "ticket.updated_by.organization.name",
                                                        "ticket.updated_by.organization.*",
                                                        "user.firstname",
                                                        "user.lastname",
                                                        "user.fullname",
                                                        "user.email",
                                                        "user.phone",
                                                        "user.mobile",
                                                        "user.login",
                                                        "user.organization.name",
                                                        "user.organization.*",
                                                        "ticket.id",
                                                        "ticket.number",
                                                        "ticket.title",
                                                        "ticket.state.name",
                                                        "ticket.priority.name",
                                                        "ticket.group.name",
                                                        "ticket.group.*",
                                                        "ticket.organization.name",
                                                        "ticket.organization.*",
                                                        "ticket.created_at",
                                                        "ticket.updated_at",
                                                        "ticket.pending_time",
                                                        "ticket.note",
                                                        "ticket.tags",
                                                        "config.fqdn",
                                                        "config.http_type",
                                                        "config.product_name",
                                                        "config.organization",
                                                        "config.*",
                                                        "article.*"});

}  // namespace

const Profile zammad{.name = "zammad",
                     .title = "Zammad",
                     .styles = styles,
                     .names = names,
                     .complete = false,
                     .may_be_empty = {},
                     .reads_encoded = false,
                     .by_hand = false};

}  // namespace replylint::profiles
