// Every profile; profiles.cpp lists them.
#pragma once

#include "draft/profiles.hpp"

namespace replylint::profiles {

extern const Profile chatwoot;
extern const Profile discourse;
extern const Profile freshdesk;
extern const Profile front;
extern const Profile github;
extern const Profile gorgias;
extern const Profile helpscout;
extern const Profile intercom;
extern const Profile osticket;
extern const Profile zammad;
extern const Profile zendesk;

}  // namespace replylint::profiles
