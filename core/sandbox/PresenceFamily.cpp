// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/PresenceFamily.h"

#include "core/sandbox/ContactCalls.h"
#include "core/sandbox/Paging.h"
#include "core/sandbox/PresenceEvents.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace sandbox {
namespace {

constexpr std::size_t kMaxUsers = 100;
constexpr std::size_t kMaxExt = 1024;               // bytes
constexpr std::int64_t kLongestSeconds = 2'592'000; // 30 days
constexpr std::size_t kMaxPageNumber = 1'000'000;

/// The presence service names no error word here.
Fault presenceFault(std::string_view text)
{
    return {400, "", "", std::string(text)};
}

template<class Number>
std::optional<Number> numberIn(std::string_view text)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// pageNum or pageSize: 1 where it is left out; the SDK counts from 0 or 1.
std::optional<std::size_t> pageValue(const Call& call, std::string_view name, std::size_t most)
{
    const std::string* text = call.queryValue(name);
    const auto number = text ? numberIn<std::size_t>(*text) : std::optional<std::size_t>(1);
    return number ? std::optional(std::clamp<std::size_t>(*number, 1, most)) : std::nullopt;
}

base::JsonObject result(base::JsonValue value)
{
    return {{"result", std::move(value)}};
}

} // namespace

void PresenceFamily::addTo(Operations& operations)
{
    const auto add = [&](const char* id, Outcome (PresenceFamily::*member)(const Call&, const User&) const) {
        operations[id] = {Access::AppOrSelf,
                          [this, member](const Call& call) -> Outcome {
                              const auto user = userInPath(m_state, call, "uid");
                              return user ? (this->*member)(call, *user) : refuse(user.error());
                          },
                          "uid"};
    };
    add("presence.set", &PresenceFamily::publish);
    add("presence.subscribe", &PresenceFamily::subscribe);
    add("presence.get", &PresenceFamily::get);
    add("presence.unsubscribe", &PresenceFamily::unsubscribe);
    add("presence.sublist", &PresenceFamily::list);
}

/// For a device that is signed in.
Outcome PresenceFamily::publish(const Call& call, const User& user) const
{
    const auto status = numberIn<int>(call.pathValue("status"));
    if (!status)
        return refuse(presenceFault("set presence failed"));
    const base::JsonValue* ext = call.body.find("ext");
    if (!ext || !ext->string())
        return refuse(illegalArgument("ext cannot be null"));
    if (ext->string()->size() > kMaxExt)
        return refuse(illegalArgument("ext is too big"));
    if (!m_state.presences.publish(user.username, call.pathValue("resource"), *status, *ext->string(),
                                   call.startMs))
        return refuse(presenceFault("resource not exist"));
    PresenceEvents(m_sessions).changed(user.username);
    return result("ok");
}

/// Answers with what is known of each now.
Outcome PresenceFamily::subscribe(const Call& call, const User& user) const
{
    const auto seconds = numberIn<std::int64_t>(call.pathValue("expiry"));
    if (!seconds || *seconds < 1 || *seconds > kLongestSeconds)
        return refuse(illegalArgument("expiry must be a number from 1 to 2592000"));
    const base::JsonValue* list = call.body.find("usernames");
    const bool tooMany = list && list->array() && list->array()->size() > kMaxUsers;
    const auto names = namesIn(list, kMaxUsers, tooMany ? "too many sub presence" : "usernames is empty");
    if (!names)
        return refuse(names.error());
    if (std::find(names->begin(), names->end(), user.username) != names->end())
        return refuse(illegalArgument("you can't sub yourself"));
    m_state.presences.dropExpired(user.username, call.startMs);
    const std::int64_t untilMs = call.startMs + *seconds * 1000;
    base::JsonArray entries;
    for (const std::string& name : *names) {
        m_state.presences.subscribe(user.username, name, untilMs);
        msync::Presence presence = m_state.presences.find(name);
        presence.expirySeconds = untilMs / 1000;
        entries.push_back(msync::toJson(presence));
    }
    return result(std::move(entries));
}

Outcome PresenceFamily::get(const Call& call, const User&) const
{
    const base::JsonValue* list = call.body.find("usernames");
    const bool tooMany = list && list->array() && list->array()->size() > kMaxUsers;
    const auto names = namesIn(list, kMaxUsers, tooMany ? "too many get presences" : "usernames is empty");
    if (!names)
        return refuse(names.error());
    base::JsonArray entries;
    for (const std::string& name : *names)
        entries.push_back(msync::toJson(m_state.presences.find(name)));
    return result(std::move(entries));
}

/// The body is the bare list.
Outcome PresenceFamily::unsubscribe(const Call& call, const User& user) const
{
    const bool tooMany = call.body.array() && call.body.array()->size() > kMaxUsers;
    const auto names =
        namesIn(&call.body, kMaxUsers, tooMany ? "too many unsub presences" : "usernames cannot be null");
    if (!names)
        return refuse(names.error());
    for (const std::string& name : *names)
        m_state.presences.unsubscribe(user.username, name);
    return result("ok");
}

Outcome PresenceFamily::list(const Call& call, const User& user) const
{
    const auto number = pageValue(call, "pageNum", kMaxPageNumber);
    const auto size = pageValue(call, "pageSize", kMaxPageNumber);
    if (!number || !size)
        return refuse(illegalArgument("pageNum and pageSize must be numbers"));
    if (call.queryValue("pageSize"))
        if (auto fault = outOfRange(call, "pageSize", *size))
            return refuse(*std::move(fault));
    base::JsonArray sublist;
    for (const PresenceSubscription& subscription :
         m_state.presences.subscriptionsOf(user.username, call.startMs, (*number - 1) * *size, *size))
        sublist.emplace_back(base::JsonObject{{"uid", subscription.user},
                                              {"expiry", std::to_string(subscription.untilMs / 1000)}});
    const std::size_t total = m_state.presences.subscriptionCount(user.username, call.startMs);
    return result(base::JsonObject{{"totalnum", std::to_string(total)}, {"sublist", std::move(sublist)}});
}

} // namespace sandbox
