// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msync {

/// How a user is to be reached: what a subscriber is told, and what REST answers. The SDK reads every number
/// from a text.
struct Presence
{
    std::string user{};
    std::int64_t lastSeconds = 0;                       ///< since 1970: when it last changed; 0: never
    std::optional<std::int64_t> expirySeconds{};        ///< since 1970: the end of the subscription
    std::string ext{};                                  ///< the user's own words
    std::vector<std::pair<std::string, int>> devices{}; ///< 0 is offline, 1 online, others the app's own

    bool operator==(const Presence&) const = default;
};

/// {"uid":..,"last_time":..,"expiry":..,"ext":..,"status":{device:number}}, with the numbers as texts.
[[nodiscard]] base::JsonValue toJson(const Presence& presence);

/// The payload of a Meta in NameSpace::Notify, which is JSON here: `type` "presence" fires
/// onPresenceStatusChange (agora-chat 1.4.0). One user each, as the SDK gives the devices of the users before
/// to those that follow; and compact, as it cannot read a byte below 16.
[[nodiscard]] std::string encode(const Presence& presence);
/// Nothing also for a notification about something else.
[[nodiscard]] std::optional<Presence> decodePresence(std::string_view payload);

} // namespace msync
