// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Roster.h"
#include "core/sandbox/Call.h"
#include "core/sandbox/Sessions.h"

#include <string>
#include <string_view>

namespace sandbox {

/// Of the group "Contact": contacts by the app, and the SDK's invitations. Both sides are told, at once or
/// when they come back.
class ContactFamily final
{
public:
    ContactFamily(State& state, Sessions& sessions)
        : m_state(state)
        , m_sessions(sessions)
    {
    }

    void addTo(Operations& operations);

private:
    /// Who asks and the other one, both registered.
    struct Pair
    {
        User owner;
        User other;
    };
    using Paired = tl::expected<Pair, Fault>;

    [[nodiscard]] Outcome add(const Call& call);
    [[nodiscard]] Outcome remove(const Call& call);
    [[nodiscard]] Outcome list(const Call& call) const;
    [[nodiscard]] Outcome page(const Call& call) const;
    [[nodiscard]] Outcome pageForSdk(const Call& call) const;
    [[nodiscard]] Outcome setRemark(const Call& call);
    [[nodiscard]] Outcome setRemarkForSdk(const Call& call);
    [[nodiscard]] Outcome import(const Call& call);
    [[nodiscard]] Outcome check(const Call& call) const;
    [[nodiscard]] Outcome invite(const Call& call);
    [[nodiscard]] Outcome accept(const Call& call);
    [[nodiscard]] Outcome decline(const Call& call);

    [[nodiscard]] Paired pairIn(const Call& call, std::string_view ownerName,
                                std::string_view otherName) const;
    [[nodiscard]] std::optional<Fault> remark(const Call& call, std::string_view ownerName,
                                              std::string_view otherName);
    [[nodiscard]] std::optional<Fault> checkRoom(const std::string& inviter,
                                                 const std::string& invited) const;
    void tell(msync::RosterOperation operation, const std::string& from, const std::string& to,
              std::string_view reason = {}) const;
    void tellBoth(msync::RosterOperation operation, const Pair& pair) const;

    State& m_state;
    Sessions& m_sessions;
};

} // namespace sandbox
