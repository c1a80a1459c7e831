// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/msync/Muc.h"
#include "core/sandbox/Mucs.h"
#include "core/sandbox/Sessions.h"

#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// Tells the members of a group or room what happens in it: live ones at once, those of a group who are away
/// when they come back.
class MucEvents final
{
public:
    explicit MucEvents(Sessions& sessions)
        : m_sessions(sessions)
    {
    }

    /// What somebody did, to all members but that one.
    void toMembers(const Muc& muc, msync::MucOperation operation, std::string_view from,
                   std::string_view reason = {}, std::string_view ext = {}) const;
    /// The same about somebody, to all members.
    void about(const Muc& muc, msync::MucOperation operation, std::string_view from,
               const std::vector<std::string>& users, std::string_view ext = {}) const;
    /// To these only.
    void to(const Muc& muc, msync::MucOperation operation, std::string_view from,
            const std::vector<std::string>& recipients, std::string_view reason = {},
            std::string_view ext = {}) const;

    /// What has changed (Update, SetAttributes, RemoveAttributes, MemberAttributes), in the JSON that the SDK
    /// reads for each.
    void changed(const Muc& muc, msync::MucOperation operation, std::string_view from,
                 const base::JsonValue& what) const;

private:
    void send(const Muc& muc, msync::MucBody body, const std::vector<std::string>& recipients) const;

    Sessions& m_sessions;
};

} // namespace sandbox
