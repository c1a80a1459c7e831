// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/MucEvents.h"
#include "core/sandbox/Post.h"

namespace sandbox {

/// How the SDK's users enter and leave rooms: joinChatRoom and leaveChatRoom come over the WebSocket.
class RoomDoor final
{
public:
    explicit RoomDoor(Sessions& sessions)
        : m_sessions(sessions)
        , m_events(sessions)
    {
    }

    /// A Meta of NameSpace::Muc from the SDK of `from`. The refusals have the texts that the SDK knows.
    [[nodiscard]] Delivery take(std::string_view from, const msync::Meta& meta);

private:
    [[nodiscard]] Delivery enter(const std::string& user, const Muc& room, const msync::MucBody& body);
    [[nodiscard]] Delivery leave(const std::string& user, const Muc& room);

    Sessions& m_sessions;
    MucEvents m_events;
};

} // namespace sandbox
