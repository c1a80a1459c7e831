// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"
#include "core/sandbox/Sessions.h"

namespace sandbox {

/// Of the group "Message": messages of the app to users, groups and rooms, and their recall.
class MessageFamily final
{
public:
    explicit MessageFamily(Sessions& sessions)
        : m_sessions(sessions)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome sendToUsers(const Call& call);
    [[nodiscard]] Outcome sendToMucs(const Call& call, ChatKind kind, bool toSome);
    [[nodiscard]] Outcome recall(const Call& call);

    Sessions& m_sessions;
};

} // namespace sandbox
