// GitHub saved replies: what stands in brackets is filled in by hand.
#include <array>

#include "draft/profiles/all.hpp"

namespace replylint::profiles {

namespace {

constexpr auto styles = std::to_array<PlaceholderStyle>({PlaceholderStyle::double_braces});

}  // namespace

const Profile github{.name = "github",
                     .title = "GitHub",
                     .styles = styles,
                     .names = {},
                     .complete = false,
                     .may_be_empty = {},
                     .reads_encoded = false,
                     .by_hand = true};

}  // namespace replylint::profiles
