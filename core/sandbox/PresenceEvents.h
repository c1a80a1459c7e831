// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Sessions.h"

#include <cstdint>
#include <string_view>

namespace sandbox {

/// Tells those who follow a user, and are signed in, that the user's presence has changed.
class PresenceEvents final
{
public:
    explicit PresenceEvents(Sessions& sessions)
        : m_sessions(sessions)
    {
    }

    void signedIn(std::string_view user, std::string_view resource) const;
    /// Nobody is told twice.
    void signedOut(std::string_view user) const;
    /// What is known of the user now.
    void changed(std::string_view user) const;

private:
    Sessions& m_sessions;
};

} // namespace sandbox
