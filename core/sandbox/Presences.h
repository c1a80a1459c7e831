// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Notify.h"
#include "core/sandbox/Database.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

struct PresenceSubscription
{
    std::string user; ///< who follows, or who is followed
    std::int64_t untilMs = 0;
};

/// How each user is to be reached, on the device that signed in last, and who follows whom until when. By
/// user ID. Nobody is signed in when the state is opened; words and subscriptions stay.
class Presences final
{
public:
    explicit Presences(Database& database);

    /// A device signs in; it is online, whatever it was before.
    void signedIn(std::string_view user, std::string_view resource, std::int64_t nowMs);
    /// False when the user was not signed in.
    bool signedOut(std::string_view user, std::int64_t nowMs);
    /// False when that device is not signed in.
    bool publish(std::string_view user, std::string_view resource, int status, std::string_view ext,
                 std::int64_t nowMs);
    /// Of anybody; without devices where nobody has signed in.
    [[nodiscard]] msync::Presence find(std::string_view user) const;

    /// Also renews one.
    void subscribe(std::string_view subscriber, std::string_view user, std::int64_t untilMs);
    /// Those of that user that have run out.
    void dropExpired(std::string_view subscriber, std::int64_t nowMs);
    void unsubscribe(std::string_view subscriber, std::string_view user);
    /// Who follows that user now.
    [[nodiscard]] std::vector<PresenceSubscription> subscribersOf(std::string_view user,
                                                                  std::int64_t nowMs) const;
    /// Whom that user follows now, the oldest first.
    [[nodiscard]] std::vector<PresenceSubscription> subscriptionsOf(std::string_view subscriber,
                                                                    std::int64_t nowMs, std::size_t skip,
                                                                    std::size_t limit) const;
    [[nodiscard]] std::size_t subscriptionCount(std::string_view subscriber, std::int64_t nowMs) const;

    void forgetUser(std::string_view user);

private:
    Database& m_database;
};

} // namespace sandbox
