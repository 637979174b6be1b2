// Discourse canned replies: %{name,fallback:text}.
#include <array>

#include "draft/profiles/all.hpp"

namespace replylint::profiles {

namespace {

constexpr auto styles = std::to_array<PlaceholderStyle>({PlaceholderStyle::percent_braces});

constexpr auto names = std::to_array<std::string_view>(
    {"my_username", "my_name", "reply_to_username", "reply_to_name",
     "reply_to_or_last_poster_username", "reply_to_or_last_poster_name", "last_poster_username",
     "last_poster_name", "original_poster_username", "original_poster_name", "context_title",
     "context_url", "topic_title", "topic_url", "topic_id", "topic_pms_count", "topic_*"});

constexpr auto may_be_empty = std::to_array<std::string_view>(
    {"reply_to_username", "reply_to_name", "last_poster_username", "last_poster_name"});

}  // namespace

const Profile discourse{.name = "discourse",
                        .title = "Discourse",
                        .styles = styles,
                        .names = names,
                        .complete = false,
                        .may_be_empty = may_be_empty,
                        .reads_encoded = false,
                        .by_hand = false};

}  // namespace replylint::profiles
