// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/MucEvents.h"

#include "core/sandbox/Post.h"

#include <utility>

namespace sandbox {

void MucEvents::toMembers(const Muc& muc, msync::MucOperation operation, std::string_view from,
                          std::string_view reason, std::string_view ext) const
{
    std::vector<std::string> members = m_sessions.state().mucs.memberNames(muc.id);
    std::erase(members, from);
    to(muc, operation, from, members, reason, ext);
}

/// One each: the SDK reads the first of a list.
void MucEvents::about(const Muc& muc, msync::MucOperation operation, std::string_view from,
                      const std::vector<std::string>& users, std::string_view ext) const
{
    const std::vector<std::string> members = m_sessions.state().mucs.memberNames(muc.id);
    for (const std::string& user : users)
        send(muc, {.operation = operation, .from = std::string(from), .to = {user}, .ext = std::string(ext)},
             members);
}

void MucEvents::to(const Muc& muc, msync::MucOperation operation, std::string_view from,
                   const std::vector<std::string>& recipients, std::string_view reason,
                   std::string_view ext) const
{
    for (const std::string& recipient : recipients)
        send(muc,
             {.operation = operation,
              .from = std::string(from),
              .to = {recipient},
              .reason = std::string(reason),
              .ext = std::string(ext)},
             {recipient});
}

void MucEvents::changed(const Muc& muc, msync::MucOperation operation, std::string_view from,
                        const base::JsonValue& what) const
{
    send(muc, {.operation = operation, .from = std::string(from), .settings = what.toJson()},
         m_sessions.state().mucs.memberNames(muc.id));
}

void MucEvents::send(const Muc& muc, msync::MucBody body, const std::vector<std::string>& recipients) const
{
    const std::int64_t now = m_sessions.clock().nowMs();
    body.mucId = muc.idText();
    body.mucName = muc.name;
    body.isRoom = muc.kind == ChatKind::Room;
    if (body.isRoom)
        body.memberCount = static_cast<int>(m_sessions.state().mucs.memberCount(muc.id));
    const msync::Meta meta{.id = m_sessions.state().messages.nextId(now),
                           .from = m_sessions.mucJid(body.mucId),
                           .to = m_sessions.jid(body.to.empty() ? body.from : body.to.front()),
                           .timestampMs = now,
                           .ns = msync::NameSpace::Muc,
                           .payload = msync::encode(body, m_sessions.appKey())};
    Post(m_sessions).announce(meta, recipients, body.isRoom);
}

} // namespace sandbox
