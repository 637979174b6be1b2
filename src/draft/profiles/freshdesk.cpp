// Freshdesk canned responses: placeholders and Liquid.
#include <array>

#include "draft/profiles/all.hpp"

namespace replylint::profiles {

namespace {

constexpr auto styles =
    std::to_array<PlaceholderStyle>({PlaceholderStyle::double_braces, PlaceholderStyle::tag});

constexpr auto names = std::to_array<std::string_view>({"ticket.id",
                                                        "ticket.subject",
                                                        "ticket.description",
                                                        "ticket.url",
                                                        "ticket.public_url",
                                                        "ticket.portal_url",
                                                        "ticket.portal_name",
                                                        "ticket.status",
                                                        "ticket.priority",
                                                        "ticket.source",
                                                        "ticket.due_by_time",
                                                        "ticket.tags",
                                                        "ticket.latest_public_comment",
                                                        "ticket.latest_private_comment",
                                                        "ticket.public_comments",
                                                        "ticket.ticket_type",
                                                        "ticket.survey",
                                                        "ticket.group.name",
                                                        "ticket.company.*",
                                                        "ticket.agent.name",
                                                        "ticket.agent.email",
                                                        "ticket.agent.*",
                                                        "ticket.requester.name",
                                                        "ticket.requester.firstname",
                                                        "ticket.requester.first_name",
                                                        "ticket.requester.lastname",
                                                        "ticket.requester.last_name",
                                                        "ticket.requester.email",
                                                        "ticket.requester.phone",
                                                        "ticket.requester.address",
                                                        "ticket.requester.mobile",
                                                        "ticket.requester.*",
                                                        "ticket.product.*",
                                                        "ticket.satisfaction_survey",
                                                        "ticket.created_on",
                                                        "ticket.from_email",
                                                        "ticket.body",
                                                        "ticket.cf_*",
                                                        "ticket.custom_fields.*",
                                                        "ticket.group.*",
                                                        "ticket.sla_policy.*",
                                                        "helpdesk_name",
                                                        "comment.body",
                                                        "comment.commenter.name",
                                                        "comment.*",
                                                        "agent.name",
                                                        "agent.email"});

}  // namespace

const Profile freshdesk{.name = "freshdesk",
                        .title = "Freshdesk",
                        .styles = styles,
                        .names = names,
                        .complete = false,
                        .may_be_empty = {},
                        .reads_encoded = false,
                        .by_hand = false};

}  // namespace replylint::profiles
