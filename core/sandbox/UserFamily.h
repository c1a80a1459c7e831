// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"
#include "core/sandbox/Sessions.h"

namespace sandbox {

/// The group "User system registration": register, look up, list, delete, password, ban, presence.
class UserFamily final
{
public:
    UserFamily(State& state, Sessions& sessions)
        : m_state(state)
        , m_sessions(sessions)
    {
    }

    void addTo(Operations& operations);

private:
    using Registered = tl::expected<User, Fault>;

    [[nodiscard]] Outcome registerOne(const Call& call);
    [[nodiscard]] Outcome registerMany(const Call& call);
    [[nodiscard]] Registered addUser(const Call& call, const base::JsonValue& request);
    [[nodiscard]] Outcome get(const Call& call);
    [[nodiscard]] Outcome list(const Call& call);
    [[nodiscard]] Outcome remove(const Call& call);
    [[nodiscard]] Outcome removeMany(const Call& call);
    [[nodiscard]] Outcome setPassword(const Call& call);
    [[nodiscard]] Outcome setActivated(const Call& call, bool activated);
    [[nodiscard]] Outcome disconnect(const Call& call);
    [[nodiscard]] Outcome resources(const Call& call);
    [[nodiscard]] Outcome status(const Call& call);
    [[nodiscard]] Outcome statusOfMany(const Call& call);
    [[nodiscard]] Outcome offlineCount(const Call& call);
    [[nodiscard]] Outcome offlineStatus(const Call& call);
    void forget(const User& user);
    [[nodiscard]] std::string_view presence(std::string_view username) const;

    State& m_state;
    Sessions& m_sessions;
};

/// A user as `entities` show one.
[[nodiscard]] base::JsonValue toEntity(const User& user);

} // namespace sandbox
