// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/UserFamily.h"

#include "core/sandbox/Envelope.h"
#include "core/sandbox/MucEvents.h"
#include "core/sandbox/Paging.h"

#include <charconv>
#include <utility>

namespace sandbox {
namespace {

constexpr std::size_t kMaxRegister = 60;
constexpr std::size_t kMaxStatus = 100;
constexpr std::size_t kMaxPassword = 64;  // bytes
constexpr std::size_t kMaxNickname = 100; // bytes

Fault tooManyUsers(std::size_t count)
{
    return illegalArgument("Request body array size[" + std::to_string(count) +
                           "] had almost reached or been greater than the upper range value[" +
                           std::to_string(kMaxRegister) + "]");
}

base::JsonArray entitiesOf(const std::vector<User>& users)
{
    base::JsonArray entities;
    for (const User& user : users)
        entities.push_back(toEntity(user));
    return entities;
}

} // namespace

base::JsonValue toEntity(const User& user)
{
    base::JsonObject entity{{"uuid", user.uuid},         {"type", "user"},
                            {"created", user.createdMs}, {"modified", user.modifiedMs},
                            {"username", user.username}, {"activated", user.activated}};
    if (!user.nickname.empty())
        entity.emplace_back("nickname", user.nickname);
    return entity;
}

void UserFamily::addTo(Operations& operations)
{
    const auto bound = [this](Outcome (UserFamily::*member)(const Call&), Access access = Access::App) {
        return Operation{access, [this, member](const Call& call) { return (this->*member)(call); }};
    };
    operations["user.register"] = bound(&UserFamily::registerOne);
    operations["user.register.batch"] = bound(&UserFamily::registerMany);
    operations["user.get"] = bound(&UserFamily::get, Access::AppOrSelf);
    operations["user.list"] = bound(&UserFamily::list);
    operations["user.delete"] = bound(&UserFamily::remove);
    operations["user.delete.batch"] = bound(&UserFamily::removeMany);
    operations["user.password"] = bound(&UserFamily::setPassword);
    operations["user.deactivate"] = {Access::App,
                                     [this](const Call& call) { return setActivated(call, false); }};
    operations["user.activate"] = {Access::App,
                                   [this](const Call& call) { return setActivated(call, true); }};
    operations["user.disconnect"] = bound(&UserFamily::disconnect);
    operations["user.disconnect.device"] = bound(&UserFamily::disconnect);
    operations["user.resources"] = bound(&UserFamily::resources);
    operations["user.status"] = bound(&UserFamily::status);
    operations["user.status.batch"] = bound(&UserFamily::statusOfMany);
    operations["user.offline_msg_count"] = bound(&UserFamily::offlineCount);
    operations["user.offline_msg_status"] = bound(&UserFamily::offlineStatus);
}

/// The rules of rest/semantics.md section 5. A password is optional with Agora and kept where it is given.
UserFamily::Registered UserFamily::addUser(const Call& call, const base::JsonValue& request)
{
    const base::JsonValue* name = request.find("username");
    if (!request.object() || !name || !name->string() || name->string()->empty())
        return refuse(illegalArgument("Entity user requires a property named username"));
    const std::string username = foldUserId(*name->string());
    switch (checkUserId(username)) {
    case UserIdFault::TooLong:
        return refuse(illegalArgument("USERNAME_TOO_LONG"));
    case UserIdFault::NotLegal:
        return refuse(illegalArgument("username [" + *name->string() + "] is not legal"));
    case UserIdFault::None:
        break;
    }
    const std::string_view nickname = request.text("nickname");
    const std::string_view password = request.text("password");
    if (nickname.size() > kMaxNickname)
        return refuse(illegalArgument("NICKNAME_TOO_LONG"));
    if (password.size() > kMaxPassword)
        return refuse(illegalArgument("PASSWORD_TOO_LONG"));
    if (m_state.users.find(username))
        return refuse(duplicateUser(call.application.uuid, username));
    User user;
    user.uuid = randomUuid();
    user.username = username;
    user.nickname = nickname;
    user.createdMs = user.modifiedMs = call.startMs;
    if (!password.empty())
        user.password = PasswordHash(password);
    return *m_state.users.add(std::move(user));
}

Outcome UserFamily::registerOne(const Call& call)
{
    if (!call.body.object())
        return refuse(illegalArgument("This is an invalid request."));
    const Registered user = addUser(call, call.body);
    if (!user)
        return refuse(user.error());
    return envelope(call, {.entities = base::JsonArray{toEntity(*user)}});
}

/// Part failure is a 200: those who could not be registered stand in data, with the reason.
Outcome UserFamily::registerMany(const Call& call)
{
    const base::JsonArray* requests = call.body.array();
    if (!requests || requests->empty())
        return refuse(illegalArgument("This is an invalid request."));
    if (requests->size() > kMaxRegister)
        return refuse(tooManyUsers(requests->size()));
    base::JsonArray entities;
    base::JsonArray failed;
    for (const base::JsonValue& request : *requests) {
        const Registered user = addUser(call, request);
        if (user) {
            entities.push_back(toEntity(*user));
            continue;
        }
        const std::string username = foldUserId(request.text("username"));
        const bool exists = user.error().error == "duplicate_unique_property_exists";
        failed.emplace_back(
            base::JsonObject{{"username", username},
                             {"registerUserFailReason",
                              exists ? "the " + username + " already exists" : user.error().description}});
    }
    Parts parts{.entities = std::move(entities)};
    if (!failed.empty())
        parts.data = std::move(failed);
    return envelope(call, std::move(parts));
}

Outcome UserFamily::get(const Call& call)
{
    const auto user = m_state.users.find(call.pathValue("username"));
    if (!user)
        return refuse(noSuchResource());
    return envelope(call, {.entities = base::JsonArray{toEntity(*user)}, .count = 1});
}

Outcome UserFamily::list(const Call& call)
{
    const auto query = readPageQuery(call);
    if (!query)
        return refuse(query.error());
    const Users::Page page = m_state.users.page(query->after, query->limit);
    Parts parts{.entities = entitiesOf(page.users), .count = page.users.size(), .echoQuery = true};
    if (page.next)
        parts.cursor = makeCursor(*page.next);
    return envelope(call, std::move(parts));
}

Outcome UserFamily::remove(const Call& call)
{
    const auto user = m_state.users.remove(call.pathValue("username"));
    if (!user)
        return refuse(noSuchResource());
    forget(*user);
    return envelope(call, {.entities = base::JsonArray{toEntity(*user)}});
}

/// What hangs on a user who is gone.
void UserFamily::forget(const User& user)
{
    m_state.tokens.forgetUser(user.username, user.uuid);
    m_state.messages.forgetUser(user.username);
    for (const Muc& muc : m_state.mucs.ownedBy(user.username)) { // a group goes with its owner
        MucEvents(m_sessions).toMembers(muc, msync::MucOperation::Destroy, user.username);
        m_state.mucs.remove(muc.id);
    }
    m_state.mucs.forgetUser(user.username);
    m_state.contacts.forgetUser(user.username);
    m_sessions.evict(user.username, msync::Eviction::UserRemoved);
    m_state.presences.forgetUser(user.username);
}

std::string_view UserFamily::presence(std::string_view username) const
{
    return m_sessions.device(username) ? "online" : "offline";
}

Outcome UserFamily::removeMany(const Call& call)
{
    const auto query = readPageQuery(call);
    if (!query)
        return refuse(query.error());
    const Users::Page page = m_state.users.page(query->after, query->limit);
    for (const User& user : page.users) {
        m_state.users.remove(user.username);
        forget(user);
    }
    Parts parts{.entities = entitiesOf(page.users), .echoQuery = true};
    if (page.next)
        parts.cursor = makeCursor(*page.next);
    return envelope(call, std::move(parts));
}

Outcome UserFamily::setPassword(const Call& call)
{
    const std::string_view password = call.body.text("newpassword");
    if (password.empty())
        return refuse(illegalArgument("newpassword is required"));
    if (password.size() > kMaxPassword)
        return refuse(illegalArgument("PASSWORD_TOO_LONG"));
    const auto changed = m_state.users.change(call.pathValue("username"), [&](User& user) {
        user.password = PasswordHash(password);
        user.modifiedMs = call.startMs;
    });
    if (!changed)
        return refuse(noSuchUserEntity());
    m_sessions.evict(changed->username, msync::Eviction::PasswordChanged);
    return envelope(call, {.action = "set user password"});
}

Outcome UserFamily::setActivated(const Call& call, bool activated)
{
    const auto changed = m_state.users.change(call.pathValue("username"), [&](User& user) {
        user.activated = activated;
        user.modifiedMs = call.startMs;
    });
    if (!changed)
        return refuse(noSuchResource());
    if (activated)
        return envelope(call, {.action = "activate user"});
    m_sessions.evict(changed->username, msync::Eviction::Kicked);
    return envelope(call, {.action = "Deactivate user", .entities = base::JsonArray{toEntity(*changed)}});
}

/// Both forms: all devices, or the one that the path names.
Outcome UserFamily::disconnect(const Call& call)
{
    const auto user = m_state.users.find(call.pathValue("username"));
    if (!user)
        return refuse(noSuchResource());
    const std::string_view resource = call.pathValue("resourceId");
    const auto device = m_sessions.device(user->username);
    if (device && (resource.empty() || device->resource == resource))
        m_sessions.evict(user->username, msync::Eviction::Kicked);
    return envelope(call, {.data = base::JsonObject{{"result", true}}});
}

Outcome UserFamily::resources(const Call& call)
{
    const auto user = m_state.users.find(call.pathValue("username"));
    if (!user)
        return refuse(noSuchResource());
    base::JsonArray data;
    if (const auto device = m_sessions.device(user->username)) {
        data.emplace_back(base::JsonObject{{"res", device->resource},
                                           {"device_uuid", device->resource}, // a browser has no other
                                           {"device_name", device->name}});
    }
    return envelope(call, {.entities = base::JsonArray{}, .data = std::move(data)});
}

Outcome UserFamily::status(const Call& call)
{
    const auto user = m_state.users.find(call.pathValue("username"));
    if (!user)
        return refuse(noSuchResource());
    return envelope(call, {.data = base::JsonObject{{user->username, presence(user->username)}}, .count = 0});
}

/// Unknown users read offline: the service does not check them.
Outcome UserFamily::statusOfMany(const Call& call)
{
    const base::JsonValue* names = call.body.find("usernames");
    if (!names || !names->array() || names->array()->empty())
        return refuse(illegalArgument("This is an invalid request."));
    if (names->array()->size() > kMaxStatus)
        return refuse(illegalArgument("request body exceeds maximum limit, maximum limit is " +
                                      std::to_string(kMaxStatus)));
    base::JsonArray data;
    for (const base::JsonValue& name : *names->array()) {
        if (!name.string())
            return refuse(illegalArgument("This is an invalid request."));
        data.emplace_back(base::JsonObject{{*name.string(), presence(foldUserId(*name.string()))}});
    }
    return envelope(call, {.action = "get batch user status", .data = std::move(data)});
}

Outcome UserFamily::offlineCount(const Call& call)
{
    const auto user = m_state.users.find(call.pathValue("owner_username"));
    if (!user)
        return refuse(noSuchResource());
    const std::size_t count = m_state.messages.waitingCount(user->username);
    return envelope(call, {.data = base::JsonObject{{user->username, count}}, .count = 0});
}

/// A message that waits for nobody has been delivered, as far as the queue can tell.
Outcome UserFamily::offlineStatus(const Call& call)
{
    const auto user = m_state.users.find(call.pathValue("username"));
    if (!user)
        return refuse(noSuchResource());
    const std::string text(call.pathValue("msg_id"));
    std::uint64_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    const bool waits = m_state.messages.isWaiting(user->username, id);
    return envelope(call,
                    {.data = base::JsonObject{{text, waits ? "undelivered" : "delivered"}}, .count = 0});
}

} // namespace sandbox
